"""Syntax highlighting of code."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span

from .pages import page_of, spans_of


@pytest.mark.parametrize(("language", "comment"), [("sh", "# a list"), ("rust", "// a list"), ("yaml", "# a list")])
def test_a_comment_on_the_last_line_is_highlighted(language: str, comment: str) -> None:
    assert spans_of(f"```{language}\nab {comment}\n```")[-1] == Span(comment, "codeblock comment")


def test_removed_and_added_lines_of_a_diff_have_different_styles() -> None:
    removed, _, added, _, unchanged = spans_of("```diff\n-one\n+two\nsame\n```")
    assert removed == Span("-one", "codeblock deleted")
    assert added == Span("+two", "codeblock string")
    assert unchanged == Span("same", "codeblock")


@pytest.mark.parametrize("language", ["", "nosuchlanguage"])
def test_code_of_an_unknown_language_is_plain(language: str) -> None:
    assert spans_of(f"```{language}\nif x: 1\n```") == (Span("if x: 1", "codeblock"),)


def test_pieces_of_long_code_are_highlighted_as_one() -> None:
    lines = ["text = '''", *(f"line {number}" for number in range(150)), "'''", "done = 1"]
    code_page = page_of("```python\n" + "\n".join(lines) + "\n```")
    pieces = [code_page.content(leaf) for leaf in range(1, len(code_page.leaves))]
    assert ["".join(span.text for span in piece) for piece in pieces if isinstance(piece, tuple)] == [
        "\n".join(lines[:100]),
        "\n".join(lines[100:]),
    ]
    second = pieces[1]
    assert isinstance(second, tuple)
    assert (second[0].style, second[-1]) == ("codeblock string", Span("1", "codeblock number"))


def test_very_long_code_is_not_highlighted() -> None:
    long = "x = 1\n" * 17_000
    assert page_of(f"```python\n{long}```").content(1) == (Span("\n".join(["x = 1"] * 100), "codeblock"),)
