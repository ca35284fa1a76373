"""The news since a point."""

from __future__ import annotations

import asyncio

from aotad_tui.cells import Line, Span
from aotad_tui.page.changes_since import new_content
from aotad_tui.progress.events import StoryEvent, more_on_page, since
from aotad_tui.progress.recap_text import news_lines
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.widgets.listing_view import ListingView

from .listing import ListingScreen


class NewsScreen(ListingScreen):
    """Shows new events at once. New content of pages follows when they are read, each on a thread."""

    reopened_by = "whats_new"

    def __init__(self, visible: VisibleStory, after: Position) -> None:
        self._visible = visible
        self._after = after
        self._events: list[StoryEvent] = since(visible, after)
        self._all_read = False
        timeline, seen = visible.story.timeline, visible.story.seen
        if seen == after + 1:
            title = f"New in {timeline.untitled(seen)}"
        else:
            title = f"New since {timeline.untitled(after) if after else 'the start'}"
        super().__init__(title, self._lines)

    def on_mount(self) -> None:
        """Start to read the pages."""
        run_exclusively(self, "pages", self._read_pages)

    async def _read_pages(self) -> None:
        for section in self._visible.story.sections:
            more = await asyncio.to_thread(new_content, self._visible, section, self._after)
            self._events += (more_on_page(section, new.at, *new.under) for new in more)
        self._all_read = True
        self.query_one(ListingView).add_rows()

    def _lines(self, cells: int) -> list[Line]:
        if self._events or self._all_read:
            return news_lines(self._visible, self._events, cells)
        return [(Span("Loading …", "dim"),)]
