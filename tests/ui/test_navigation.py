"""Navigation between sections and within one, by keys, mouse and history."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import MEDIUM, NARROW, WIDE, reading

pytestmark = pytest.mark.slow

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["60", "80", "120"])
START, DOOR, WILL, ANSWER = "before-you-read", "the-street/the-door", "the-street/the-will", "the-street/an-easy-answer"


@SIZES
async def test_brackets_open_the_next_and_the_previous_section(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        places = []
        for key in ("]", "]", "[", "]"):
            await reader.press(key)
            places.append((reader.place.section, reader.pane("page").split("\n")[1].strip()))
        assert places == [
            (DOOR, "The door"),
            (WILL, "A will in the safe"),
            (DOOR, "The door"),
            (WILL, "A will in the safe"),
        ]


async def test_brackets_stop_at_the_first_and_the_last_section(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1) as reader:
        await reader.press("[")
        assert reader.place.section == START
        assert "This is the first section." in reader.text
        await reader.press("]", "]", "]")
        assert reader.place.section == DOOR
        assert "This is the last section." in reader.text


async def test_a_section_opens_at_its_top(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, MEDIUM, DOOR) as reader:
        await reader.press("G", "]")
        assert reader.pane("page").startswith("\n  A will in the safe\n  ━━━━━━━━━━━━━━━━━━\n")


async def test_six_fast_steps_show_the_last_section(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.burst(*"]]]]]]")
        assert reader.place.section == "the-cabinet/three-papers"
        assert reader.pane("page").startswith("\n  Three papers\n  ━━━━━━━━━━━━\n")
        assert "▸ Three papers" in reader.pane("sections")


@SIZES
async def test_a_section_is_opened_in_the_sidebar_by_key(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 3, size) as reader:
        await reader.press("1", "j", "j", "j", "j", "k", "j", "enter")
        assert reader.place.section == WILL
        assert reader.focus == "page"
        assert "A will in the safe" in reader.pane("page")


@SIZES
async def test_a_section_is_opened_in_the_sidebar_by_click(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 3, size) as reader:
        await reader.press("1")
        await reader.click("An easy answer", "sections")
        assert reader.place.section == ANSWER
        assert "An easy answer" in reader.pane("page")


async def test_a_part_is_folded_and_unfolded_by_key_and_by_click(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3) as reader:
        await reader.press("1", "j", "j", "enter")
        assert "The door" not in reader.pane("sections")
        assert "▸ The street" in reader.pane("sections")
        await reader.click("The street", "sections")
        assert "▾ The street\n  · The door" in reader.pane("sections")
        assert reader.place.section == START


async def test_opening_a_section_unfolds_its_part(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3) as reader:
        await reader.press("1", "j", "j", "enter")
        assert "The door" not in reader.pane("sections")
        await reader.press("]")
        assert "▾ The street\n  ▸ The door" in reader.pane("sections")


async def test_a_section_read_to_its_end_is_ticked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3) as reader:
        await reader.press("G", "]", "]")
        assert "✓ Before you read" in reader.pane("sections")
        assert "· The door" in reader.pane("sections")


@SIZES
async def test_back_and_forward_restore_section_and_row(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 10, size) as reader:
        await reader.press("j", "j")
        first = reader.pane("page")
        await reader.press("]", "j")
        second = reader.pane("page")
        await reader.press("]", "ctrl+o", "ctrl+o")
        assert reader.pane("page") == first
        await reader.press("ctrl+o")
        assert "Nothing to go back to." in reader.text
        reader.app.clear_notifications()  # the notice covers rows of the page
        await reader.settle()
        assert reader.pane("page") == first
        await reader.press("alt+right")
        assert reader.pane("page") == second
        await reader.press("backspace", "alt+right", "alt+left", "alt+right", "alt+right", "alt+right")
        assert reader.place.section == WILL


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        (("j",), 1),
        (("down", "down"), 2),
        (("j", "j", "k"), 1),
        (("j", "j", "up"), 1),
        (("ctrl+d",), 7),
        (("ctrl+d", "j", "ctrl+u"), 1),
        (("space",), 12),
        (("pagedown", "j", "b"), 1),
        (("space", "j", "pageup"), 1),
    ],
)
async def test_keys_scroll_the_page(jekyll_story: Story, keys: tuple[str, ...], rows: int) -> None:
    async with reading(jekyll_story, 10, (80, 16), DOOR) as reader:
        await reader.press("j")
        before = reader.pane("page").split("\n")
        await reader.press(*keys)
        assert reader.pane("page").split("\n")[:2] == before[rows : rows + 2]


@pytest.mark.parametrize(("down", "up"), [("G", "g"), ("end", "home")])
async def test_keys_go_to_both_ends_of_the_page(jekyll_story: Story, down: str, up: str) -> None:
    async with reading(jekyll_story, 10, (80, 16), DOOR) as reader:
        top = reader.pane("page")
        await reader.press(down)
        assert reader.pane("page").endswith("2008-06-25)\n\n  Next: A will in the safe →")
        await reader.press(up)
        assert reader.pane("page") == top


async def test_the_wheel_scrolls_the_pane_under_the_pointer(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, MEDIUM, DOOR) as reader:
        page, people = reader.pane("page"), reader.pane("people")
        await reader.wheel_at(10, 10)
        assert reader.pane("page").split("\n")[0] in page.split("\n")[1:]
        assert reader.pane("people") == people


@pytest.mark.parametrize("columns", [60, 80, 120])
async def test_a_link_to_a_heading_opens_the_page_at_the_heading(jekyll_story: Story, columns: int) -> None:
    async with reading(jekyll_story, 10, (columns, 16)) as reader:
        await reader.press("tab", "tab", "enter")
        assert reader.place.section == DOOR
        assert reader.pane("page").strip().startswith("A house without windows")


async def test_a_link_on_two_rows_opens_by_a_click_on_either_row(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, "the-cabinet/one-man") as reader:
        await reader.resize(*MEDIUM)
        for words in ("the two", "hands and"):
            await reader.click(words, "page")
            assert reader.place.section == "the-cabinet/two-hands"
            await reader.press("ctrl+o")


async def test_a_url_is_shown_in_full_and_not_opened(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0) as reader:
        await reader.click("Gutenberg", "page")
        assert "https://www.gutenberg.org/ebooks/43" in reader.text
        assert reader.place.section == START


async def test_tab_and_shift_tab_select_names_and_links(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1, WIDE, DOOR) as reader:
        marked = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            await reader.press(key)
            marked.append(reader.marked)
        assert marked == ["A lawyer", "his kinsman Enfield", "Enfield", "his kinsman Enfield", "A lawyer", "A lawyer"]
        await reader.press("escape")
        assert reader.marked == ""


async def test_tab_also_selects_the_number_of_a_footnote(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, (120, 40)) as reader:
        marked = []
        for key in ("tab", "tab", "tab", "tab", "tab", "shift+tab", "enter"):
            await reader.press(key)
            marked.append(reader.marked.rstrip())
        source = "The Strange Case of Dr. Jekyll and Mr. Hyde"
        assert marked[:4] == ["[1]", "the first page of the guide", "Project Gutenberg", "[1]"]
        assert marked[4:6] == [source, "[1]"]
        assert reader.place.section == START


async def test_tab_starts_with_the_rows_in_view(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1, (120, 16), DOOR) as reader:
        await reader.press("G", "tab")
        assert reader.marked == "Enfield"
        await reader.press("g", "tab")
        assert reader.marked == "A lawyer"


@pytest.mark.parametrize("size", [MEDIUM, NARROW], ids=["80", "60"])
async def test_the_same_part_of_the_page_stays_in_view_when_the_window_is_resized(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 10, WIDE, "the-cabinet/three-papers") as reader:
        await reader.press("space")
        words = next(row for row in reader.pane("page").split("\n") if len(row.split()) > 3).split()[-3]
        await reader.resize(*size)
        assert words in " ".join(reader.pane("page").split("\n")[:4])
