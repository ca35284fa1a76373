"""Previews the link under the pointer.

Textual's tooltip shows the preview once the pointer rests. It has no focus and takes no key, and the text is there
before the tooltip's timer runs, so nothing here depends on time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Tooltip

from aotad_tui.chart.hover import hover_rows
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .viewport.viewport import PageViewport
from .widgets.lines_view import LinesView
from .widgets.styled_view import StyledView


@runtime_checkable
class _HasLinks(Protocol):
    """A view that finds the link in a cell of its window by itself, such as the map."""

    def link_at(self, x: int, y: int) -> Link | None:
        """The link, or None."""
        ...


class HoverPreview:
    """Sets the tooltips of the views of one screen. `visible`: returns the visible story."""

    def __init__(self, screen: Widget, visible: Callable[[], VisibleStory]) -> None:
        self._screen = screen
        self._visible = visible

    def move(self, event: events.MouseMove) -> None:
        """Preview the link under the pointer, if there is one."""
        for view in self._screen.query(StyledView):
            if view.display and view.region.contains(event.screen_x, event.screen_y):
                inside = view.scrollable_content_region
                view.tooltip = self._preview(_link_at(view, event.screen_x - inside.x, event.screen_y - inside.y))

    def _preview(self, link: Link | None) -> Content | None:
        rows = hover_rows(self._visible(), link) if link else []
        parts = [Content.styled(row, "" if number else "bold") for number, row in enumerate(rows)]
        return Content("\n").join(parts) if parts else None

    def forget(self) -> None:
        """Drop all previews: they are of another edition of the story."""
        for view in self._screen.query(StyledView):
            view.tooltip = None
        for tooltip in self._screen.query(Tooltip):
            tooltip.display = False
            tooltip.update("")


def _link_at(view: StyledView, x: int, y: int) -> Link | None:
    """The link in a cell of the window of a view."""
    match view:
        case _HasLinks():
            return view.link_at(x, y)
        case PageViewport():
            span = view.scroller.span_at(x, y)
            return span.link if span else None
        case LinesView():
            return view.lines.link_at(y + int(view.scroll_y), x)
    return None
