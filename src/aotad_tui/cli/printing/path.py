"""`path`: how two people are connected."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.path import path_lines, steps
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.query import Json, Query, dump, find_person
from aotad_tui.page.page import MEASURE
from aotad_tui.story.paths import not_connected

from .drawn import printed
from .ties import tie_json


def path(query: Query) -> Iterator[str]:
    """The chain from one person to another. Raises `NothingFound` if both are one person, or not connected."""
    visible = query.visible
    one, other = (find_person(visible, word) for word in query.words)
    way = visible.paths.between(one.id, other.id)
    if len(way) < 2:
        raise NothingFound(not_connected(visible.story, one, other))
    if query.as_json:
        found: list[Json] = [
            {"from": step.here.id, "to": step.there.id, **tie_json(visible, step.here, step.side)}
            for step in steps(visible, way)
        ]
        yield dump({"from": one.id, "to": other.id, "steps": found})
        return
    yield from printed(path_lines(visible, way, min(query.cells, MEASURE)))
