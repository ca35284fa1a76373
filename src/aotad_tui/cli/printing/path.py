"""`path`: how two people are connected."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.path import path_lines, steps
from aotad_tui.chart.presence import shared_sections, together_lines
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.query import Json, Query, find_person, to_json
from aotad_tui.link import Link
from aotad_tui.page.page import MEASURE
from aotad_tui.search.full_text import FullText
from aotad_tui.story.paths import not_connected

from .drawn import PrintedLine, printed
from .ties import relationship_json


def path(query: Query) -> Iterator[PrintedLine]:
    """The chain from one person to another. Raises `NothingFound` if both are one person, or not connected."""
    visible = query.visible
    start, end = (find_person(visible, word) for word in query.words)
    way = visible.paths.between(start.id, end.id)
    if len(way) < 2:
        raise NothingFound(not_connected(visible.story, start, end))
    text = FullText(visible).fill()
    named_in = [text.sections_with(Link.character(person.id)) for person in (start, end)]
    if query.as_json:
        chain: list[Json] = [
            {"from": step.here.id, "to": step.there.id, **relationship_json(visible, step.here, step.side)}
            for step in steps(visible, way)
        ]
        together: list[Json] = [section.id for section in shared_sections(visible, named_in)]
        yield to_json({"from": start.id, "to": end.id, "steps": chain, "together": together})
        return
    cells = min(query.cells, MEASURE)
    yield from printed((*path_lines(visible, way, cells), (), *together_lines(visible, named_in, cells)))
