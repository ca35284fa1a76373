"""Scrolling of tables that are too wide for the page: by columns, by key, by wheel or by a click on their arrows."""

from __future__ import annotations

from aotad_tui.page.tables import MORE
from aotad_tui.ui.command_table import command

from .scroller import Scroller


class TableColumns:
    """Scrolls wide tables sideways. The rows of the page keep their heights."""

    def __init__(self, scroller: Scroller) -> None:
        self._scroller = scroller

    @command
    def columns_right(self) -> None:
        """Scroll the first table in view that has more columns on the right."""
        self._scroll_first(1)

    @command
    def columns_left(self) -> None:
        """Scroll the first table in view that has more columns on the left."""
        self._scroll_first(-1)

    def _scroll_first(self, columns: int) -> None:
        for leaf in dict.fromkeys(leaf for leaf, _ in self._scroller.lines_in_view()):
            if self._scroll(leaf, columns):
                return

    def scroll_at(self, y: int, columns: int) -> None:
        """Scroll the table in a row of the window, to the left where `columns` is below 0."""
        at = self._scroller.row_at(y)
        if at:
            self._scroll(at[0], columns)

    def click(self, x: int, y: int) -> bool:
        """Scroll the table whose arrow of hidden columns is in a cell of the window. Returns whether there is one."""
        span = self._scroller.span_at(x, y)
        if span is None or "more" not in span.style.split():
            return False
        self.scroll_at(y, 1 if MORE in span.text else -1)
        return True

    def _scroll(self, leaf: int, columns: int) -> bool:
        layout = self._scroller.layout
        scrolled = layout is not None and layout.scroll_columns(leaf, columns)
        if scrolled:
            self._scroller.columns_changed()
        return scrolled
