"""What holds of every page at every width, whatever its Markdown."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.page.layout import lay_out
from aotad_tui.page.page import Page

from .pages import blocks_of, opened, tale

# Words that can begin no block, so that each stands for itself in what is laid out.
WORDS = ("word", "incomprehensibility", "On-jo", "Nam", "Lee", "온조에게는", "남온조", "漢字", "café", "☕", "it's")
MARKED = ("*{}*", "**{}**", "~~{}~~", "`{}`", "[{}](20-other.md)", "[{}](nowhere.md)", "[[on-jo|{}]]", "![{}](x)", "{}")

words = st.builds(str.format, st.sampled_from(MARKED), st.sampled_from(WORDS))
running = st.lists(words, min_size=1, max_size=9).map(" ".join)
hard = st.lists(running, min_size=1, max_size=3).map("  \n".join)
headings = st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 6), running)
code = st.lists(st.sampled_from(["def f():", "    return 1", "", "x = '온조' * 20 + 'a very long line'"])).map(
    lambda lines: "\n".join(["```py", *lines, "```"])
)
tables = (
    st.integers(1, 5)
    .flatmap(
        lambda columns: st.lists(
            st.lists(words | st.just(""), min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    )
    .map(lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]]))
)
plainer = st.one_of(running, hard, headings, code, st.just("***"), st.just("<b>raw</b>"))


def _indented(text: str, sign: str) -> str:
    rest = " " * len(sign)
    return "\n".join((rest if number else sign) + line for number, line in enumerate(text.split("\n")))


def _around(sign: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(inner, min_size=1, max_size=2).map("\n\n".join).map(lambda text: _indented(text, sign))


def _quoted(head: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return inner.map(lambda text: "\n".join(f"> {line}".rstrip() for line in [*head.splitlines(), *text.split("\n")]))


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = [_around(sign, inner) for sign in ("- ", "1. ", "10. ", "- [x] ")]
    quotes = [_quoted(head, inner) for head in ("", "[!note] Word", "[!spoiler] 2")]
    return st.one_of(*lists, *quotes)


def _pages(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.one_of(leaves, _nested(leaves), _nested(_nested(leaves)))
    return st.lists(blocks, min_size=1, max_size=5).map("\n\n".join)


pages = _pages(plainer | tables)
widths = st.integers(20, 100)


@given(pages, widths)
def test_no_row_is_wider_than_asked(text: str, cells: int) -> None:
    sheet = opened(tale(text)).sheet(cells)
    assert [plain(line) for line in sheet.lines if line_width(line) > cells] == []


@given(_pages(plainer), widths)
def test_every_word_is_laid_out_once_in_its_order_whatever_the_width(text: str, cells: int) -> None:
    """But for tables, whose cells stand beside each other."""

    def read(width: int) -> str:
        rows = (plain(line) for line in lay_out(blocks_of(text), width)[0])
        return "".join(sign for row in rows for sign in row if sign.isalnum() or sign in "☕[]<>")

    assert read(cells) == read(400)


@given(pages, widths)
def test_each_heading_begins_on_the_row_that_is_told(text: str, cells: int) -> None:
    sheet = opened(tale(text)).sheet(cells)
    rows = [anchor.row for anchor in sheet.anchors]
    assert rows == sorted(set(rows))
    for anchor in sheet.anchors:
        heading = [span for span in sheet.lines[anchor.row] if f"heading-{anchor.level}" in span.style.split()]
        shown = "".join(span.text for span in heading)
        assert shown
        assert anchor.text.replace("\n", " ").startswith(shown)
        assert sheet.row_of(anchor.slug) is not None


@given(pages)
def test_whoever_is_named_can_be_opened_on_the_page(text: str) -> None:
    page: Page = opened(tale(text))
    links = [span.link for line in page.sheet(400).lines for span in line if span.link]
    people = [link.removeprefix("character:") for link in links if link.startswith("character:")]
    assert page.people == tuple(dict.fromkeys(people))


anything = st.text(st.sampled_from('ab 1온\n\n>-*_`[]()!#|:~^<&;.x\\"+='), max_size=60)


@given(anything, st.integers(1, 60))
def test_no_text_whatever_keeps_a_page_from_being_laid_out(text: str, cells: int) -> None:
    sheet = opened(tale(text)).sheet(cells)
    assert all(0 <= anchor.row < len(sheet.lines) for anchor in sheet.anchors)


@given(pages | anything, widths)
def test_no_control_character_is_in_any_row(text: str, cells: int) -> None:
    shown = "".join(plain(line) for line in opened(tale(text)).sheet(cells).lines)
    assert {sign for sign in shown if unicodedata.category(sign).startswith(("Cc", "Cs"))} == set()
