"""`new-since POINT`: what is known now and was not then."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cli.query import Json, Query, dump
from aotad_tui.page.grown import growth
from aotad_tui.page.page import MEASURE
from aotad_tui.reading.happenings import more_on_page, since
from aotad_tui.reading.telling import news_lines

from .drawn import printed
from .recap import happening_json


def new_since(query: Query) -> Iterator[str]:
    """What became known after a point. Raises `UnknownPoint`."""
    edition = query.edition
    after = edition.story.timeline.find(query.words[0])
    found = since(edition, after)
    for section in edition.story.sections:
        found += (more_on_page(section, one.at, *one.under) for one in growth(edition, section, after))
    if query.as_json:
        rows: list[Json] = [happening_json(query, one) for one in found]
        yield dump(rows)
        return
    yield from printed(news_lines(edition, found, min(query.cells, MEASURE)))
