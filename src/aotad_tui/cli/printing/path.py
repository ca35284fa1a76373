"""`path`: how two people are connected."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.path import not_connected, path_lines, steps
from aotad_tui.chart.presence import shared_sections, together_lines
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.query import Json, Query, find_person, to_json
from aotad_tui.link import Link
from aotad_tui.page.page import MEASURE
from aotad_tui.search.passages import mention_points

from .drawn import PrintedLine, printed
from .ties import relationship_json


def path(query: Query) -> Iterator[PrintedLine]:
    """The chain from one person to another. Raises `NothingFound` if both are one person, or not connected.

    Of two people who are not connected, it first prints where they are named together.
    """
    visible = query.visible
    start, end = (find_person(visible, word) for word in query.words)
    way = visible.paths.between(start.id, end.id)
    connected = len(way) > 1
    named_at = mention_points(visible, [Link.character(person.id) for person in (start, end)])
    shared = shared_sections(visible, named_at) if start.id != end.id else []
    cells = min(query.cells, MEASURE)
    if query.as_json and (connected or shared):
        chain: list[Json] = [
            {"from": step.here.id, "to": step.there.id, **relationship_json(visible, step.here, step.side)}
            for step in (steps(visible, way) if connected else ())
        ]
        together: list[Json] = [section.id for section in shared]
        yield to_json({"from": start.id, "to": end.id, "steps": chain, "together": together})
    elif connected:
        yield from printed((*path_lines(visible, way, cells), (), *together_lines(visible, named_at, cells)))
    elif shared:
        yield from printed(together_lines(visible, named_at, cells))
    if not connected:
        raise NothingFound(not_connected(visible, start, end))
