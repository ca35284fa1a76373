"""The people two steps away: related to somebody whom a person is related to. Looked up only on request."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from aotad_tui.cells import Line, Span, cut, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .collapse import ALL_TWO_STEPS, TWO_STEPS
from .line_glyphs import COLLAPSED_SIGN, CORNER, FAINT
from .relationship_rows import INDENT, name_of

_MAX_SHOWN = 6
_LEAD = "    "


@dataclass(frozen=True, slots=True)
class PersonTwoStepsAway:
    """A person two steps away, and the names of the people between."""

    id: str
    name: str
    via: tuple[str, ...]


def people_two_steps_away(visible: VisibleStory, id: str) -> list[PersonTwoStepsAway]:
    """Return the people related to a neighbour of this person but not to the person.

    Those with the most connections come first, then by name.
    """
    related = visible.people.neighbours
    related_ids = dict.fromkeys(side.other for side in visible.people.relationships_of(id))
    ways: dict[str, dict[str, None]] = {}
    for middle in related_ids:
        for other, _ in related[middle]:
            if other != id and other not in related_ids:
                ways.setdefault(other, {})[middle] = None
    people = [
        PersonTwoStepsAway(other, name_of(visible, other), tuple(name_of(visible, middle) for middle in middles))
        for other, middles in ways.items()
    ]
    return sorted(people, key=lambda person: (-len(person.via), person.name, person.id))


def two_step_lines(visible: VisibleStory, id: str, cells: int, toggled: Collection[str] = ()) -> Iterator[Line]:
    """Yield the heading; once expanded also the number of people and the first few, or all of them."""
    if TWO_STEPS not in toggled:
        yield _heading(f"{COLLAPSED_SIGN} two steps away ", cells)
        return
    people = people_two_steps_away(visible, id)
    yield _heading(f"{CORNER} two steps away {len(people)} ", cells)
    shortened = ALL_TWO_STEPS not in toggled and len(people) > _MAX_SHOWN
    shown = people[:_MAX_SHOWN] if shortened else people
    for person in shown:
        yield from _rows(person, cells)
    if shortened:
        link = Link.fold(ALL_TWO_STEPS)
        yield (Span(_LEAD, "", link), Span(f"{COLLAPSED_SIGN} {len(people) - _MAX_SHOWN} more", "link", link))


def _heading(words: str, cells: int) -> Line:
    start = cut(f"{INDENT}{words}", cells)
    return (Span(start + FAINT * (cells - width(start)), "tie-heading dim", Link.fold(TWO_STEPS)),)


def _rows(person: PersonTwoStepsAway, cells: int) -> Iterator[Line]:
    """Yield "Choi Nam-ra via Nam On-jo, Yoon Gwi-nam +2" on one row, or the name and the rest on rows of their own."""
    link = Link.character(person.id)
    room = cells - width(_LEAD)
    via = _fitting_via_text(person.via, room - width(f"{person.name} "))
    if via:
        yield (Span(_LEAD, "", link), Span(person.name, "name", link), Span(f" {via}", "dim", link))
        return
    for start, end in wrap_text(person.name, room):
        yield (Span(_LEAD, "", link), Span(person.name[start:end], "name", link))
    below = _fitting_via_text(person.via, room - 2) or _via_text(person.via[:1], len(person.via) - 1)
    for start, end in wrap_text(below, room - 2):
        yield (Span(f"{_LEAD}  ", "", link), Span(below[start:end], "dim", link))


def _fitting_via_text(names: tuple[str, ...], cells: int) -> str:
    """Return as many names as fit on a row and the number of the others; an empty text if not even one fits."""
    for count in range(min(len(names), cells // 2), 0, -1):
        words = _via_text(names[:count], len(names) - count)
        if width(words) <= cells:
            return words
    return ""


def _via_text(names: tuple[str, ...], more: int) -> str:
    return f"via {', '.join(names)}" + (f" +{more}" if more else "")
