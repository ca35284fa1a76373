"""Previews the link under the pointer.

Textual's tooltip shows the preview once the pointer rests. It has no focus and takes no key, and the text is there
before the tooltip's timer runs, so nothing here depends on time.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Tooltip

from aotad_tui.chart.hover import hover_rows
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .widgets.styled_view import StyledView


class HoverPreview:
    """Sets the tooltips of the views of one screen. `visible`: returns the visible story."""

    def __init__(self, screen: Widget, visible: Callable[[], VisibleStory]) -> None:
        self._screen = screen
        self._visible = visible

    def show(self, view: StyledView, link: Link | None) -> None:
        """Preview a link of a view, or nothing."""
        rows = hover_rows(self._visible(), link) if link else []
        parts = [Content.styled(row, "" if number else "bold") for number, row in enumerate(rows)]
        view.tooltip = Content("\n").join(parts) if parts else None

    def forget(self) -> None:
        """Drop all previews: they are of another edition of the story."""
        for view in self._screen.query(StyledView):
            view.forget_hover()
        for tooltip in self._screen.query(Tooltip):
            tooltip.display = False
            tooltip.update("")
