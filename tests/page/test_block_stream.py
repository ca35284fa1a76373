from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from aotad_tui.cells import plain
from aotad_tui.markdown import full_parser
from aotad_tui.page.block_builder import BlockBuilder
from aotad_tui.page.incremental.block_stream import BlockStream
from aotad_tui.page.incremental.long_leaves import MORE
from aotad_tui.page.incremental.long_lists import PIECE

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
    *("    more of the note", "- [ ] to do", "", "", " \t ", "[x] and [^n]", "\\", "\r\n"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join)


@given(texts, st.booleans(), st.integers(1, 200))
def test_a_text_parsed_block_by_block_equals_one_parsed_at_once(text: str, ends: bool, window: int) -> None:
    text += "\n" * ends
    stream = BlockStream(text, window)
    tokens: list[Any] = []
    while not stream.done:
        tokens.extend(token.as_dict() for token in stream.next())
    parser = full_parser()
    env: dict[str, Any] = {}
    at_once: list[Any] = []
    parser.block.parse(stream.text, parser, env, at_once)
    assert tokens == [token.as_dict() for token in at_once]
    assert stream.env == env


ITEMS = (
    *("- a", "- b **c", "- [ ] d", "-   e", "- - f", "- > g", "- a | b", "---|---", "- # h", "-", "* * *", "- - -"),
    *("  - in", "  more", "    code", "", "lazy", "  > in quote", "> out", "  ```", "```", "  1. one", "[x]: /y"),
    *("* other", "1. one", "2. two", "2. > q", "7) seven", "   far", " - near", "[^n]: note", "- [x]: /z"),
)
QUOTES = (
    *(
        "> a",
        "> b",
        ">",
        ">",
        "> - c",
        ">   d",
        "> > e",
        "> >",
        "> | f | g |",
        "> |---|---|",
        "> h | i",
        "> ```",
        ">> j",
    ),
    *(
        "lazy",
        "===",
        "> ===",
        "",
        "> [x]: /y",
        "> 'title",
        "> title'",
        "> [^n]: k",
        ">     l",
        "> - > m",
        ">   > n",
        "# o",
    ),
    *(
        "- > p",
        "  > q",
        "  >",
        "[^m]: > r",
        "    > s",
        "    >",
        "    > t",
        ">\tu",
        " > v",
        "     > w",
        "> [!note] x",
        ">",
    ),
)
NOTES = (
    *(
        "[^n]: a",
        "    b",
        "",
        "    - c",
        "      d",
        "",
        "    > e",
        "    >",
        "lazy",
        "    ```",
        "    f",
        "        g",
        "[^m]: h",
    ),
    *(
        "\ti",
        "    | j | k |",
        "    |---|---|",
        "    l | m",
        "    n",
        "    [x]: /y",
        "- [^p]: o",
        "      p",
        "[^n]: - q",
        "r",
    ),
)
LEAVES = (
    *(
        "| a | b |",
        "|---|--:|",
        "c | d",
        "e",
        "",
        "| f | g | h |",
        "```",
        "```py",
        "~~~",
        "i",
        "    j",
        "    k",
        "",
        "\tl",
    ),
    *("m  ", "===", "---", "> n", "- o", "1. p", "[x]: /y", "[x]: '", "title'", "\\", "q\\|r|s|", "|", "   t", "# u"),
)
one_kind = st.sampled_from((ITEMS, QUOTES, NOTES, LEAVES)).flatmap(
    lambda some: st.lists(st.sampled_from(some), max_size=24)
)
several = st.lists(st.sampled_from(ITEMS + QUOTES + NOTES + LEAVES), max_size=24)


def join_pieces(stream: BlockStream) -> list[tuple[Any, ...]]:
    """All tokens of a text, without those that only separate the pieces of a long block.

    Leaves out what differs in pieces: the ends of containers, and the spacing between the items of a list.
    """
    found: list[Token] = []
    while not stream.done:
        tokens = stream.next()
        at = 0
        while at < len(tokens):
            token = tokens[at]
            before = found[-1] if found else token
            piece = token.meta.get(PIECE)
            if piece and piece.items_before:
                assert found.pop().type == token.type.replace("_open", "_close")
            elif MORE not in token.meta:
                found.append(token)
            elif token.type == "table_open":
                assert found.pop().type == "table_close"
                if found[-1].type == "tbody_close":
                    found.pop()
                    at = next(n for n in range(at, len(tokens)) if tokens[n].type == "tbody_open")
                else:
                    at = next(n for n in range(at, len(tokens)) if tokens[n].type == "thead_close")
            elif token.type == "paragraph_open":
                assert found.pop().type == "paragraph_close"
                at += 1
                begun, more = found[-1], tokens[at]
                assert begun.map
                assert more.map
                begun.content += "\n" + more.content
                begun.map[1] = more.map[1]
            else:
                assert before.type == token.type
                assert before.map
                assert token.map
                before.content += token.content
                before.map[1] = token.map[1]
            at += 1
    return [_without_ends(token) for token in found]


def _without_ends(token: Token) -> tuple[Any, ...]:
    place = token.map if token.type in ("inline", "fence", "code_block", "heading_open", "hr", "tr_open") else None
    text = (
        [line.strip() for line in token.content.split("\n")] if token.type == "inline" else token.content.rstrip("\n")
    )
    return token.type, token.level, token.markup, str(token.attrs), token.meta.get("label"), place, text


def _check(text: str, window: int, long: int) -> None:
    whole, pieces = BlockStream(text, window, 1_000), BlockStream(text, window, long)
    assert join_pieces(pieces) == join_pieces(whole)
    assert pieces.env == whole.env


@given(one_kind.map("\n".join), st.integers(1, 60), st.integers(1, 9))
@example("- a\n- a | b\n---|---\n- a\n- a", 10, 3)
def test_a_block_of_any_kind_is_the_same_in_pieces(text: str, window: int, long: int) -> None:
    _check(text, window, long)


@given(several.map("\n".join), st.integers(1, 60), st.integers(1, 9))
def test_nested_blocks_of_any_kind_are_the_same_in_pieces(text: str, window: int, long: int) -> None:
    _check(text, window, long)


def test_a_long_list_in_pieces_keeps_its_numbers_and_its_spacing() -> None:
    for between in ("\n", "\n\n"):
        stream, builder = BlockStream(between.join(f"{number}. item" for number in range(7, 1_007))), BlockBuilder()
        pieces = []
        while not stream.done:
            pieces.append(list(builder.leaves(stream.next())))
        assert len(pieces) > 5
        found = [leaf for piece in pieces for leaf in piece]
        assert [plain(leaf.first).strip() for leaf in found] == [f"{number}." for number in range(7, 1_007)]
        assert [leaf.gap is None for leaf in found] == [False] + [between == "\n"] * 999


@given(texts)
def test_parsing_ends_and_reports_how_far_it_is(text: str) -> None:
    stream = BlockStream(text)
    read = [0]
    while not stream.done:
        stream.next()
        read.append(stream.characters_read)
    assert read == sorted(read)
    assert stream.next() == []


@pytest.mark.parametrize("text", ["", "\n", " ", "x", "x\n", "\n\nx", "x\n "])
def test_parsing_of_a_short_text_ends(text: str) -> None:
    stream = BlockStream(text)
    blocks = 0
    while not stream.done:
        blocks += bool(stream.next())
    assert blocks == bool(text.strip())
