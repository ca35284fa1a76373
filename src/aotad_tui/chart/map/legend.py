"""The words below the map: what each line and sign means, and who is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, Span, width
from aotad_tui.chart.card import name_line, standing
from aotad_tui.chart.strokes import STROKES
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.values import Kind

from .atlas import Atlas

_MARKS = ("► who acts on whom", "(in brackets) over", "▐ ▌ chosen")
_MOST_NAMES = 40  # more never fit in a line


def legend(kinds: Iterable[Kind], cells: int, hidden: frozenset[str] = frozenset()) -> list[Line]:
    """The kinds with their signs and lines, as many to a row as fit in so many cells; those that are hidden say so."""
    rows: list[Line] = []
    row: list[Span] = []
    used = 0
    for span in _entries(kinds, hidden):
        size = width(span.text)
        if row and used + 2 + size > cells:
            rows.append(tuple(row))
            row, used = [], 0
        if row:
            row.append(Span("  "))
            used += 2
        row.append(span)
        used += size
    return [*rows, tuple(row)] if row else rows


def _entries(kinds: Iterable[Kind], hidden: frozenset[str]) -> Iterator[Span]:
    for kind in kinds:
        stroke = STROKES[kind.line].across
        if kind.id in hidden:
            yield Span(f"[{kind.sign} {kind.heading} hidden]", "dim")
        else:
            yield Span(f"{stroke}{kind.sign}{stroke} {kind.heading}", f"tie {kind.id}")
    for mark in _MARKS:
        yield Span(mark, "dim")


def caption(atlas: Atlas, chosen: str) -> str:
    """Whoever has this link in a line: a person's names, group and state; a group's people."""
    edition = atlas.cast.edition
    if chosen.startswith(CHARACTER):
        person = edition.people.get(chosen.removeprefix(CHARACTER))
        return f"{name_line(person)}  {''.join(span.text for span in standing(edition, person))}" if person else ""
    ids = (link.removeprefix(CHARACTER) for link in atlas.members(chosen)[:_MOST_NAMES])
    return ", ".join(atlas.cast.people[id].name for id in ids)
