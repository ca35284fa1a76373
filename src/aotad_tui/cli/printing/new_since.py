"""`new-since POINT`: what became known since a point."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cli.query import Json, Query, to_json
from aotad_tui.page.changes_since import new_content
from aotad_tui.page.page import MEASURE
from aotad_tui.progress.events import more_on_page, since
from aotad_tui.progress.recap_text import news_lines
from aotad_tui.story.point_spellings import find_point

from .drawn import PrintedLine, printed
from .recap import event_json


def new_since(query: Query) -> Iterator[PrintedLine]:
    """The events after a point. Raises `UnknownPoint`."""
    visible = query.visible
    after = find_point(visible.story.timeline, query.words[0])
    events = since(visible, after)
    for section in visible.story.sections:
        events += (more_on_page(section, new.at, *new.under) for new in new_content(visible, section, after))
    if query.as_json:
        rows: list[Json] = [event_json(query, event) for event in events]
        yield to_json(rows)
        return
    yield from printed(news_lines(visible, events, min(query.cells, MEASURE)))
