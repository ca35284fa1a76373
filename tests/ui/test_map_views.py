"""The screen of the map: the part in view, the legend, the filter, the map of one person, and saving."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from aotad_tui.chart.map.captions import window_text
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.ui.map.view import MapView
from tests.frames import assert_equals_frame

from .frames import SIZES
from .reader import Reader, reading

pytestmark = pytest.mark.slow

FRAMES = Path(__file__).parent / "map_frames"
VIEWS = {
    "groups": ("m", "-"),
    "everyone": ("m",),
    "full-map": ("m", "+"),
    "one-person": ("m", "enter"),
    "legend": ("m", "i"),
}
DOOR = "the-street/the-door"


@pytest.mark.parametrize("size", SIZES, ids=[str(columns) for columns, _ in SIZES])
@pytest.mark.parametrize("name", VIEWS)
async def test_a_view_equals_its_frame(jekyll_story: Story, name: str, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press(*VIEWS[name])
        assert_equals_frame(FRAMES / f"{name}-{size[0]}.txt", reader.rows)


def test_every_frame_belongs_to_a_view() -> None:
    assert set(FRAMES.iterdir()) == {FRAMES / f"{name}-{columns}.txt" for name in VIEWS for columns, _ in SIZES}


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ((0, 0, 100, 50), ""),
        ((0, 0, 120, 60), ""),
        ((0, 0, 50, 50), "50 % in view, more ►"),
        ((50, 0, 50, 50), "50 % in view, more ◄"),
        ((25, 10, 50, 25), "25 % in view, more ◄ ► ▴ ▾"),
    ],
)
def test_the_part_in_view_is_described(window: tuple[int, int, int, int], words: str) -> None:
    assert window_text((100, 50), window) == words


def test_of_an_empty_drawing_nothing_is_hidden() -> None:
    assert window_text((0, 0), (7, 5, 40, 10)) == ""


async def test_the_title_follows_the_window(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (80, 14), DOOR) as reader:
        await reader.press("m", "+", *["H"] * 20, *["K"] * 20)
        assert "in view, more ► ▾" in reader.rows[0]
        await reader.press(*["L"] * 20, *["J"] * 20)
        assert "in view, more ◄ ▴" in reader.rows[0]


async def test_a_narrow_title_says_what_is_in_view_rather_than_how_many_there_are(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        await reader.press("m")
        assert "9 people" in reader.rows[0]
        for _ in range(2):  # the second drawing is in view from the same row and column
            await reader.press("+")
            assert "in view, more ◄ ► ▾" in reader.rows[0]


async def test_groups_are_joined_in_words(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.press("m", "-")
        assert "harm 1" in reader.text
        assert "!1" not in reader.text


async def test_of_one_person_only_the_name_is_highlighted(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.press("m", "enter")
        view = reader.app.screen.query_one(MapView)
        assert view.drawing
        selected = "".join(
            span.text
            for y in range(view.drawing.height)
            for span in view.drawing.row(y, Link.character("hyde"))
            if "selected-card" in span.style
        )
        assert selected.strip("▐▌ ") == "? Edward Hyde"


async def test_an_open_person_cannot_be_opened_again(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.press("m", "enter")
        assert "Nothing more to open here." not in reader.text
        await reader.press("enter")
        assert "Nothing more to open here." in reader.text


async def test_the_map_of_one_person_is_in_the_middle_of_the_window(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (200, 50), DOOR) as reader:
        await reader.press("m", "enter")
        drawn = [row for row in reader.rows[1:-2] if row.strip()]
        left, right = min(len(row) - len(row.lstrip()) for row in drawn), 200 - max(map(len, drawn))
        assert abs(left - right) <= 1
        filled = [bool(row.strip()) for row in reader.rows[1:-2]]
        assert abs(filled.index(True) - filled[::-1].index(True)) <= 1


async def test_a_click_selects_a_card_of_a_centred_map(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (200, 50), DOOR) as reader:
        await reader.press("m", "enter")
        await reader.click("Richard Enfield")
        assert reader.rows[-2].startswith(" Richard Enfield")


async def test_the_legend_comes_on_request_and_explains_only_what_is_drawn(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (200, 50), DOOR) as reader:
        await reader.press("m")
        assert "who ► whom" not in reader.text
        await reader.press("i")
        assert "who ► whom" in reader.text
        assert "work & duty" in reader.text
        assert "† dead" in reader.text
        await reader.press("f", *["down"] * 7, "space", "escape")
        assert "─▫─ work & duty" not in reader.text
        await reader.press("i")
        assert "who ► whom" not in reader.text


def checked(reader: Reader) -> list[str]:
    return [row.strip() for row in reader.pane("shown").split("\n") if row.strip().startswith("[x]")]


async def test_only_one_kind_or_group_is_shown(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (100, 40), DOOR) as reader:
        await reader.press("m", "f")
        assert "Relationships" in reader.text
        everything = checked(reader)
        await reader.press("j", "o")
        assert [row for row in checked(reader) if row in everything[:2]] == [everything[1]]
        assert len(checked(reader)) < len(everything)
        await reader.press("G", "o")
        assert len(checked(reader)) == 2
        await reader.press("a")
        assert checked(reader) == everything
        await reader.click("o only this")
        assert len(checked(reader)) < len(everything)


async def save(reader: Reader, name: str) -> None:
    await reader.press("m", "+", "w", *["backspace"] * 10, *name, "enter")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_the_whole_map_is_saved_as_text(jekyll_story: Story, folder: Path) -> None:
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        await save(reader, "hyde.txt")
        assert "Saved hyde.txt" in reader.text
        drawing = reader.app.screen.query_one(MapView).drawing
        assert drawing
        text = (folder / "hyde.txt").read_text(encoding="utf-8")
        assert len(text.splitlines()) == drawing.height
        assert all(person.name in text for person in reader.session.visible.people.everyone)


async def test_the_map_is_saved_by_mouse(jekyll_story: Story, folder: Path) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.press("m")
        await reader.click("save", "keys")
        assert "Save the map in" in reader.text
        await reader.press("enter")
        assert "Saved map.svg" in reader.text
        assert (folder / "map.svg").exists()


async def test_a_picture_is_saved_under_the_suggested_name(jekyll_story: Story, folder: Path) -> None:
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        await reader.press("m", "+", "w", "enter")
        root = ElementTree.fromstring((folder / "map.svg").read_text(encoding="utf-8"))
        words = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
        assert "Edward Hyde" in words
        assert "Gabriel" not in words


async def test_a_file_is_replaced_only_after_a_question(jekyll_story: Story, folder: Path) -> None:
    (folder / "a.txt").write_text("mine", encoding="utf-8")
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        await save(reader, "a.txt")
        assert "Replace a.txt?" in reader.text
        await reader.click_at(0, 19)
        assert "Not saved." in reader.text
        assert (folder / "a.txt").read_text(encoding="utf-8") == "mine"
        await reader.press("w", *["backspace"] * 10, *"a.txt", "enter", "y")
        assert "Edward Hyde" in (folder / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["missing/map.txt", "."])
@pytest.mark.usefixtures("folder")
async def test_a_file_that_cannot_be_written_is_reported(jekyll_story: Story, name: str) -> None:
    async with reading(jekyll_story, 5, (100, 30), DOOR) as reader:
        await save(reader, name)
        await reader.press(*(["y"] if "Replace" in reader.text else []))
        assert "Could not save" in reader.text
