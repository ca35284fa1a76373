from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.markdown import full_parser
from aotad_tui.page.stream import BlockStream

PIECES = (
    *(
        "a line",
        "two  ",
        "\ttab",
        "    code",
        "- item",
        "  - inner",
        "1. one",
        "2) two",
        "> quote",
        ">> deeper",
        "lazy",
    ),
    *(
        "# head",
        "head\n===",
        "---",
        "***",
        "```py",
        "```",
        "~~~",
        "| a | b |",
        "|---|--:|",
        "[x]: /there",
        "[^n]: note",
    ),
    *("    more of the note", "- [ ] to do", "", "", " \t ", "[x] and [^n]", "\\", "\r\n", "\0"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join)


@given(texts, st.booleans())
def test_a_text_read_block_by_block_is_what_the_parser_makes_of_it_at_once(text: str, ends: bool) -> None:
    text += "\n" * ends
    stream = BlockStream(text)
    tokens: list[Any] = []
    while not stream.done:
        tokens.extend(token.as_dict() for token in stream.next())
    parser = full_parser()
    env: dict[str, Any] = {}
    at_once: list[Any] = []
    parser.block.parse(stream.text, parser, env, at_once)
    assert tokens == [token.as_dict() for token in at_once]
    assert stream.env == env


@given(texts)
def test_reading_ends_and_tells_how_far_it_is(text: str) -> None:
    stream = BlockStream(text)
    read = [0]
    while not stream.done:
        stream.next()
        read.append(stream.characters_read)
    assert read == sorted(read)
    assert stream.next() == []


@pytest.mark.parametrize("text", ["", "\n", " ", "x", "x\n", "\n\nx", "x\n "])
def test_short_texts_come_to_an_end(text: str) -> None:
    stream = BlockStream(text)
    blocks = 0
    while not stream.done:
        blocks += bool(stream.next())
    assert blocks == bool(text.strip())
