"""Rows that lead somewhere, filled for the width there is: recap, what is new, how two people are connected."""

from __future__ import annotations

from collections.abc import Callable

from aotad_tui.cells import Line
from aotad_tui.ui.pane import MOVEMENT_BINDINGS, Movable

from .lines_view import LinesView

Fill = Callable[[int], list[Line]]
"""The rows at a width in cells."""


class ListingView(Movable, LinesView):
    """Draws the rows; the keys step through those that lead somewhere."""

    BINDINGS = MOVEMENT_BINDINGS

    def __init__(self, fill: Fill, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fill = fill

    def refill(self, fill: Fill) -> None:
        """Shows other rows."""
        self._fill = fill
        self._set()
        self.scroll_home(animate=False)

    def fill_up(self) -> None:
        """Shows the rows again with what has come behind them; what was marked stays marked."""
        before = self.current
        self._set()
        if before in self.stops:
            self.mark(before)

    def on_resize(self) -> None:
        """Sets the rows at the new width."""
        self._set()

    def _set(self) -> None:
        cells = self.scrollable_content_region.width
        if cells > 0:
            self.show_lines(self._fill(cells))

    def open_current(self) -> None:
        """Open the link of the selected row."""
        self.open_link()

    def move_rows(self, rows: int) -> None:
        """Select the next row that leads somewhere, or scroll by one row where there is none near."""
        stops, top = self.stops, int(self.scroll_y)
        bottom = top + self.scrollable_content_region.height
        if self.current in stops and top <= self.current.row < bottom:
            number = stops.index(self.current) + rows
        else:
            inside = [number for number, stop in enumerate(stops) if top <= stop.row < bottom]
            number = inside[0 if rows > 0 else -1] if inside else len(stops)
        if 0 <= number < len(stops) and top - 3 <= stops[number].row < bottom + 3:
            self.mark(stops[number])
        else:
            self.scroll_relative(y=rows, animate=False)

    def move_screens(self, screens: float) -> None:
        """Scroll by screens, whole ones."""
        rows = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_relative(y=rows if screens > 0 else -rows, animate=False)

    def move_to_end(self, *, top: bool) -> None:
        """Scroll to the top or to the bottom."""
        if top:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)
