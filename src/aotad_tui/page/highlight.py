"""Code to spans. Pygments is imported for the first code with a language; code without one is plain text."""

from __future__ import annotations

from functools import lru_cache

from aotad_tui.cells import Span

from .leaf_blocks import Code, Spans

_LONGEST = 100_000
"""Longer code is not highlighted, since a lexer has to start at the beginning."""

_STYLES = (
    ("Keyword", "keyword"),
    ("Literal.String", "string"),
    ("Literal.Number", "number"),
    ("Comment", "comment"),
    ("Name.Function", "function"),
    ("Name.Class", "function"),
    ("Name.Tag", "keyword"),
    ("Name.Attribute", "function"),
    ("Generic.Heading", "keyword"),
    ("Generic.Inserted", "string"),
    ("Generic.Deleted", "deleted"),
)


def highlighted(code: Code) -> Spans:
    """The spans of some lines of code."""
    if not code.language or len(code.whole) > _LONGEST:
        return (Span(code.text, "codeblock"),)
    pieces = _tokens(code.whole, code.language)
    if pieces is None:
        return (Span(code.text, "codeblock"),)
    spans = []
    at, end = 0, code.start + len(code.text)
    for style, text in pieces:
        past = at + len(text)
        if past > code.start and at < end:
            spans.append(Span(text[max(code.start - at, 0) : end - at], style))
        at = past
    return tuple(spans)


@lru_cache(maxsize=16)
def _tokens(text: str, language: str) -> tuple[tuple[str, str], ...] | None:
    """Styles and texts that together are exactly `text` and a newline; None for an unknown language."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    # Many lexers recognise a comment only by the newline after it, which the last line lacks.
    pieces = tuple((_style(str(kind)), value) for kind, value in lexer.get_tokens(text + "\n"))
    return pieces if "".join(value for _, value in pieces) == text + "\n" else None


@lru_cache(maxsize=256)
def _style(kind: str) -> str:
    for prefix, style in _STYLES:
        if kind.startswith(f"Token.{prefix}"):
            return f"codeblock {style}"
    return "codeblock"
