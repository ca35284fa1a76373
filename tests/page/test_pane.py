from __future__ import annotations

from unittest.mock import Mock

import pytest
from textual.widgets import Tree

from aotad_tui.story.story import Story
from aotad_tui.ui.panes.page import PagePane
from tests.story.stories import Pages, person, section, stages, story
from tests.ui.reader import NARROW, WIDE, Reader, reading

pytestmark = pytest.mark.slow

SENTENCE = "Sentence {n} of a text that is long enough to be broken into several lines wherever it is read."


def text(count: int = 60) -> str:
    parts = []
    for number in range(count):
        if number % 10 == 0:
            parts.append(f"## Part {number // 10}")
        parts.append(SENTENCE.format(n=number))
    return "\n\n".join(parts)


def story_of(**texts: str) -> Story:
    return story(
        person("ann", name_stages=stages((0, "Ann Archer"))),
        sections=tuple(section(name, title=f"On {name}") for name in texts),
        texts=Pages({f"{name}.md": markdown for name, markdown in texts.items()}),
    )


def pane(reader: Reader) -> PagePane:
    return reader.app.screen.query_one(PagePane)


def top(reader: Reader) -> str:
    return next(line for line in reader.pane("page").splitlines() if line.strip()).strip()


def body(reader: Reader) -> list[str]:
    """The page without its scroll bar, which changes as more of the page is laid out."""
    return [line[:58].rstrip() for line in reader.pane("page").splitlines()]


async def test_resizing_keeps_the_top_line() -> None:
    async with reading(story_of(one=text()), size=WIDE) as reader:
        for _ in range(3):
            await reader.press("space")
        before, position = top(reader), pane(reader).text_position
        for size in ((80, 24), (60, 40), (140, 20), WIDE):
            await reader.resize(*size)
            assert pane(reader).text_position == position
            assert before.split()[0] in top(reader)
        assert top(reader) == before


async def test_screens_up_show_the_same_rows_as_screens_down() -> None:
    async with reading(story_of(one=text(300)), size=NARROW) as reader:
        await reader.press("G")
        screens = []
        for _ in range(5):
            await reader.press("b")
            screens.append(body(reader))
        for expected in reversed(screens[:-1]):
            await reader.press("space")
            assert body(reader) == expected


async def test_back_and_forward_return_to_the_exact_line() -> None:
    async with reading(story_of(one=text(), two=text(5)), size=NARROW) as reader:
        await reader.press("space", "space", "j")
        before = body(reader)
        await reader.press("]", "ctrl+o")
        assert body(reader) == before
        await reader.press("alt+right")
        assert top(reader) == "On two"


async def test_a_followed_link_is_selected_again_after_back() -> None:
    async with reading(story_of(one="[a](two.md) [b](two.md) [c](two.md)", two=text(5)), size=NARROW) as reader:
        await reader.press("tab", "tab", "enter")
        assert reader.marked == ""
        await reader.press("ctrl+o")
        assert reader.marked == "b"
        await reader.press("tab")
        assert reader.marked == "c"
        await reader.press("]", "[")
        assert reader.marked == ""


async def test_matches_are_counted_and_escape_closes_the_search_first() -> None:
    async with reading(story_of(one=text()), size=NARROW) as reader:
        await reader.press("/", *"sentence")
        assert "1 of 60" in reader.text
        await reader.press("enter", "n", "n")
        assert "3 of 60" in reader.text
        await reader.press("N", "N", "N")
        assert "60 of 60" in reader.text
        assert "Sentence 59" in reader.pane("page")
        await reader.press("escape")
        assert "of 60" not in reader.text
        await reader.press("/", *"zebra")
        assert "no match on this page" in reader.text


async def test_cancelling_a_search_returns_to_the_position() -> None:
    async with reading(story_of(one=text()), size=NARROW) as reader:
        await reader.press("space")
        before = body(reader)
        await reader.press("/", *"sentence 50", "escape")
        assert body(reader) == before


async def test_a_name_is_selected_and_previewed_without_leaving_the_page() -> None:
    async with reading(
        story_of(one="Here is Ann Archer.\n\nThen [two](two.md).", two="The second."), size=NARROW
    ) as reader:
        await reader.press("tab", "K")
        assert "Ann Archer" in reader.text
        assert "enter open" in reader.text
        await reader.press("escape", "tab", "K")
        assert "The second." in reader.text
        await reader.press("enter")
        assert reader.session.place.section == "two"


async def test_tab_and_shift_tab_select_links_paragraph_by_paragraph() -> None:
    markdown = "[a](two.md)\n\n[b](two.md)\n\nNone.\n\n[c](two.md) and [d](two.md)"
    async with reading(story_of(one=markdown, two=""), size=NARROW) as reader:
        screens = []
        for key in (*["tab"] * 6, *["shift+tab"] * 5):
            await reader.press(key)
            screens.append(reader.marked)
        assert screens == ["a", "b", "c", "d", "On two →", "On two →", "d", "c", "b", "a", "a"]
        await reader.press("escape", "shift+tab")
        assert reader.marked == "On two →"


async def test_a_url_is_shown_before_it_is_opened() -> None:
    async with reading(story_of(one="[nice words](https://example.org/elsewhere)"), size=NARROW) as reader:
        await reader.press("tab", "enter")
        assert "https://example.org/elsewhere" in reader.text
        await reader.press("y")
        assert reader.app.clipboard == "https://example.org/elsewhere"


async def test_a_link_to_a_missing_heading_shows_a_message() -> None:
    async with reading(story_of(one="[on](two.md#nowhere)", two="Two."), size=NARROW) as reader:
        await reader.press("tab", "enter")
        assert "No heading" in reader.text


async def test_a_link_to_a_heading_that_this_page_does_not_have_is_plain_text() -> None:
    async with reading(story_of(one="[on](#nowhere)\n\n" + text(1_000)), size=NARROW) as reader:
        await reader.press("tab")
        assert reader.marked == ""


async def test_a_link_to_a_heading_far_below_scrolls_to_it() -> None:
    async with reading(story_of(one="[on](#part-90)\n\n" + text(1_000)), size=NARROW) as reader:
        await reader.press("tab", "enter")
        await reader.settle()
        assert "Part 90" in top(reader) or "Part 90" in reader.pane("page").splitlines()[1]


async def test_the_mouse_selects_across_paragraphs_without_line_breaks() -> None:
    async with reading(story_of(one=text(3)), size=NARROW) as reader:
        start, end = reader.place_of("of a text", "page"), reader.place_of("Sentence 1", "page")
        await reader.drag(start, (end[0] + 7, end[1]))
        await reader.press("y")
        assert reader.app.clipboard.startswith("of a text that is long enough to be broken into several lines")
        assert reader.app.clipboard.endswith("\n\nSentence")


async def test_keys_copy_the_paragraph_and_the_section() -> None:
    async with reading(story_of(one=text()), size=NARROW) as reader:
        await reader.press("Y")
        assert reader.app.clipboard == text()
        await reader.press(*"jjjjjj", "y")
        assert reader.app.clipboard == SENTENCE.format(n=0)
        assert "Copied paragraph “Sentence" in reader.text


async def test_copy_takes_the_paragraph_of_the_selected_link() -> None:
    async with reading(story_of(one="First.\n\nHere is Ann Archer.", two=""), size=NARROW) as reader:
        await reader.press("tab", "y")
        assert reader.app.clipboard == "Here is Ann Archer."


async def test_the_outline_shows_the_current_heading_and_opens_others() -> None:
    async with reading(story_of(one=text()), size=WIDE) as reader:
        assert "Part 3" in reader.pane("sections")
        for _ in range(3):
            await reader.press("space")
        heading = pane(reader).status.heading.removeprefix("part-")
        assert f"▸ Part {heading}" in reader.pane("sections")
        assert "%" in reader.rows[0]
        reader.app.screen.query_one(Tree).focus()
        await reader.click("Part 5", "sections")
        assert "Part 5" in "\n".join(reader.pane("page").splitlines()[:2])


async def test_the_current_heading_is_in_view_in_a_long_outline() -> None:
    async with reading(story_of(one=text(400)), size=WIDE) as reader:
        assert "Part 38" not in reader.pane("sections")
        await reader.press("G")
        assert f"▸ {pane(reader).status.heading.replace('part-', 'Part ')}" in reader.pane("sections")
        await reader.press("1", "g")
        assert "Part 1" in reader.pane("sections")


async def test_a_footnote_is_opened_and_its_number_leads_back() -> None:
    notes = "[^a]: The first note.\n\n[^b]: The second note."
    async with reading(
        story_of(one=f"{text()}\n\nHere[^a].\n\n{text()}\n\nThere[^b].\n\n{text()}\n\n{notes}"), size=NARROW
    ) as reader:
        await reader.press("/", *"there[", "enter", "escape", "tab")
        assert reader.marked == "[2]"
        before = body(reader)
        await reader.press("enter")
        assert "The second note." in reader.pane("page")
        assert "There" not in reader.pane("page")
        assert reader.marked == "[2] "
        await reader.press("enter")
        assert "There[2]." in reader.pane("page")
        assert reader.marked == "[2]"
        await reader.press("ctrl+o", "ctrl+o")
        assert body(reader) == before


async def test_the_number_of_a_footnote_at_the_top_is_the_first_link() -> None:
    names = " ".join(f"[^{number}]" for number in range(1, 41))
    notes = "\n\n".join(f"[^{number}]: Note {number}." for number in range(1, 41))
    async with reading(story_of(one=f"{names}\n\n{notes}"), size=NARROW) as reader:
        await reader.press("tab", "tab", "enter", "escape", "tab")
        assert reader.marked == "[2] "
        await reader.press("escape", "j", "tab")
        assert reader.marked == "[2] "


async def test_fast_steps_show_only_the_last_section() -> None:
    async with reading(story_of(**{f"n{number}": text(200) for number in range(8)}), size=NARROW) as reader:
        await reader.burst(*"]]]]]]")
        assert top(reader) == "On n6"
        assert reader.session.place.section == "n6"


async def test_the_status_lists_the_people_in_view() -> None:
    async with reading(story_of(one="Ann Archer.\n\n" + text()), size=NARROW) as reader:
        assert pane(reader).status.people_in_view == ("ann",)
        await reader.press("space")
        assert pane(reader).status.people_in_view == ()


async def test_without_people_in_view_the_status_lists_those_on_a_short_page() -> None:
    async with reading(story_of(one=f"{text()}\n\nAnn Archer.", two="Nobody."), size=NARROW) as reader:
        status = pane(reader).status
        assert status.people_in_view == ()
        assert status.people == status.people_shown == ("ann",)
        await reader.press("]")
        assert pane(reader).status.people_shown == ()


async def test_scrolling_does_not_list_the_people_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(story_of(one=text()), size=NARROW) as reader:
        page = pane(reader).page
        assert page
        content = Mock(side_effect=page.content)
        monkeypatch.setattr(page, "content", content)
        await reader.press("j")
        assert 0 < max(call.args[0] for call in content.mock_calls) < 20
