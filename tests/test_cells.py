"""Text in cells: its width, and how it is cut, filled, wrapped and split without loss."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import (
    Line,
    Span,
    chop,
    cut,
    fill,
    line_width,
    pad,
    plain,
    split_spans,
    width,
    wrap_spans,
    wrap_text,
)
from aotad_tui.link import Link

ACUTE = "\N{COMBINING ACUTE ACCENT}"
FAMILY = "👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧"
HEART = "❤\N{VARIATION SELECTOR-16}"

# Graphemes: letters of one and of two cells, combining marks, emoji of several characters.
graphemes = st.sampled_from(
    ["a", "b", "Z", "-", "é", f"e{ACUTE}", "온", "조", "漢", "、", "☕", HEART, FAMILY, "👍🏽", "…"]
)
words = st.lists(graphemes, min_size=1, max_size=12).map("".join)
gaps = st.sampled_from([" ", " ", " ", "  ", "\n"])
texts = st.lists(st.one_of(words, gaps), max_size=14).map("".join)
spans = st.lists(st.builds(Span, texts, st.sampled_from(["", "strong", "em"]), st.none() | st.just("x")), max_size=5)
sizes = st.integers(2, 30)


def wrapped(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrap_text(text, cells)]


def test_no_line_begins_with_closing_or_ends_with_opening_punctuation() -> None:
    assert wrapped("日本語。", 6) == ["日本", "語。"]
    assert wrapped("日本「語」を", 6) == ["日本", "「語」", "を"]
    assert wrapped("abcd、ef", 5) == ["abcd", "、ef"]  # too long together
    assert wrapped("ab cd、ef", 6) == ["ab", "cd、ef"]
    assert wrapped("。。。。", 4) == ["。。", "。。"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("On-jo", 5),
        ("남온조", 6),
        ("Nam On-jo 남온조", 16),
        (unicodedata.normalize("NFD", "é"), 1),
        ("漢字", 4),
        ("☕", 2),
        (HEART, 2),
        (FAMILY, 2),
        ("►◄▸◂─━═╌│┄…✓◌•", 14),
    ],
)
def test_the_width_of_a_text_is_its_number_of_cells(text: str, cells: int) -> None:
    assert width(text) == cells
    assert line_width((Span(text), Span("ab"))) == cells + 2


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("On-jo", 5, "On-jo"),
        ("On-jo", 4, "On-…"),
        ("On-jo", 1, "…"),
        ("On-jo", 0, ""),
        ("On-jo", -3, ""),
        ("Nam On-jo", 5, "Nam…"),
        ("남온조", 6, "남온조"),
        ("남온조", 5, "남온…"),
        ("남온조", 4, "남…"),
        ("남온조", 2, "…"),
        (f"cafe{ACUTE}s", 5, f"cafe{ACUTE}s"),
        (f"cafe{ACUTE}s", 4, "caf…"),
        (f"{FAMILY}{FAMILY}", 3, f"{FAMILY}…"),
    ],
)
def test_a_text_is_cut_by_cells_with_an_ellipsis(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@given(texts, st.integers(-2, 40))
def test_a_cut_text_fits_and_begins_as_the_whole_text(text: str, cells: int) -> None:
    shown = cut(text, cells)
    assert width(shown) <= max(cells, 0)
    if width(text) <= cells:
        assert shown == text
    elif cells > 0:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])


@given(texts, st.integers(0, 40))
def test_a_padded_text_has_exactly_the_width_given(text: str, cells: int) -> None:
    padded = pad(text, cells)
    assert width(padded) == cells
    assert padded.startswith(cut(text, cells))


def test_code_is_chopped_at_the_width_and_keeps_every_space() -> None:
    assert chop("  if on:  jo", 5) == ["  if ", "on:  ", "jo"]
    assert chop("남온조야", 5) == ["남온", "조야"]
    assert chop("", 5) == [""]
    assert chop("abcde", 5) == ["abcde"]


@given(texts, sizes)
def test_pieces_fit_and_join_to_the_text(text: str, cells: int) -> None:
    pieces = chop(text, cells)
    assert "".join(pieces) == text
    assert all(width(piece) <= cells for piece in pieces)
    assert all(pieces) or pieces == [""]


def lines_of(text: str, cells: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in wrap_text(text, cells, first)]


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two  three ", 9, ["one two", "three"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("one\n\ntwo", 20, ["one", "", "two"]),
        ("one \n two", 20, ["one", "two"]),
        ("incomprehensibly long", 8, ["incompre", "hensibly", "long"]),
        ("an incomprehensible word", 8, ["an", "incompre", "hensible", "word"]),
        ("남온조는 이청산을 본다", 10, ["남온조는", "이청산을", "본다"]),
        ("남온조는이청산을", 7, ["남온조", "는이청", "산을"]),
        ("漢字を読む", 6, ["漢字を", "読む"]),
        ("the 漢字 of it", 6, ["the 漢", "字 of", "it"]),
        ("แมวและแมว", 5, ["แมว", "และแม", "ว"]),
        ("กาแฟดำ", 3, ["กา", "แฟ", "ดำ"]),
        (f"ne{ACUTE}e Ann", 4, [f"ne{ACUTE}e", "Ann"]),
        (f"{FAMILY}{FAMILY} {HEART}", 4, [f"{FAMILY}{FAMILY}", HEART]),
    ],
)
def test_a_text_is_wrapped_at_spaces_and_within_a_word_only_if_it_must_be(
    text: str, cells: int, lines: list[str]
) -> None:
    assert lines_of(text, cells) == lines


def test_the_first_line_may_have_its_own_width() -> None:
    assert lines_of("one two three four", 9, first=4) == ["one", "two three", "four"]
    assert lines_of("one two three four", 4, first=13) == ["one two three", "four"]
    assert lines_of("unbreakable", 9, first=3) == ["unb", "reakable"]
    assert lines_of("one\ntwo three", 3, first=20) == ["one", "two", "thr", "ee"], "only the first line"


@given(texts, sizes, st.none() | sizes)
def test_no_line_is_too_wide(text: str, cells: int, first: int | None) -> None:
    one, *others = lines_of(text, cells, first)
    assert width(one) <= (cells if first is None else first)
    assert all(width(line) <= cells for line in others)


@given(texts, sizes, st.none() | sizes)
def test_wrapping_loses_only_spaces_at_breaks(text: str, cells: int, first: int | None) -> None:
    wrapped = wrap_text(text, cells, first)
    ends = [0, *(number for pair in wrapped for number in pair), len(text)]
    assert ends == sorted(ends)
    between = [text[past:start] for past, start in zip(ends[::2], ends[1::2], strict=True)]
    assert "".join(between).strip() == ""
    for line in lines_of(text, cells, first):
        assert line == line.strip()
        assert "\n" not in line


@given(texts)
def test_with_enough_width_only_newlines_break_lines(text: str) -> None:
    plenty = 2 * len(text)
    written = [" ".join(line.split()) for line in text.split("\n")]
    kept = written[:-1] if len(written) > 1 and not written[-1] else written  # no line after the last newline
    assert [" ".join(line.split()) for line in lines_of(text, plenty)] == kept


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=1), st.integers(0, 20))
def test_each_line_takes_as_many_words_as_fit(words: list[str], room: int) -> None:
    """Compared with `textwrap` where no word must be cut: it would cut a word on the line on which the word begins."""
    cells = max(map(len, words)) + room
    assert lines_of(" ".join(words), cells) == textwrap.wrap(" ".join(words), cells)


def test_spans_are_split_at_characters_and_keep_their_styles_and_links() -> None:
    line = (Span("Nam ", "strong"), Span("On-jo", "name", Link.character("on-jo")), Span(" 온조"))
    assert list(split_spans(line, [2, 6])) == [
        (Span("Na", "strong"),),
        (Span("m ", "strong"), Span("On", "name", Link.character("on-jo"))),
        (Span("-jo", "name", Link.character("on-jo")), line[2]),
    ]
    assert list(split_spans(line, [4, 9, 9, 99])) == [line[:1], line[1:2], (), line[2:], ()]


@given(spans, st.lists(st.integers(0, 80), max_size=6).map(sorted))
def test_split_spans_are_the_split_text(line: list[Span], places: list[int]) -> None:
    text = plain(tuple(line))
    attributes = [(character, span.style, span.link) for span in line for character in span.text]
    pieces = list(split_spans(line, places))
    for piece, start, end in zip(pieces, [0, *places], [*places, len(text)], strict=True):
        assert plain(piece) == text[start:end]
        assert [(one, span.style, span.link) for span in piece for one in span.text] == attributes[start:end]


@given(spans, sizes)
def test_spans_are_wrapped_like_their_text_and_keep_it(line: list[Span], cells: int) -> None:
    text = plain(tuple(line))
    wrapped = wrap_spans(line, cells)
    assert [plain(one) for one in wrapped] == lines_of(text, cells)
    attributes = [(span.style, span.link) for span in line for character in span.text if not character.isspace()]
    shown = [(span.style, span.link) for one in wrapped for span in one for mark in span.text if not mark.isspace()]
    assert shown == attributes


def test_a_line_is_filled_with_spaces_of_the_style_given() -> None:
    assert fill((Span("온조", "name"),), 6, "codeblock") == (Span("온조", "name"), Span("  ", "codeblock"))
    assert fill((Span("온조", "name"),), 4) == (Span("온조", "name"),)
    assert fill((), 2) == (Span("  "),)


def test_a_line_that_is_too_long_is_cut_and_half_a_character_becomes_a_space() -> None:
    line = (Span("a온", "em"), Span("조b", "name", Link.character("x")))
    assert fill(line, 5) == (Span("a온", "em"), Span("조", "name", Link.character("x")))
    assert fill(line, 4) == (Span("a온", "em"), Span(" ", "name", Link.character("x")))
    assert fill(line, 2) == (Span("a ", "em"),)


@given(spans, st.integers(0, 40))
def test_a_filled_line_has_exactly_the_width_given(line: list[Span], cells: int) -> None:
    given_line: Line = tuple(line)
    filled = fill(given_line, cells)
    assert line_width(filled) == cells
    if line_width(given_line) <= cells:
        assert plain(filled).rstrip(" ") == plain(given_line).rstrip(" ")


def test_a_style_is_added_to_a_span() -> None:
    assert Span("a").styled("em") == Span("a", "em")
    assert Span("a", "em", Link.fold("x")).styled("name") == Span("a", "em name", Link.fold("x"))
