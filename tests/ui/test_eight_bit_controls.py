"""Controls of one byte are read as ESC and a letter, and bytes of characters stay what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.ui.platform.eight_bit_controls import EightBitControls
from aotad_tui.ui.platform.terminal_background import BackgroundColor
from aotad_tui.ui.platform.terminal_input import Characters, LegacyMouseReport, Piece, TerminalInput

CONTROLS = {
    b"\x8f": b"\x1bO",
    b"\x90": b"\x1bP",
    b"\x9b": b"\x1b[",
    b"\x9c": b"\x1b\\",
    b"\x9d": b"\x1b]",
    b"\x9f": b"\x1b_",
}
PARTS = [*CONTROLS, b"a", "한".encode(), "\x9b".encode(), b"\xff"]
CUTS = st.sets(st.integers(1, 40))


def rewritten(data: bytes, cuts: set[int]) -> bytes:
    """The bytes, rewritten in pieces."""
    controls = EightBitControls()
    ends = [*sorted(cut for cut in cuts if cut < len(data)), len(data)]
    return b"".join(controls.rewrite(data[start:end]) for start, end in zip([0, *ends], ends, strict=False))


@given(st.text(), CUTS)
def test_texts_stay_what_they_are_wherever_they_are_cut(text: str, cuts: set[int]) -> None:
    data = text.encode("utf-8", "replace")
    assert rewritten(data, cuts) == data


@given(st.lists(st.sampled_from(PARTS)), st.sets(st.integers(1, 40)))
def test_controls_between_characters_are_rewritten_wherever_they_are_cut(parts: list[bytes], cuts: set[int]) -> None:
    assert rewritten(b"".join(parts), cuts) == b"".join(CONTROLS.get(part, part) for part in parts)


@given(st.binary(), CUTS)
def test_any_bytes_are_rewritten_alike_in_one_piece_and_in_many(data: bytes, cuts: set[int]) -> None:
    assert rewritten(data, cuts) == rewritten(data, set())


@pytest.mark.parametrize("cut", range(1, 7))
def test_the_coordinates_of_an_old_mouse_report_are_no_controls(cut: int) -> None:
    report = b"\x1b[M \x9b\x9d"
    assert rewritten(report + b"\x9bA", {cut}) == report + b"\x1b[A"


def pieces_of(data: bytes, cut: int) -> list[Piece]:
    """The pieces of bytes that come in two parts, and of the time after them."""
    source = TerminalInput()
    return [
        piece
        for now, part in enumerate((data[:cut], data[cut:], b""))
        for piece in (*source.feed(part, now / 10), *source.tick(now / 10 + 60 * (not part)))
    ]


@pytest.mark.parametrize(
    ("data", "pieces"),
    [
        (b"\x9bAj", [Characters("\x1b[A"), Characters("j")]),
        (b"\x9d11;rgb:ffff/ffff/ffff\x9cj", [BackgroundColor(1.0, 1.0, 1.0), Characters("j")]),
        (b"\x90>|term 1\x9cj", [Characters("j")]),
        (b"\x9b<0;3;4Mj", [Characters("\x1b[<0;3;4M"), Characters("j")]),
        (b"\x1b[M \x9b!j", [LegacyMouseReport(), Characters("j")]),
        ("한j".encode(), [Characters("한j")]),
    ],
)
def test_what_a_terminal_sends_in_8_bits_is_read_as_in_7(data: bytes, pieces: list[Piece]) -> None:
    assert pieces_of(data, len(data)) == pieces
