"""A section opened: its title, grounds and sources around the text, and where its headings are."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

import pytest

from aotad_tui.cells import Span, plain
from aotad_tui.link import Link
from aotad_tui.page.metadata import grounds_line
from aotad_tui.page.page import Page
from aotad_tui.page.peek import first_lines
from aotad_tui.story.values import NO_GROUNDS, Certainty, Grounds, Source
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import Pages, section, story

from .pages import heading_rows, opened, page, page_of, tale, text_rows

GROUNDS = Grounds(Certainty.REPORTED, "2026-02-23", ("book", "film"))
BOOK = Source("book", "The book of the school", url="https://example.org/book", date="2024", publisher="Hyosan Press")
FILM = Source("film", "The film", since=5)


def rows(page: Page, cells: int = 40) -> list[str]:
    return text_rows(page, cells)


def test_a_page_begins_with_its_title() -> None:
    assert rows(page_of("Text.")) == ["A page", "", "Text."]
    assert next(page_of("Text.").lines(40)) == (Span("A page", "title"),)
    assert rows(opened(tale("", title="A title that is long")), 10) == ["A title", "that is", "long"]


@pytest.mark.parametrize("heading", ["# A page", "## a PAGE", "A page\n==="])
def test_a_first_heading_that_says_the_title_again_is_left_out(heading: str) -> None:
    page = page_of(f"{heading}\n\nText.\n\n## More\n")
    assert rows(page) == ["A page", "", "Text.", "", "More"]
    assert heading_rows(page, 40) == [("More", 4)]


def test_any_other_heading_that_says_the_title_stays() -> None:
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
def test_how_sure_a_page_is_stands_under_its_title(grounds: Grounds, line: str) -> None:
    assert grounds_line(grounds) == line
    assert rows(opened(tale("Text.", grounds=grounds))) == ["A page", "", *([line, ""] if line else []), "Text."]


def test_sources_stand_at_the_end_each_with_what_is_known_of_it() -> None:
    page = opened(tale("Text.", grounds=GROUNDS, sources=(BOOK, FILM)))
    assert rows(page, 60)[-4:] == [
        "",
        "────────────",
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
    page = opened(tale("Text.", grounds=Grounds(sources=("book",)), sources=(replace(BOOK, url=url),)))
    assert list(page.lines(60))[-1][1] == Span("The book of the school", "source")


def test_a_source_that_may_not_be_told_yet_is_not_there() -> None:
    whole = tale("Text.", grounds=GROUNDS, sources=(FILM,))
    assert "The film" in "".join(rows(opened(whole, seen=5)))
    assert rows(opened(whole, seen=4)) == ["A page", "", "◌ reported · as of 2026-02-23", "", "Text."]


def test_only_the_sources_of_the_page_stand_on_it() -> None:
    pages = (section("page", grounds=Grounds(sources=("film",))), section("other", grounds=Grounds(sources=("book",))))
    page = opened(story(sections=pages, sources=(BOOK, FILM), texts=Pages({"page.md": "Text."})))
    assert rows(page)[-2:] == ["────────────", "· The film"]


def test_the_rows_of_headings_count_from_the_top_of_the_page() -> None:
    page = opened(tale("Some text.\n\n## One\n\n## One\n", grounds=GROUNDS))
    assert heading_rows(page, 40) == [("One", 6), ("One", 8)]
    assert [page.find_heading(slug) for slug in ("one", "one-1", "two")] == [3, 4, None]
    assert [rows(page)[row] for _, row in heading_rows(page, 40)] == ["One", "One"]


def test_a_page_is_laid_out_anew_for_each_width() -> None:
    page = page_of("Some text that is broken.")
    sheet = page.sheet(10)
    assert sheet.rows(1) is sheet.rows(1), "but once for each"
    assert rows(page, 10) != rows(page, 20)


def test_a_page_whose_file_is_gone_says_so_when_it_is_opened() -> None:
    gone = story(sections=(section("page"),)).as_of(9)
    with pytest.raises(OSError, match=r"page\.md"):
        Page(VisibleStory(gone), gone.sections[0])


def test_a_leaf_stands_under_the_heading_that_comes_last_before_it_and_a_heading_under_itself() -> None:
    some = page("Before.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.")
    some.read_all()
    under = [some.heading_at(leaf) for leaf in range(1, len(some.leaves))]
    assert [heading.slug if heading else "" for heading in under] == ["", "one", "one", "two", "two"]


def test_a_peek_at_a_heading_begins_with_it() -> None:
    some = page("Before.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.")
    shown = [plain(line) for line in first_lines(some.visible, Link.section("here", "two"), 40, 4)]
    assert shown == ["Two", "", "Second."]
    assert [plain(line) for line in first_lines(some.visible, Link.section("here", "one"), 40, 2)] == ["One", ""]
    assert [plain(line) for line in first_lines(some.visible, Link.section("here"), 40, 3)] == ["Here", "", "Before."]
    assert "no target" in plain(first_lines(some.visible, Link.section("gone"), 40, 3)[0])
    assert "“three”" in plain(first_lines(some.visible, Link.section("here", "three"), 40, 3)[0])


def test_a_peek_at_a_note_is_all_of_it_and_nothing_else() -> None:
    some = page("One[^a].\n\nTwo[^b] and[^c].\n\n[^a]: First.\n\n[^b]: Second.\n\n    - more\n\n[^c]: Third.")

    def peek(name: str) -> list[str]:
        return [plain(line).rstrip() for line in first_lines(some.visible, Link.section("here", name), 40, 14)]

    assert peek("footnote:1") == ["[1] First."]
    assert peek("footnote:2") == ["[2] Second.", "", "    • more"]
    assert peek("footnote:3") == ["[3] Third."]
    assert peek("from-note:3") == ["Two[2] and[3]."]


def test_a_note_is_gone_to_by_its_number_and_leads_back_to_where_it_is_named_first() -> None:
    some = page("One[^b].\n\nTwo[^a].\n\nAgain[^b].\n\n[^a]: Note of two.\n\n[^b]: Note of one.\n\n    With more.")
    some.read_all()

    def text_at(name: str) -> str:
        leaf = some.find_heading(name)
        return "" if leaf is None else some.text(leaf)

    assert (text_at("footnote:1"), text_at("footnote:2")) == ("Note of one.", "Note of two.")
    assert (text_at("from-note:1"), text_at("from-note:2")) == ("One[1].", "Two[2].")
    assert (text_at("footnote:3"), text_at("from-note:3")) == ("", "")


def unread(text: str) -> Page:
    now = tale(text).as_of(9)
    return Page(VisibleStory(now), now.sections[0])


def test_how_far_a_page_is_read_at_once_does_not_depend_on_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine any time may pass between two lines of a program."""
    late = itertools.count(step=60.0)
    monkeypatch.setattr(time, "perf_counter", lambda: next(late))
    some = unread("One paragraph.\n\n" * 40)
    some.read_to(30)
    assert len(some.leaves) > 30
    before = len(some.leaves)
    some.read_for(0.001)
    assert len(some.leaves) > before


def test_a_text_that_draws_nothing_is_not_read_to_its_end_in_search_of_something() -> None:
    some = unread("".join(f"[{number}]: https://example.org/{number}\n\n" for number in range(1_000)) + "At last.")
    some.read_to(1)
    assert len(some.leaves) == 1
    some.read_all()
    assert some.text(1) == "At last."
