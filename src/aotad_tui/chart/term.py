"""The card of a term: its names and what it is, with a way to its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.link import Link
from aotad_tui.story.named import Term

from .card import framed


def term_facts(term: Term) -> Iterator[tuple[Span, ...]]:
    """Yield the rows of a term before wrapping: name and native name; other names; what it is."""
    native = (Span("  "), Span(term.native, "native")) if term.native else ()
    yield (Span(term.name, "person"), *native)
    others = other_names(term)
    if others:
        yield (Span(f"also {', '.join(others)}", "dim"),)
    if term.about:
        yield (Span(term.about),)


def other_names(term: Term) -> list[str]:
    """The names that are neither the current one nor the current native one, in order."""
    return [name for name in term.spellings if name not in (term.name, term.native)]


def term_lines(term: Term, cells: int) -> list[Line]:
    """Draw the card in `cells` cells, at least 12, and below it the command that lists all mentions."""
    mentions = Span("all mentions", "link", Link.command("show_all_mentions"))
    return [*framed(term_facts(term), cells), (), *wrap_spans((Span("  "), mentions), cells)]
