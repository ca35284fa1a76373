"""The parser of control sequences sees each hostile text for what it is."""

from __future__ import annotations

import pytest

from .control_sequences import Piece, pieces, unexpected, unexpected_in_print
from .hostile import CORPUS, MARKUP


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b"a\x1b[2Jb", [("text", "a"), ("CSI", "2J"), ("text", "b")]),
        (b"\x1b[?25l\x1b[1;2H", [("CSI", "?25l"), ("CSI", "1;2H")]),
        (b"\x1b[38;5", [("unfinished", "CSI 38;5")]),
        (b"\x1b[3\x1b[m", [("unfinished", "CSI 3"), ("CSI", "m")]),
        (b"\x1b]0;x\x07y", [("OSC", "0;x"), ("text", "y")]),
        (b"\x1b]0;x\x1b\\y", [("OSC", "0;x"), ("text", "y")]),
        (b"\x1b]0;x", [("unfinished", "OSC string")]),
        (b"\x1bP1$q q\x1b\\", [("DCS", "1$q q")]),
        (b"\x1b_G\x1b\\\x1b^p\x1b\\\x1bXs\x1b\\", [("APC", "G"), ("PM", "p"), ("SOS", "s")]),
        (b"\x1b_G\x1b[2J", [("unfinished", "APC string"), ("CSI", "2J")]),
        (b"\x1bc\x1b#8\x1b(0", [("ESC", "c"), ("ESC", "#8"), ("ESC", "(0")]),
        (b"\x1b\x1b[m", [("unfinished", "ESC "), ("CSI", "m")]),
        (b"\x9b2J\xc2\x9b2J", [("8-bit CSI", "2J")] * 2),
        (b"\xc2\x9d0;x\xc2\x9cy", [("8-bit OSC", "0;x"), ("text", "y")]),
        (b"a\x08b", [("text", "a"), ("control", "\x08"), ("text", "b")]),
        ("한글\xff".encode(), [("text", "한글\xff")]),
        (b"\xff", [("text", "\udcff")]),
    ],
)
def test_output_is_split_into_texts_and_sequences(written: bytes, expected: list[tuple[str, str]]) -> None:
    assert list(pieces(written)) == [Piece(*piece) for piece in expected]


def test_what_a_driver_writes_is_expected() -> None:
    assert unexpected(b"\x1b[?1049h\x1b[?25l\x1b[>1u\x1b[2;3H\x1b[38;2;1;2;3;48;2;4;5;6;1mtext\x1b[0m\x1b[<u") == []


def test_only_what_was_copied_may_go_to_the_clipboard() -> None:
    written = b"\x1b]52;c;Y29waWVk\x07"
    assert unexpected(written, copied=["copied"]) == []
    assert unexpected(written, copied=["other"]) == [Piece("OSC", "52;c;Y29waWVk")]


WRITTEN_BY_DRIVERS = {
    *("CSI colours", "CSI conceal", "CSI home", "CSI far away", "CSI 9;9;9 m"),
    *("CSI alternate screen off", "CSI mouse on", "CSI cursor off", "CSI keyboard push", "control 0d"),
}
WITHOUT_SEQUENCES = {*(f"markup {number}" for number in range(len(MARKUP))), "lines that look like others"}


def test_every_hostile_text_is_unexpected() -> None:
    assert len(CORPUS) >= 500
    unseen = {name for name, text in CORPUS.items() if not unexpected(f"a {text} b".encode())}
    assert unseen == WRITTEN_BY_DRIVERS | WITHOUT_SEQUENCES, "a newline of a driver in raw mode is meant"
    unseen_in_print = {name for name, text in CORPUS.items() if not unexpected_in_print(f"a {text} b".encode())}
    assert unseen_in_print == WITHOUT_SEQUENCES
