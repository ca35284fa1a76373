"""What is looked for on a page, and what is done from there: stepping, links, copying."""

from __future__ import annotations

import pytest

from aotad_tui.ui.viewport.text_position import TextPosition
from tests.ui.reader import NARROW, WIDE, Reader, reading

from .test_pane import SENTENCE, pane, tale, text

pytestmark = pytest.mark.slow


def marked(reader: Reader) -> str:
    """The link that is marked: what was found is reversed as well."""
    page = pane(reader)
    assert page.page
    link = page.links.current
    assert link
    return page.page.text(link.leaf)[link.start : link.end]


async def test_what_was_looked_for_is_looked_for_again_once_it_is_lit_no_more() -> None:
    async with reading(tale(one=text(), two=text(5)), size=NARROW) as reader:
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


async def test_enter_on_an_empty_line_goes_on_with_what_was_looked_for_before() -> None:
    async with reading(tale(one=text()), size=NARROW) as reader:
        await reader.press("/", "enter", "n", "N")
        assert not reader.rows[-2].strip().startswith("/")
        await reader.press("/", *"sentence", "enter", "/", "enter")
        assert "2 of 60" in reader.rows[-2]
        await reader.press("escape", "/", "enter")
        assert "of 60" in reader.rows[-2]


async def test_the_line_for_finding_goes_with_the_page_in_which_something_was_found() -> None:
    async with reading(tale(one=text(), two=text(5)), size=NARROW) as reader:
        await reader.press("/", *"sentence", "enter", "]")
        assert "/sentence" not in reader.text


async def test_links_are_stepped_through_from_what_was_found() -> None:
    some = "[a](two.md) [b](two.md)\n\nHere is word, [c](two.md) and [dog](two.md)."
    async with reading(tale(one=some, two=""), size=NARROW) as reader:
        await reader.press("/", *"word", "enter", "tab")
        assert marked(reader) == "c"
        await reader.press("N", "shift+tab")
        assert marked(reader) == "b"
        await reader.press("escape", "escape", "/", *"og", "enter", "tab")
        assert marked(reader) == "dog"


async def test_the_paragraph_of_what_was_found_is_the_one_that_is_copied() -> None:
    async with reading(tale(one=text()), size=NARROW) as reader:
        await reader.press("/", *"sentence 2 ", "enter", "y")
        assert reader.app.clipboard == SENTENCE.format(n=2)


async def test_all_of_long_code_and_of_a_long_table_is_copied() -> None:
    code = "\n".join(f"line {number}" for number in range(250))
    rows = "\n".join(f"| {number} | b |" for number in range(250))
    async with reading(
        tale(one=f"```\n{code}\n```", two=f"| n | m |\n|---|---|\n{rows}\n\n| c |\n|---|"), size=NARROW
    ) as reader:
        await reader.press("G", "y")
        assert reader.app.clipboard == code
        await reader.press("]", "/", *"120", "enter", "y")
        assert reader.app.clipboard == "n\tm\n" + "\n".join(f"{number}\tb" for number in range(250))


async def test_what_is_selected_is_as_far_apart_as_on_the_screen() -> None:
    async with reading(tale(one="- one\n- two\n\nThree."), size=NARROW) as reader:
        pane(reader).selection.select(TextPosition(0, 3), TextPosition(3, 3))
        await reader.press("y")
        assert reader.app.clipboard == "one\n\none\ntwo\n\nThr"


async def test_the_heading_that_was_gone_to_is_the_one_that_is_read_also_at_the_end() -> None:
    some = f"[on](#last)\n\n{text()}\n\n## Last but one\n\nOne.\n\n## Last\n\nTwo."
    async with reading(tale(one=some), size=WIDE) as reader:
        await reader.press("tab", "enter")
        assert pane(reader).status.heading == "last"
        assert reader.pane("page").splitlines()[-1].startswith("  Two.")
        assert "▸ Last" in reader.pane("sections")
        await reader.press("k")
        assert pane(reader).status.heading != "last"


async def test_hours_are_left_of_a_long_section() -> None:
    async with reading(tale(one=text(100), two=text(5_000)), size=WIDE) as reader:
        assert "min left" in reader.rows[0]
        await reader.press("]")
        assert " h left" in reader.rows[0]
