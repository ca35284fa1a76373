"""Three, two or one pane by the width: a key reaches every pane, and panes without room are hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.commands.panes import PANES
from aotad_tui.page.page import Page
from aotad_tui.story.story import Story
from aotad_tui.ui.panes.page import PagePane
from tests.library.guides import opened

from . import guides
from .reader import MEDIUM, NARROW, WIDE, Reader, reading

pytestmark = pytest.mark.slow

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["60", "80", "120"])
DOOR = "the-street/the-door"
SECTIONS, PAGE, PEOPLE = "sections", "page", "people"
ALL = [SECTIONS, PAGE, PEOPLE]


@pytest.mark.parametrize(
    ("size", "shown"),
    [(NARROW, [PAGE]), (MEDIUM, [PAGE]), ((100, 30), [SECTIONS, PAGE]), (WIDE, ALL)],
    ids=["60", "80", "100", "120"],
)
async def test_the_reader_starts_on_the_page_with_as_many_panes_as_fit(
    jekyll_story: Story, size: tuple[int, int], shown: list[str]
) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        assert (reader.focus, reader.shown) == (PAGE, shown)


@SIZES
async def test_number_keys_focus_the_panes(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        for key, pane in [("1", SECTIONS), ("3", PEOPLE), ("2", PAGE), ("3", PEOPLE), ("1", SECTIONS)]:
            await reader.press(key)
            assert reader.focus == pane
            assert pane in reader.shown
            assert len(reader.shown) == {60: 1, 80: 2, 120: 3}[size[0]]


@SIZES
async def test_ctrl_w_cycles_through_the_panes(jekyll_story: Story, size: tuple[int, int]) -> None:
    panes = [pane.id for pane in PANES]
    page = panes.index(PAGE)
    async with reading(jekyll_story, 2, size) as reader:
        for expected in [*panes[page + 1 :], *panes[: page + 1]]:
            await reader.press("ctrl+w")
            assert reader.focus == expected
            assert reader.focus in reader.shown


@SIZES
async def test_escape_returns_to_the_page_from_any_pane_and_never_quits(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        for key in ("1", "3"):
            await reader.press(key, "escape")
            assert reader.focus == PAGE
            assert PAGE in reader.shown
        await reader.press(*["escape"] * 5)
        assert reader.app.is_running


async def test_escape_clears_the_selected_link_and_then_the_person(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        await reader.press("tab", "enter", "3", "escape")
        assert (reader.marked, reader.place.person) == ("A lawyer", "utterson")
        await reader.press("escape")
        assert (reader.marked, reader.place.person) == ("", "utterson")
        await reader.press("escape")
        assert reader.place.person is None
        assert "on this page" in reader.pane(PEOPLE)


@pytest.mark.parametrize(
    ("size", "key", "after"),
    [
        (WIDE, "s", [(PAGE, [PAGE, PEOPLE]), (SECTIONS, ALL)]),
        (WIDE, "c", [(PAGE, [SECTIONS, PAGE]), (PEOPLE, ALL)]),
        ((100, 30), "s", [(PAGE, [PAGE]), (SECTIONS, [SECTIONS, PAGE])]),
        ((100, 30), "c", [(PEOPLE, [PAGE, PEOPLE]), (PAGE, [PAGE])]),
        (MEDIUM, "s", [(SECTIONS, [SECTIONS, PAGE]), (PAGE, [PAGE])]),
        (MEDIUM, "c", [(PEOPLE, [PAGE, PEOPLE]), (PAGE, [PAGE])]),
        (NARROW, "s", [(SECTIONS, [SECTIONS]), (PAGE, [PAGE])]),
        (NARROW, "c", [(PEOPLE, [PEOPLE]), (PAGE, [PAGE])]),
    ],
)
async def test_s_and_c_show_and_focus_a_pane_or_hide_it(
    jekyll_story: Story, size: tuple[int, int], key: str, after: list[tuple[str, list[str]]]
) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        for expected in after:
            await reader.press(key)
            assert (reader.focus, reader.shown) == expected


@pytest.mark.parametrize(("size", "before"), [(MEDIUM, [PAGE]), ((100, 30), [SECTIONS, PAGE])], ids=["80", "100"])
async def test_below_120_columns_a_name_opens_the_people_pane_and_escape_closes_it(
    jekyll_story: Story, size: tuple[int, int], before: list[str]
) -> None:
    async with reading(jekyll_story, 2, size, DOOR) as reader:
        assert reader.shown == before
        await reader.press("tab", "enter")
        assert (reader.focus, reader.shown) == (PAGE, [PAGE, PEOPLE])
        await reader.press("escape")
        assert (reader.focus, reader.shown, reader.place.person) == (PAGE, before, None)
        await reader.press("ctrl+o")
        assert (reader.shown, reader.place.person) == ([PAGE, PEOPLE], "utterson")


async def test_a_section_chosen_from_an_opened_sidebar_has_the_window(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, MEDIUM) as reader:
        await reader.press("s", "G", "enter")
        assert (reader.focus, reader.shown) == (PAGE, [PAGE])


@pytest.mark.parametrize("size", [MEDIUM, (100, 30), WIDE], ids=["80", "100", "120"])
async def test_z_shows_the_page_alone_and_the_panes_again(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size, DOOR) as reader:
        before = reader.shown
        await reader.press("z")
        assert (reader.focus, reader.shown) == (PAGE, [PAGE])
        await reader.press("tab", "enter")
        assert reader.shown == [PAGE, PEOPLE]
        await reader.press("escape", "z")
        assert reader.shown == before


async def test_a_page_that_names_nobody_has_everyone_met_so_far_next_to_it(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        assert reader.pane(PEOPLE).startswith("people so far ")
        await reader.click("Mr Utterson", PEOPLE)
        assert reader.place.person == "utterson"


async def test_the_people_of_the_page_stay_while_text_without_names_is_in_view(tmp_path: Path) -> None:
    text = "---\nsince: start\n---\nAnn waits.\n\n" + "On and on.\n\n" * 40
    files = {"characters.yaml": "ann: {name: Ann, since: start}\n", "sections/a.md": text}
    async with reading(opened(tmp_path, files)) as reader:
        assert reader.pane(PEOPLE).startswith("on this page 1 ")
        await reader.press("G")
        assert "Ann" not in reader.pane(PAGE)
        assert reader.pane(PEOPLE).startswith("on this page 1 ")


async def test_the_people_pane_goes_when_nobody_is_known_any_more(tmp_path: Path) -> None:
    async with reading(guides.nobody_yet(tmp_path), 3) as reader:
        await reader.press("3")
        assert (reader.focus, reader.shown) == (PEOPLE, ALL)
        await reader.press("-")
        assert (reader.focus, reader.shown) == (PAGE, [SECTIONS, PAGE])
        await reader.press("3")
        assert (reader.focus, reader.shown) == (PAGE, [SECTIONS, PAGE])
        assert "No people yet." in reader.text


async def test_the_page_fills_the_window_when_both_other_panes_are_hidden(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press("s", "c")
        assert reader.shown == [PAGE]
        await reader.press("ctrl+w")
        assert (reader.focus, reader.shown) == (PEOPLE, [PAGE, PEOPLE])


async def test_a_click_focuses_a_pane(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        for pane, words in [(PEOPLE, "on this page"), (SECTIONS, "The street"), (PAGE, "Two storeys")]:
            await reader.click(words, pane)
            assert reader.focus == pane


async def test_a_smaller_window_keeps_the_focused_pane(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        await reader.press("3")
        seen = []
        for size in (MEDIUM, NARROW, WIDE):
            await reader.resize(*size)
            seen.append((reader.focus, reader.shown))
        assert seen == [(PEOPLE, [PAGE, PEOPLE]), (PEOPLE, [PEOPLE]), (PEOPLE, ALL)]


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (4, 3), (1, 1)])
async def test_a_window_that_is_too_small_shows_a_message_and_loses_nothing(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        before = reader.text
        await reader.resize(*size)
        assert "".join(reader.rows)[:3] in ("Win", "W")
        await reader.press("]", "[", "?", "escape", ":", "pagedown", "pageup", "x", "escape", "e", "escape")
        await reader.resize(*WIDE)
        assert reader.text == before


@pytest.mark.parametrize("size", [(20, 5), (21, 5), (69, 6), (70, 5), (119, 5), (120, 5)])
async def test_the_smallest_windows_show_title_page_and_key_bar(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size, DOOR) as reader:
        assert reader.rows[0].startswith(" Str") or "seen: " in reader.rows[0]
        assert "The door" in reader.pane(PAGE)
        assert reader.rows[-1].startswith(" ? help")


async def click_key_bar(reader: Reader, words: str) -> None:
    x, y = reader.place_of(words)
    assert y == reader.app.size.height - 1
    await reader.click_at(x, y)


async def test_keys_in_the_key_bar_can_be_clicked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        await click_key_bar(reader, "] next")
        assert reader.place.section == DOOR
        await click_key_bar(reader, "tab names")
        assert reader.marked == "A lawyer"
        await click_key_bar(reader, "esc clear")
        await click_key_bar(reader, "ctrl+o back")
        assert reader.place.section == "before-you-read"
        await click_key_bar(reader, "c people")
        assert reader.shown == [SECTIONS, PAGE]
        await click_key_bar(reader, "e progress")
        assert "How far have you read?" in reader.text
        await reader.press("escape")
        await click_key_bar(reader, "@ who?")
        assert "Mr Utterson" in reader.text
        await reader.press("escape")
        await click_key_bar(reader, "? help")
        assert "Line down" in reader.text
        await reader.press("escape")
        await click_key_bar(reader, "q quit")
        assert not reader.app.is_running
        assert reader.app.return_code == 0


async def test_a_click_outside_the_keys_of_the_key_bar_does_nothing(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        before = reader.text
        await reader.click_at(0, 29)
        await reader.click_at(119, 29)
        assert reader.text == before


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_and_ctrl_q_quit(jekyll_story: Story, key: str) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press(key)
        assert not reader.app.is_running
        assert reader.app.return_code == 0


async def test_a_footnote_parsed_after_its_reference_was_drawn_is_numbered(tmp_path: Path) -> None:
    text = "---\nsince: start\n---\nSomebody said so.[^who]\n\n" + "On and on.\n\n" * 99 + "[^who]: A maid.\n"
    async with reading(opened(tmp_path, {"sections/a.md": text}), size=NARROW) as reader:
        pane, visible = reader.app.screen.query_one(PagePane), reader.session.visible
        page = Page(visible, visible.story.sections[0])
        pane.scroller.show_page(page)
        assert "said so.[^who]" in reader.text  # drawn before the footnote is parsed
        page.read_all()
        assert list(pane.scroller.rows_in_view())
        await reader.settle()
        assert "said so.[1]" in reader.text


@pytest.mark.parametrize(("key", "pane"), [("1", SECTIONS), ("3", PEOPLE)])
async def test_keys_resize_the_focused_side_pane_within_the_least_widths(
    jekyll_story: Story, key: str, pane: str
) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:

        def width(id: str) -> int:
            return reader.app.screen.query_one(f"#{id}").region.width

        before, page = width(pane), width(PAGE)
        await reader.press(key, ")", ")")
        assert (width(pane), width(PAGE)) == (before + 8, page - 8)
        await reader.press("(")
        assert width(pane) == before + 4
        await reader.press(*[")"] * 8)
        reader.app.clear_notifications()
        await reader.press(")")
        assert width(PAGE) == 40
        assert "This pane cannot be wider." in reader.text
        await reader.press(*["("] * 9)
        reader.app.clear_notifications()
        await reader.press("(")
        assert width(pane) == next(spec.width.least for spec in PANES if spec.id == pane and spec.width)
        assert "This pane cannot be narrower." in reader.text


async def test_on_the_page_the_keys_that_resize_say_where_they_work(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press(")")
        assert "Go to a side pane to resize it." in reader.text
