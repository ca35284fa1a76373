"""Whom somebody reaches over one other: looked up when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from aotad_tui.cells import Line, Span, cut, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .collapse import ALL_TWO_STEPS, TWO_STEPS
from .line_styles import CORNER, FAINT, FOLDED
from .relationship_rows import INDENT, name_of

_FEW = 6
_LEAD = "    "


@dataclass(frozen=True, slots=True)
class TwoSteps:
    """Somebody two steps away and over whom, by name."""

    id: str
    name: str
    via: tuple[str, ...]


def two_steps(visible: VisibleStory, id: str) -> list[TwoSteps]:
    """Who is tied to somebody tied to this person, but not to the person: the most ways first, then by name."""
    related = visible.people.neighbours
    near = dict.fromkeys(tie.other for tie in visible.people.relationships_of(id))
    ways: dict[str, dict[str, None]] = {}
    for middle in near:
        for other, _ in related[middle]:
            if other != id and other not in near:
                ways.setdefault(other, {})[middle] = None
    found = [
        TwoSteps(other, name_of(visible, other), tuple(name_of(visible, middle) for middle in middles))
        for other, middles in ways.items()
    ]
    return sorted(found, key=lambda one: (-len(one.via), one.name, one.id))


def two_step_lines(visible: VisibleStory, id: str, cells: int, turned: Collection[str] = ()) -> Iterator[Line]:
    """The heading; once it is opened how many there are, the first few, and once that is opened all of them."""
    if TWO_STEPS not in turned:
        yield _heading(f"{FOLDED} two steps away ", cells)
        return
    found = two_steps(visible, id)
    yield _heading(f"{CORNER} two steps away {len(found)} ", cells)
    few = ALL_TWO_STEPS not in turned and len(found) > _FEW
    shown = found[:_FEW] if few else found
    for one in shown:
        yield from _rows(one, cells)
    if few:
        link = Link.fold(ALL_TWO_STEPS)
        yield (Span(_LEAD, "", link), Span(f"{FOLDED} {len(found) - _FEW} more", "link", link))


def _heading(words: str, cells: int) -> Line:
    start = cut(f"{INDENT}{words}", cells)
    return (Span(start + FAINT * (cells - width(start)), "tie-heading dim", Link.fold(TWO_STEPS)),)


def _rows(one: TwoSteps, cells: int) -> Iterator[Line]:
    """One row, "Choi Nam-ra via Nam On-jo, Yoon Gwi-nam +2"; the name and the rest in rows of their own if need be."""
    link = Link.character(one.id)
    room = cells - width(_LEAD)
    beside = _via(one.via, room - width(f"{one.name} "))
    if beside:
        yield (Span(_LEAD, "", link), Span(one.name, "name", link), Span(f" {beside}", "dim", link))
        return
    for first, past in wrap_text(one.name, room):
        yield (Span(_LEAD, "", link), Span(one.name[first:past], "name", link))
    below = _via(one.via, room - 2) or _all(one.via[:1], len(one.via) - 1)
    for first, past in wrap_text(below, room - 2):
        yield (Span(f"{_LEAD}  ", "", link), Span(below[first:past], "dim", link))


def _via(names: tuple[str, ...], cells: int) -> str:
    """As many names as fit into a row, at least one, and how many more there are; empty where not even one fits."""
    for count in range(min(len(names), cells // 2), 0, -1):
        words = _all(names[:count], len(names) - count)
        if width(words) <= cells:
            return words
    return ""


def _all(names: tuple[str, ...], more: int) -> str:
    return f"via {', '.join(names)}" + (f" +{more}" if more else "")
