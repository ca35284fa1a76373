"""The page of a section: title, grounds, text, sources, and the rows of headings."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

import pytest

from aotad_tui.cells import Span, plain
from aotad_tui.link import Link
from aotad_tui.page.metadata import grounds_line
from aotad_tui.page.page import Page
from aotad_tui.page.preview import first_lines
from aotad_tui.story.grounds import NO_GROUNDS, Certainty, Grounds, Source
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import Pages, section, story

from .pages import heading_rows, page, page_of, parsed_page, story_with, text_rows

GROUNDS = Grounds(Certainty.REPORTED, "2026-02-23", ("book", "film"))
BOOK = Source("book", "The book of the school", url="https://example.org/book", date="2024", publisher="Hyosan Press")
FILM = Source("film", "The film", since=5)


def rows(page: Page, cells: int = 40) -> list[str]:
    return text_rows(page, cells)


def test_a_page_begins_with_its_title() -> None:
    assert rows(page_of("Text.")) == ["A page", "", "Text."]
    assert next(page_of("Text.").lines(40)) == (Span("A page", "title"),)
    assert rows(parsed_page(story_with("", title="A title that is long")), 10) == ["A title", "that is", "long"]


@pytest.mark.parametrize("heading", ["# A page", "## a PAGE", "A page\n==="])
def test_a_first_heading_equal_to_the_title_is_left_out(heading: str) -> None:
    page = page_of(f"{heading}\n\nText.\n\n## More\n")
    assert rows(page) == ["A page", "", "Text.", "", "More"]
    assert heading_rows(page, 40) == [("More", 4)]


def test_any_other_heading_equal_to_the_title_stays() -> None:
    assert rows(page_of("Text.\n\n# A page")) == ["A page", "", "Text.", "", "A page"]
    assert rows(page_of("# A page more")) == ["A page", "", "A page more"]


@pytest.mark.parametrize(
    ("grounds", "line"),
    [
        (Grounds(Certainty.CONFIRMED), "✓ confirmed"),
        (Grounds(Certainty.REPORTED, "2026-02-23"), "◌ reported · as of 2026-02-23"),
        (Grounds(Certainty.SPECULATION, "2026"), "? speculation · as of 2026"),
        (Grounds(as_of="2026"), "as of 2026"),
        (NO_GROUNDS, ""),
    ],
)
def test_the_certainty_of_a_page_is_under_its_title(grounds: Grounds, line: str) -> None:
    assert grounds_line(grounds) == line
    assert rows(parsed_page(story_with("Text.", grounds=grounds))) == [
        "A page",
        "",
        *([line, ""] if line else []),
        "Text.",
    ]


def test_sources_are_at_the_end_with_their_details() -> None:
    page = parsed_page(story_with("Text.", grounds=GROUNDS, sources=(BOOK, FILM)))
    assert rows(page, 60)[-5:] == [
        "",
        "────────────",
        "Sources",
        "· The book of the school (Hyosan Press, 2024)",
        "· The film",
    ]
    assert list(page.lines(60))[-2] == (
        Span("· ", "source"),
        Span("The book of the school", "source link", Link.address("https://example.org/book")),
        Span(" (Hyosan Press, 2024)", "source"),
    )
    assert rows(page, 30)[-3:] == ["· The book of the school", "  (Hyosan Press, 2024)", "· The film"]


@pytest.mark.parametrize("url", ["", "http://evil.example\\@good.example/", "https://[x", "https://a b", "file:///x"])
def test_a_source_without_a_safe_address_is_no_link(url: str) -> None:
    page = parsed_page(story_with("Text.", grounds=Grounds(sources=("book",)), sources=(replace(BOOK, url=url),)))
    assert list(page.lines(60))[-1][1] == Span("The book of the school", "source")


def test_a_source_of_a_later_point_is_hidden() -> None:
    whole = story_with("Text.", grounds=GROUNDS, sources=(FILM,))
    assert "The film" in "".join(rows(parsed_page(whole, seen=5)))
    assert rows(parsed_page(whole, seen=4)) == ["A page", "", "◌ reported · as of 2026-02-23", "", "Text."]


def test_a_page_lists_only_its_own_sources() -> None:
    pages = (section("page", grounds=Grounds(sources=("film",))), section("other", grounds=Grounds(sources=("book",))))
    page = parsed_page(story(sections=pages, sources=(BOOK, FILM), texts=Pages({"page.md": "Text."})))
    assert rows(page)[-3:] == ["────────────", "Sources", "· The film"]


def test_the_rows_of_headings_count_from_the_top_of_the_page() -> None:
    page = parsed_page(story_with("Some text.\n\n## One\n\n## One\n", grounds=GROUNDS))
    assert heading_rows(page, 40) == [("One", 6), ("One", 8)]
    assert [page.find_heading(slug) for slug in ("one", "one-1", "two")] == [3, 4, None]
    assert [rows(page)[row] for _, row in heading_rows(page, 40)] == ["One", "One"]


def test_a_page_is_laid_out_once_for_each_width() -> None:
    page = page_of("Some text that is broken.")
    sheet = page.layout(10)
    assert sheet.rows(1) is sheet.rows(1), "but once for each"
    assert rows(page, 10) != rows(page, 20)


def test_opening_a_page_with_a_missing_file_raises_an_error() -> None:
    gone = story(sections=(section("page"),)).as_of(9)
    with pytest.raises(OSError, match=r"page\.md"):
        Page(VisibleStory(gone), gone.sections[0])


def test_a_leaf_belongs_to_the_last_heading_before_it_and_a_heading_to_itself() -> None:
    some = page("Before.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.")
    some.read_all()
    headings = [some.heading_at(leaf) for leaf in range(1, len(some.leaves))]
    assert [heading.slug if heading else "" for heading in headings] == ["", "one", "one", "two", "two"]


def test_a_preview_of_a_heading_begins_with_it() -> None:
    some = page("Before.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.")
    shown = [plain(line) for line in first_lines(some.visible, Link.section("here", "two"), 40, 4)]
    assert shown == ["Two", "", "Second."]
    assert [plain(line) for line in first_lines(some.visible, Link.section("here", "one"), 40, 2)] == ["One", ""]
    assert [plain(line) for line in first_lines(some.visible, Link.section("here"), 40, 3)] == ["Here", "", "Before."]
    assert "no target" in plain(first_lines(some.visible, Link.section("gone"), 40, 3)[0])
    assert "“three”" in plain(first_lines(some.visible, Link.section("here", "three"), 40, 3)[0])


def test_a_preview_of_a_footnote_is_the_whole_footnote_and_nothing_else() -> None:
    some = page("One[^a].\n\nTwo[^b] and[^c].\n\n[^a]: First.\n\n[^b]: Second.\n\n    - more\n\n[^c]: Third.")

    def preview(name: str) -> list[str]:
        return [plain(line).rstrip() for line in first_lines(some.visible, Link.section("here", name), 40, 14)]

    assert preview("footnote:1") == ["[1] First."]
    assert preview("footnote:2") == ["[2] Second.", "", "    • more"]
    assert preview("footnote:3") == ["[3] Third."]
    assert preview("from-note:3") == ["Two[2] and[3]."]


def test_a_footnote_is_found_by_its_number_and_leads_back_to_its_first_reference() -> None:
    some = page("One[^b].\n\nTwo[^a].\n\nAgain[^b].\n\n[^a]: Note of two.\n\n[^b]: Note of one.\n\n    With more.")
    some.read_all()

    def text_at(name: str) -> str:
        leaf = some.find_heading(name)
        return "" if leaf is None else some.text(leaf)

    assert (text_at("footnote:1"), text_at("footnote:2")) == ("Note of one.", "Note of two.")
    assert (text_at("from-note:1"), text_at("from-note:2")) == ("One[1].", "Two[2].")
    assert (text_at("footnote:3"), text_at("from-note:3")) == ("", "")


def unparsed_page(text: str) -> Page:
    now = story_with(text).as_of(9)
    return Page(VisibleStory(now), now.sections[0])


def test_how_much_of_a_page_is_parsed_at_once_does_not_depend_on_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine any time may pass between two statements."""
    late = itertools.count(step=60.0)
    monkeypatch.setattr(time, "perf_counter", lambda: next(late))
    some = unparsed_page("One paragraph.\n\n" * 40)
    some.read_to(30)
    assert len(some.leaves) > 30
    before = len(some.leaves)
    some.read_for(0.001)
    assert len(some.leaves) > before


def test_a_text_that_draws_nothing_is_not_parsed_to_its_end_at_once() -> None:
    some = unparsed_page(
        "".join(f"[{number}]: https://example.org/{number}\n\n" for number in range(1_000)) + "At last."
    )
    some.read_to(1)
    assert len(some.leaves) == 1
    some.read_all()
    assert some.text(1) == "At last."
