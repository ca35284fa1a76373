"""What a terminal sends, split into keys, pastes and reports. Times are given, so that nothing waits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.ui.platform.terminal_background import BackgroundColor
from aotad_tui.ui.platform.terminal_input import (
    Characters,
    EscapeKey,
    LegacyMouseReport,
    Pasted,
    Piece,
    TerminalInput,
    escape_delay,
)
from aotad_tui.ui.platform.textual_internals import KeyParser


def pieces_of(*chunks: bytes, apart: float = 0.0) -> list[Piece]:
    """The pieces of bytes that arrive so many seconds apart, and of the minute after them."""
    source, now = TerminalInput(delay=0.3), 0.0
    pieces: list[Piece] = []
    for chunk in chunks:
        pieces += [*source.tick(now), *source.feed(chunk, now)]
        now += apart
    for second in range(60):
        pieces += source.tick(now + second)
    return pieces


def text_of(*chunks: bytes, apart: float = 0.0) -> str:
    """The characters of bytes that are nothing else."""
    pieces = pieces_of(*chunks, apart=apart)
    assert all(isinstance(piece, Characters) for piece in pieces)
    return "".join(piece.text for piece in pieces if isinstance(piece, Characters))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xff", "\ufffd"),
        (b"\xf8j", "\ufffdj"),
        ("été".encode("latin-1"), "\ufffdt\ufffd"),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd"),
        ("남온조".encode(), "남온조"),
    ],
)
def test_bytes_that_are_not_utf_8_are_replaced(data: bytes, text: str) -> None:
    data += b"."  # a character that is not whole may still become so
    assert text_of(data) == text + "."
    assert text_of(*(data[at : at + 1] for at in range(len(data)))) == text + "."


def test_a_legacy_mouse_report_is_one_piece_wherever_it_is_cut() -> None:
    data = b"j\x1b[M \xb4!k"
    for cut in range(1, len(data)):
        pieces = pieces_of(data[:cut], data[cut:], apart=0.2)
        assert [piece for piece in pieces if piece == LegacyMouseReport()] == [LegacyMouseReport()]
        assert "".join(piece.text for piece in pieces if isinstance(piece, Characters)) == "jk"


ARROWS = (b"\x1b[B", b"\x1bOB", b"\x1b[1;5A", b"\x1b[15~")


@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_key_in_pieces_is_that_key(arrow: bytes) -> None:
    assert text_of(*(arrow[at : at + 1] for at in range(len(arrow))), apart=0.2) == arrow.decode()


@pytest.mark.parametrize("arrow", ARROWS)
def test_the_rest_of_an_arrow_key_after_its_esc_was_taken_for_the_escape_key_is_no_command(arrow: bytes) -> None:
    pieces = pieces_of(*(arrow[at : at + 1] for at in range(len(arrow))), apart=0.5)
    assert pieces == [EscapeKey(), Characters(arrow.decode())]


def test_the_escape_key_is_known_after_a_delay_or_with_the_next_key() -> None:
    source = TerminalInput(delay=0.3)
    assert [*source.feed(b"\x1b", 0.0), *source.tick(0.2)] == []
    assert list(source.tick(0.4)) == [EscapeKey()]
    assert pieces_of(b"\x1b", b"j", apart=0.1) == [EscapeKey(), Characters("j")]
    assert pieces_of(b"\x1b\x1b[A") == [EscapeKey(), Characters("\x1b[A")]


def test_a_bracket_typed_after_the_escape_key_is_a_bracket() -> None:
    assert pieces_of(b"\x1b", b"[", apart=0.1) == [EscapeKey(), Characters("[")]
    assert pieces_of(b"\x1b", b"[", apart=0.5) == [EscapeKey(), Characters("[")]
    assert pieces_of(b"\x1b", b"[", b"[", apart=0.5) == [
        EscapeKey(),
        Characters("[["),
    ]
    assert pieces_of(b"\x1b", b"[", apart=2.0) == [EscapeKey(), Characters("[")]


def test_a_key_with_alt_comes_at_once() -> None:
    assert pieces_of(b"\x1bx", "\x1bé".encode()) == [Characters("\x1bx"), Characters("\x1bé")]


@pytest.mark.parametrize("data", [b"\x1b[<0;1", b"\x1b[" + b"1" * 100 + b"A", b"\x1b[M ", b"\x1b[1\x01"])
def test_a_sequence_that_is_not_whole_or_too_long_is_no_key(data: bytes) -> None:
    assert [piece for piece in pieces_of(data) if piece != Characters("\x01")] == []


REPLIES = (
    b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;q q\x07",
    b"\x1b]4;1;rgb:ffff/0/0\x07",
    b"\x1b]52;c;cXE=\x1b\\",
    b"\x1bP>|tmux 3.3a\x1b\\",
    b"\x1bP!|00000000\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1bP1$r0 q\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
)


@pytest.mark.parametrize("reply", REPLIES, ids=str)
def test_a_reply_to_another_program_is_no_key_wherever_it_is_cut(reply: bytes) -> None:
    for cut in range(len(reply)):
        assert pieces_of(reply[:cut], reply[cut:] + b"j", apart=0.1) == [Characters("j")]
    assert pieces_of(*(reply[at : at + 1] for at in range(len(reply))), b"j", apart=0.1) == [Characters("j")]


def test_the_report_of_a_title_is_no_key() -> None:
    assert pieces_of(b"\x1b]lquit: q\x1b\\j") == [Characters("j")]


@pytest.mark.parametrize("reply", REPLIES, ids=str)
def test_a_reply_whose_end_is_lost_is_no_key_and_keys_work_again(reply: bytes) -> None:
    begun = reply.rstrip(b"\x07\\").rstrip(b"\x1b")
    assert pieces_of(begun, b"j", apart=20.0) == [Characters("j")]
    assert pieces_of(begun + b"\x1b[B") == [Characters("\x1b[B")]
    assert pieces_of(begun, b"\x1b[B", apart=0.1) == [Characters("\x1b[B")]


@pytest.mark.parametrize("key", ["P", "_", "]"])
def test_a_key_that_may_begin_a_reply_is_a_key(key: str) -> None:
    typed = key.encode()
    assert pieces_of(b"\x1b" + typed) == [Characters("\x1b" + key)], "with alt"
    assert pieces_of(b"\x1b", typed, b"j", apart=0.1) == [EscapeKey(), Characters(key + "j")]
    assert pieces_of(b"\x1b", typed, apart=2.0) == [EscapeKey(), Characters(key)]


@pytest.mark.parametrize("key", ["P", "_"])
def test_a_key_after_the_escape_key_comes_at_once(key: str) -> None:
    source = TerminalInput(delay=0.3)
    assert [*source.feed(b"\x1b", 0.0), *source.tick(0.4)] == [EscapeKey()]
    assert list(source.feed(key.encode(), 0.5)) == [Characters(key)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"abc\x1b[31m m t q", "abc m t q"),
        (b"abc\x1b]52;c;ZXZpbA==\x1b\\def\x1bPq\x07", "abcdef"),
        (b"\nthe will\n", "the will"),
        (b"one\r\ntwo", "one\ntwo"),
        (b"a\x00\x9b31mb\x9d\x07c\x1b", "abc"),
        ("남온조".encode(), "남온조"),
    ],
)
def test_a_paste_is_its_text_alone_wherever_it_is_cut(data: bytes, text: str) -> None:
    whole = b"\x1b[200~" + data + b"\x1b[201~j"
    assert pieces_of(whole) == [Pasted(text), Characters("j")]
    for cut in range(7, len(whole)):
        assert pieces_of(whole[:cut], whole[cut:], apart=1.0) == [Pasted(text), Characters("j")]


def test_a_paste_whose_end_is_lost_ends_and_keys_work_again() -> None:
    assert pieces_of(b"\x1b[200~abc", b"j", apart=20.0) == [Pasted("abc"), Characters("j")]


def test_a_long_paste_takes_time_in_proportion_to_its_length() -> None:
    """Each chunk is looked at once: nothing but a few bytes is held."""
    source = TerminalInput()
    chunk = b"a" * 4096
    assert list(source.feed(b"\x1b[200~", 0.0)) == []
    held = []
    for _ in range(100):
        assert list(source.feed(chunk, 0.0)) == []
        held.append(len(source._held))
    assert max(held) < len(b"\x1b[201~")
    assert list(source.feed(b"\x1b[201~", 0.0)) == [Pasted("a" * 409_600)]


@pytest.mark.parametrize(("given", "seconds"), [("25", 0.025), ("0", 0.0), ("", 0.3), ("x", 0.3), ("9" * 9, 0.3)])
def test_the_delay_can_be_chosen_as_for_other_programs(
    given: str, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESCDELAY", given)
    assert escape_delay() == seconds


BEGINNINGS = (b"\x1b", b"\x1b[", b"\x1b[M", b"\x1b]11;", b"\x1bP", b"\x1b[200~", b"\x9d")
ENDS = (b"\x1b[201~", b"\x1b\\", b"\x07", b"j")


@given(st.lists(st.binary() | st.sampled_from(BEGINNINGS + ENDS)), st.sampled_from([0.0, 0.2, 0.5, 2.0]))
def test_keys_work_again_whatever_a_terminal_has_sent(chunks: list[bytes], apart: float) -> None:
    source = TerminalInput(delay=0.3)
    taken: list[Piece] = []
    for number, chunk in enumerate(chunks):
        taken += [*source.feed(chunk, number * apart), *source.tick(number * apart)]
    end = len(chunks) * apart + 60
    taken += source.tick(end)
    pieces = [*source.feed(b"j", end + 1), *source.tick(end + 2)]
    assert isinstance(pieces[-1], Characters)
    assert pieces[-1].text.endswith("j")
    parser = KeyParser()
    for piece in (*taken, *pieces):
        if isinstance(piece, Characters):
            list(parser.feed(piece.text))  # raises nothing; an empty text is the end of all input to it


@pytest.mark.parametrize("report", [b"\x1b[<0;-5;-5M", b"\x1b[<32;10;-3m", b"\x1b[<35;-12;100M"])
def test_a_mouse_report_from_outside_the_window_is_one_sequence_wherever_it_is_cut(report: bytes) -> None:
    assert pieces_of(report + b"j") == [Characters(report.decode()), Characters("j")]
    for cut in range(1, len(report)):
        assert pieces_of(report[:cut], report[cut:], apart=0.2) == [Characters(report.decode())]


def test_a_mouse_report_whose_esc_was_taken_for_the_escape_key_is_no_command() -> None:
    assert pieces_of(b"\x1b", b"[<0;3;4M", apart=0.5) == [EscapeKey(), Characters("\x1b[<0;3;4M")]


def test_no_bytes_change_nothing() -> None:
    source = TerminalInput(delay=0.3)
    list(source.feed(b"\x1b", 0.0))
    moments = [0.1, 0.2, 0.31]
    assert [[*source.feed(b"", now), *source.tick(now)] for now in moments] == [[], [], [EscapeKey()]]


WHITE, BLACK = BackgroundColor(1.0, 1.0, 1.0), BackgroundColor(0.0, 0.0, 0.0)
ANSWER = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"


@pytest.mark.parametrize(
    ("value", "color"),
    [
        (b"rgb:ffff/ffff/ffff", WHITE),
        (b"rgb:ff/ff/ff", WHITE),
        (b"rgba:0000/0000/0000/ffff", BLACK),
        (b"rgb:0/0/0", BLACK),
    ],
)
@pytest.mark.parametrize("end", [b"\x07", b"\x1b\\"])
def test_the_answer_about_the_background_is_no_key_wherever_it_is_cut(
    value: bytes, color: BackgroundColor, end: bytes
) -> None:
    data = b"j\x1b]11;" + value + end + b"k"
    assert pieces_of(data) == [Characters("j"), color, Characters("k")]
    for cut in range(2, len(data)):
        assert pieces_of(data[:cut], data[cut:], apart=0.2) == [Characters("j"), color, Characters("k")]


def test_the_answer_may_come_a_byte_at_a_time_and_after_its_esc_was_taken_for_the_escape_key() -> None:
    assert pieces_of(*(ANSWER[at : at + 1] for at in range(len(ANSWER))), apart=0.2) == [WHITE]
    assert pieces_of(ANSWER[:1], ANSWER[1:], apart=0.5) == [EscapeKey(), WHITE]
    assert pieces_of(ANSWER[:1], ANSWER[1:12], ANSWER[12:], apart=0.5) == [EscapeKey(), WHITE]


@pytest.mark.parametrize("value", [b"", b"rgb:ff/ff", b"#ffffff", b"red"])
def test_an_answer_without_a_known_colour_is_no_key_either(value: bytes) -> None:
    begin = b"\x1b]11;" + value
    assert pieces_of(begin + b"\x07", b"j", apart=20.0) == [Characters("j")]
    assert pieces_of(begin, b"j", apart=20.0) == [Characters("j")], "its end is lost"


def test_a_closing_bracket_is_a_key_with_alt_and_after_the_escape_key() -> None:
    assert pieces_of(b"\x1b]") == [Characters("\x1b]")]
    assert pieces_of(b"\x1b]", b"j", apart=0.1) == [Characters("\x1b]"), Characters("j")]
    assert pieces_of(b"\x1b]j") == [Characters("\x1b]"), Characters("j")]
    assert pieces_of(b"\x1b", b"]", b"j", apart=0.1) == [EscapeKey(), Characters("]j")]
    assert pieces_of(b"\x1b", b"]", apart=0.1) == [EscapeKey(), Characters("]")]
    assert pieces_of(b"\x1b", b"]", apart=0.5) == [EscapeKey(), Characters("]")]
    assert pieces_of(b"\x1b", b"]", apart=2.0) == [EscapeKey(), Characters("]")]


def test_a_background_is_light_or_dark_by_how_bright_it_looks() -> None:
    assert [BackgroundColor(*color).is_light for color in ((1, 1, 0.9), (0, 1, 0), (0, 0, 1), (0.1, 0.1, 0.1))] == [
        True,
        True,
        False,
        False,
    ]
