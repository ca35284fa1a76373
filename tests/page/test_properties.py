"""Properties of every page at every width, whatever its Markdown."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.page.page_links import links_in

from .pages import heading_rows, page_of, people_named, rows_of, text_rows

# Words that cannot begin a block, so that each appears as itself in the layout.
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
simple_blocks = st.one_of(running, hard, headings, code, st.just("***"), st.just("<b>raw</b>"))


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


pages = _pages(simple_blocks | tables)
widths = st.integers(20, 100)


@given(pages, widths)
def test_no_row_is_too_wide(text: str, cells: int) -> None:
    assert [plain(line) for line in page_of(text).lines(cells) if line_width(line) > cells] == []


@given(_nested(_nested(_nested(_nested(running)))), st.integers(8, 40))
def test_deeply_nested_blocks_fit_a_narrow_screen_and_lose_no_word(text: str, cells: int) -> None:
    assert [plain(line) for line in page_of(text).lines(cells) if line_width(line) > cells] == []

    def letters_at(width: int) -> str:  # without the check boxes of tasks, which alone may be left out for want of room
        return "".join(sign for row in rows_of(text, width) for sign in row if sign.isalpha() and sign != "x")

    assert letters_at(cells) == letters_at(400)


@given(_pages(simple_blocks), widths)
def test_every_word_is_laid_out_once_and_in_order_at_any_width(text: str, cells: int) -> None:
    """Tables are left out, since their cells are side by side."""

    def letters_at(width: int) -> str:
        return "".join(sign for row in rows_of(text, width) for sign in row if sign.isalnum() or sign in "☕[]<>")

    assert letters_at(cells) == letters_at(400)


@given(pages, widths)
def test_each_heading_begins_on_its_row(text: str, cells: int) -> None:
    page = page_of(text)
    lines = list(page.lines(cells))
    rows = [row for _, row in heading_rows(page, cells)]
    assert rows == sorted(set(rows))
    for heading, row in zip(page.headings, rows, strict=True):
        drawn = [span for span in lines[row] if f"heading-{heading.level}" in span.style.split()]
        shown = "".join(span.text for span in drawn)
        assert shown
        assert heading.text.startswith(shown)
        assert page.find_heading(heading.slug) == heading.leaf


@given(pages)
def test_every_person_named_on_a_page_has_a_link(text: str) -> None:
    page = page_of(text)
    links = [stop.link for leaf in range(len(page.leaves)) for stop in links_in(page, leaf)]
    people = [link.id for link in links if link.is_character]
    assert people_named(page) == tuple(dict.fromkeys(people))


anything = st.text(st.sampled_from('ab 1온\n\n>-*_`[]()!#|:~^<&;.x\\"+='), max_size=60)


@given(anything, st.integers(1, 60))
def test_any_text_can_be_laid_out(text: str, cells: int) -> None:
    page = page_of(text)
    height = len(text_rows(page, cells))
    assert all(0 <= row < height for _, row in heading_rows(page, cells))


entities = st.lists(
    st.sampled_from(["a", " ", "\t", "\n", "&#13;", "&#10;", "&#x202e;", "&#27;", "&Tab;", "*", "`", "#"])
)


@given(pages | anything | entities.map("".join), widths)
def test_no_control_character_is_in_any_row(text: str, cells: int) -> None:
    page = page_of(text)
    shown = "".join((*text_rows(page, cells), *(heading.text for heading in page.headings)))
    assert {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Cf")} == set()


@given(st.lists(st.sampled_from(["A", "A 1", "A 2", "A 1 1", "B"]), max_size=8))
def test_slugs_are_unique(texts: list[str]) -> None:
    page = page_of("\n\n".join(f"# {text}" for text in texts))
    slugs = [heading.slug for heading in page.headings]
    assert len(set(slugs)) == len(slugs)
