from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aotad_tui.cells import plain
from aotad_tui.markdown import full_parser
from aotad_tui.page.flatten import leaves
from aotad_tui.page.leaves import Body
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


@given(texts, st.booleans(), st.integers(1, 200))
def test_a_text_read_block_by_block_is_what_the_parser_makes_of_it_at_once(text: str, ends: bool, window: int) -> None:
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


@given(st.lists(st.sampled_from(ITEMS), max_size=24).map("\n".join), st.integers(3, 9))
@example("- a\n- a | b\n---|---\n- a\n- a", 3)
def test_a_list_read_in_pieces_is_the_list_but_for_the_room_between_its_items(text: str, long_list: int) -> None:
    def read(stream: BlockStream) -> list[tuple[Body, str, tuple[int, int]]]:
        found: list[tuple[Body, str, tuple[int, int]]] = []
        while not stream.done:
            found += [(leaf.body, plain(leaf.first).strip(), leaf.lines) for leaf in leaves(stream.next())]
        return found

    pieces, whole = BlockStream(text, 10, long_list), BlockStream(text, 10)
    assert read(pieces) == read(whole)
    assert pieces.env == whole.env


def test_a_long_list_comes_in_pieces_that_count_on_and_keep_their_room() -> None:
    for between in ("\n", "\n\n"):
        stream = BlockStream(between.join(f"{number}. item" for number in range(7, 1_007)))
        pieces = []
        while not stream.done:
            pieces.append(list(leaves(stream.next())))
        assert len(pieces) > 5
        found = [leaf for piece in pieces for leaf in piece]
        assert [plain(leaf.first).strip() for leaf in found] == [f"{number}." for number in range(7, 1_007)]
        assert [leaf.gap is None for leaf in found] == [False] + [between == "\n"] * 999


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
