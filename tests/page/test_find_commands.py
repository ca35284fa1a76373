"""Find on a page, and what other commands do with the current match."""

from __future__ import annotations

import pytest

from aotad_tui.ui.viewport.text_position import TextPosition
from tests.ui.reader import NARROW, WIDE, Reader, reading

from .test_pane import SENTENCE, pane, story_of, text

pytestmark = pytest.mark.slow


def selected_link(reader: Reader) -> str:
    """The text of the selected link. `reader.marked` does not tell it from a match, which is reversed too."""
    page = pane(reader)
    assert page.page
    link = page.links.current
    assert link
    return page.page.text(link.leaf)[link.start : link.end]


async def test_next_match_repeats_a_search_that_was_closed() -> None:
    async with reading(story_of(one=text(), two=text(5)), size=NARROW) as reader:
        await reader.press("/", *"sentence", "enter", "escape", "n")
        assert reader.rows[-2].startswith(" /sentence")
        assert "1 of 60" in reader.rows[-2]
        await reader.press("escape", "G", "N")
        assert " 5" in reader.rows[-2]
        assert "of 60" in reader.rows[-2]
        await reader.press("escape", "g", "N")
        assert "60 of 60" in reader.rows[-2]
        await reader.press("]")
        assert "sentence" not in reader.rows[-2]
        await reader.press("n")
        assert "1 of 5" in reader.rows[-2]


async def test_enter_in_an_empty_find_bar_repeats_the_last_search() -> None:
    async with reading(story_of(one=text()), size=NARROW) as reader:
        await reader.press("/", "enter", "n", "N")
        assert not reader.rows[-2].strip().startswith("/")
        await reader.press("/", *"sentence", "enter", "/", "enter")
        assert "2 of 60" in reader.rows[-2]
        await reader.press("escape", "/", "enter")
        assert "of 60" in reader.rows[-2]


async def test_the_find_bar_closes_with_its_page() -> None:
    async with reading(story_of(one=text(), two=text(5)), size=NARROW) as reader:
        await reader.press("/", *"sentence", "enter", "]")
        assert "/sentence" not in reader.text


async def test_tab_selects_the_next_link_after_the_match() -> None:
    markdown = "[a](two.md) [b](two.md)\n\nHere is word, [c](two.md) and [dog](two.md)."
    async with reading(story_of(one=markdown, two=""), size=NARROW) as reader:
        await reader.press("/", *"word", "enter", "tab")
        assert selected_link(reader) == "c"
        await reader.press("N", "shift+tab")
        assert selected_link(reader) == "b"
        await reader.press("escape", "escape", "/", *"og", "enter", "tab")
        assert selected_link(reader) == "dog"


async def test_copy_takes_the_paragraph_of_the_match() -> None:
    async with reading(story_of(one=text()), size=NARROW) as reader:
        await reader.press("/", *"sentence 2 ", "enter", "y")
        assert reader.app.clipboard == SENTENCE.format(n=2)


async def test_copy_takes_all_of_long_code_and_of_a_long_table() -> None:
    code = "\n".join(f"line {number}" for number in range(250))
    rows = "\n".join(f"| {number} | b |" for number in range(250))
    async with reading(
        story_of(one=f"```\n{code}\n```", two=f"| n | m |\n|---|---|\n{rows}\n\n| c |\n|---|"), size=NARROW
    ) as reader:
        await reader.press("G", "y")
        assert reader.app.clipboard == code
        await reader.press("]", "/", *"120", "enter", "y")
        assert reader.app.clipboard == "n\tm\n" + "\n".join(f"{number}\tb" for number in range(250))


async def test_copied_selection_keeps_the_blank_rows_of_the_screen() -> None:
    async with reading(story_of(one="- one\n- two\n\nThree."), size=NARROW) as reader:
        pane(reader).selection.select(TextPosition(0, 3), TextPosition(3, 3))
        await reader.press("y")
        assert reader.app.clipboard == "one\n\none\ntwo\n\nThr"


async def test_the_heading_of_an_opened_link_is_current_even_near_the_end() -> None:
    markdown = f"[on](#last)\n\n{text()}\n\n## Last but one\n\nOne.\n\n## Last\n\nTwo."
    async with reading(story_of(one=markdown), size=WIDE) as reader:
        await reader.press("tab", "enter")
        assert pane(reader).status.heading == "last"
        assert reader.pane("page").splitlines()[-1].startswith("  Two.")
        assert "▸ Last" in reader.pane("sections")
        await reader.press("k")
        assert pane(reader).status.heading != "last"


async def test_the_time_left_in_a_long_section_is_in_hours() -> None:
    async with reading(story_of(one=text(100), two=text(5_000)), size=WIDE) as reader:
        assert "min left" in reader.rows[0]
        await reader.press("]")
        assert " h left" in reader.rows[0]
