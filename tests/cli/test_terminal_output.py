"""What a terminal gets besides text: bold headings, and addresses as hyperlinks that hold nothing but an address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from aotad_tui.cells import Line, Span
from aotad_tui.cli import output
from aotad_tui.cli.output import print_line
from aotad_tui.link import Link
from tests.systems import posix

from .conftest import Run

pytestmark = posix

BOLD, PLAIN = "\x1b[1m", "\x1b[22m"
SEQUENCES = re.compile(r"\x1b\[1m|\x1b\[22m|\x1b\]8;;[!-~]*\x1b\\")
TITLE: Line = (Span("The door", "heading heading-2"), Span(" and more"))


def linked(address: str) -> str:
    """A source that leads to an address, as a terminal gets it."""
    return f"\x1b]8;;{address}\x1b\\Source\x1b]8;;\x1b\\\n"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on stdout, as far as the writer knows."""
    monkeypatch.setattr(output, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_without_a_terminal_a_line_is_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_line((*TITLE, Span("!", "link", Link.address("https://example.org"))))
    assert capsys.readouterr().out == "The door and more!\n"


@pytest.mark.usefixtures("terminal")
def test_headings_are_bold_and_addresses_are_links(capsys: pytest.CaptureFixture[str]) -> None:
    print_line(TITLE)
    assert capsys.readouterr().out == f"{BOLD}The door{PLAIN} and more\n"
    print_line((Span("Source", "source link", Link.address("https://example.org/a?b=c#d")),))
    assert capsys.readouterr().out == linked("https://example.org/a?b=c#d")
    print_line((Span("Elsewhere", "link", Link.section("a")),))
    assert capsys.readouterr().out == "Elsewhere\n"


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("TERM", "linux")])
def test_a_terminal_that_would_print_sequences_gets_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    print_line((*TITLE, Span("!", "link", Link.address("https://example.org"))))
    assert capsys.readouterr().out == "The door and more!\n"


@pytest.mark.usefixtures("terminal")
def test_no_color_leaves_links_and_no_bold(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    print_line((Span("Source", "heading", Link.address("https://example.org")),))
    assert capsys.readouterr().out == linked("https://example.org")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/한글", "https://example.org/%ED%95%9C%EA%B8%80"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ('https://example.org/"<x>`{|}^', "https://example.org/%22%3Cx%3E%60%7B%7C%7D%5E"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
    ],
)
def test_an_address_is_percent_encoded(capsys: pytest.CaptureFixture[str], address: str, written: str) -> None:
    print_line((Span("Source", "", Link.address(address)),))
    assert capsys.readouterr().out == linked(written)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/\x1b\\\x1b]52;c;ZXZpbA==\x07",
        "https://example.org/\x9c",
        "https://example.org/a b",
        "https://good.example\\@evil.example",
        "https://example.org/\u202etxt.exe",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
    ],
)
def test_what_is_no_safe_address_is_no_link(capsys: pytest.CaptureFixture[str], address: str) -> None:
    print_line((Span("Source", "", Link.address(address)),))
    assert capsys.readouterr().out == "Source\n"


@pytest.mark.usefixtures("terminal")
def test_texts_bring_no_sequences_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    attack = "\x1b]52;c;ZXZpbA==\x07\x1b]8;;https://evil.example\x1b\\\x9b1m\u202e"
    print_line((Span(attack, "heading", Link.address("https://example.org")),))
    out = capsys.readouterr().out
    assert SEQUENCES.sub("", out).strip().isprintable()
    assert SEQUENCES.findall(out)[0] == "\x1b]8;;https://example.org\x1b\\"


@pytest.mark.slow
@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    "words",
    [
        ("show", "--seen", "10"),
        ("who", "hyde", "--seen", "10"),
        ("people", "--seen", "5"),
        ("map", "--seen", "5", "--ascii"),
        ("recap", "--seen", "5"),
    ],
    ids=lambda words: words[0],
)
def test_a_command_prints_the_same_text_with_and_without_sequences(
    run_jekyll: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    width = ("--width", "80")
    drawn = run_jekyll(*words, *width).out
    monkeypatch.setattr(output, "is_terminal", lambda _: False)
    plain = run_jekyll(*words, *width).out
    assert SEQUENCES.sub("", drawn) == plain
    assert "\x1b" not in plain


@pytest.mark.usefixtures("terminal")
def test_the_sources_of_a_section_are_links(run_jekyll: Run) -> None:
    out = run_jekyll("show", "one-man", "--seen", "10").out
    assert "\x1b]8;;https://www.gutenberg.org/ebooks/614\x1b\\" in out


@pytest.mark.usefixtures("terminal")
def test_json_has_no_sequences(run_jekyll: Run) -> None:
    assert "\x1b" not in run_jekyll("show", "one-man", "--seen", "10", "--json").out


def test_a_text_line_of_a_command_is_converted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    convert: Callable[[str], str] = str.upper
    print_line("text", convert)
    print_line((Span("te", "heading"), Span("xt")), convert)
    assert capsys.readouterr().out == "TEXT\nTEXT\n"
