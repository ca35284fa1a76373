"""`new-since POINT`: what became known since a point."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cli.query import Json, Query, dump
from aotad_tui.page.changes_since import growth
from aotad_tui.page.page import MEASURE
from aotad_tui.progress.events import more_on_page, since
from aotad_tui.progress.recap_text import news_lines

from .drawn import printed
from .recap import happening_json


def new_since(query: Query) -> Iterator[str]:
    """The events after a point. Raises `UnknownPoint`."""
    visible = query.visible
    after = visible.story.timeline.find(query.words[0])
    found = since(visible, after)
    for section in visible.story.sections:
        found += (more_on_page(section, one.at, *one.under) for one in growth(visible, section, after))
    if query.as_json:
        rows: list[Json] = [happening_json(query, one) for one in found]
        yield dump(rows)
        return
    yield from printed(news_lines(visible, found, min(query.cells, MEASURE)))
