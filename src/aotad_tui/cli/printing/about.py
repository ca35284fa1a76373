"""`about`: the guide's title, summary and credits."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cli.query import Query, to_json
from aotad_tui.page.about_guide import about_lines
from aotad_tui.page.page import MEASURE

from .drawn import PrintedLine, printed


def about(query: Query) -> Iterator[PrintedLine]:
    """What the guide says about itself."""
    story = query.visible.story
    if query.as_json:
        yield to_json(
            {
                "title": story.title,
                "summary": story.summary or None,
                "version": story.credits.version or None,
                "authors": list(story.credits.authors),
                "license": story.credits.license or None,
                "homepage": story.credits.homepage or None,
                "language": story.language or None,
                "unit": story.timeline.unit,
                "points": len(story.timeline),
            }
        )
        return
    yield from printed(about_lines(story, min(query.cells, MEASURE)))
