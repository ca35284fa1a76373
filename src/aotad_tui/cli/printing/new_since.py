"""`new-since POINT`: what is known now and was not then."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import plain
from aotad_tui.cli.query import Json, Query, dump
from aotad_tui.page.page import MEASURE
from aotad_tui.reading.happenings import since
from aotad_tui.reading.telling import news_lines

from .recap import happening_json


def new_since(query: Query) -> Iterator[str]:
    """What became known after a point. Raises `UnknownPoint`."""
    after = query.edition.story.timeline.find(query.words[0])
    if query.as_json:
        rows: list[Json] = [happening_json(query, one) for one in since(query.edition, after)]
        yield dump(rows)
        return
    for line in news_lines(query.edition, after, min(query.cells, MEASURE)):
        yield plain(line).rstrip()
