"""The widget of a viewport as its scroller sees it."""

from __future__ import annotations

from collections.abc import Callable

from textual.scroll_view import ScrollView

from aotad_tui.ui.widgets.styled_view import StyledView


class WidgetWindow:
    """The `Window` of a scroller, made of a widget."""

    def __init__(self, view: StyledView) -> None:
        self._view = view

    @property
    def cells(self) -> int:
        """The width of the content."""
        return self._view.scrollable_content_region.width

    @property
    def rows(self) -> int:
        """The number of visible rows, at least 1."""
        return max(self._view.container_size.height, 1)

    @property
    def top(self) -> int:
        """The row of the page at the top."""
        return round(self._view.scroll_y)

    def set_top(self, row: int) -> None:
        """Scroll to a row without drawing."""
        self._view.set_reactive(ScrollView.scroll_y, float(row))
        self._view.set_reactive(ScrollView.scroll_target_y, float(row))
        if self._view.show_vertical_scrollbar:
            self._view.vertical_scrollbar.position = row

    def set_height(self, rows: int) -> None:
        """Set the height of the page."""
        self._view.fit(rows)

    def refresh(self) -> None:
        """Draw the widget in the next frame."""
        self._view.refresh()

    def call_later(self, callback: Callable[[], None]) -> None:
        """Call a function once the current events have been handled."""
        self._view.call_later(callback)
