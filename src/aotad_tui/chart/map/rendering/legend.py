"""The words around the map: how much there is, what each line and sign means, and who is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, width
from aotad_tui.chart.card import name_line, standing
from aotad_tui.chart.line_styles import STROKES
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import ALIVE

_MARKS = ("who ► whom", "(past)", "▐ ▌ selected")
_MOST_NAMES = 40  # more never fit in a line


def legend(story: Story, cells: int, hidden: frozenset[str] = frozenset()) -> list[Line]:
    """The kinds with their signs and lines, and what else has a sign, as much to a row as fits in so many cells.

    Kinds that are `hidden`, by their ids, say so.
    """
    rows: list[Line] = []
    row: list[Span] = []
    used = 0
    for span in _entries(story, hidden):
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


def _entries(story: Story, hidden: frozenset[str]) -> Iterator[Span]:
    for kind in story.kinds:
        stroke = STROKES[kind.line].across
        if kind.id in hidden:
            yield Span(f"[{kind.sign} {kind.heading} hidden]", "dim")
        else:
            yield Span(f"{stroke}{kind.sign}{stroke} {kind.heading}", f"tie {kind.id}")
    for state in story.states:
        if state.id != ALIVE:
            yield Span(f"{state.sign} {state.label}", f"state {state.id}")
    for mark in _MARKS:
        yield Span(mark, "dim")


def counted(atlas: Atlas, view: View, person: str) -> str:
    """How many people and ties a view shows; of the person of that id where it shows their ties alone."""
    cast = atlas.cast
    if view is not View.EGO or person not in cast.people:
        return f"{_people(len(cast.people))}, {_relationships(len(cast.ends))}"
    bonds = cast.of(person)
    others = len({bond.other(person) for bond in bonds})
    return f"{_relationships(len(bonds))} with {_people(others)}"


def _people(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'people'}"


def _relationships(count: int) -> str:
    return f"{count} relationship{'' if count == 1 else 's'}"


def caption(atlas: Atlas, chosen: Link | None) -> str:
    """Whoever has this link in a line: a person's names, group and state; a group's people."""
    visible = atlas.cast.visible
    if chosen is None:
        return ""
    if chosen.is_character:
        person = visible.people.get(chosen.id)
        return f"{name_line(person)}  {''.join(span.text for span in standing(visible, person))}" if person else ""
    return ", ".join(atlas.cast.people[link.id].name for link in atlas.members(chosen)[:_MOST_NAMES])
