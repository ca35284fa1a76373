"""A list of links, laid out for the width of the widget: recap, what is new, how two people are connected."""

from __future__ import annotations

from collections.abc import Callable

from aotad_tui.cells import Line
from aotad_tui.ui.pane import MOVEMENT_BINDINGS, Movable

from .lines_view import LinesView

RowsAt = Callable[[int], list[Line]]
"""Returns the rows at a width in cells."""


class ListingView(Movable, LinesView):
    """Draws the rows; the keys step through those with links."""

    BINDINGS = MOVEMENT_BINDINGS

    def __init__(self, rows_at: RowsAt, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows_at = rows_at

    def replace_rows(self, rows_at: RowsAt) -> None:
        """Replace the rows and scroll to the top."""
        self._rows_at = rows_at
        self._lay_out()
        self.scroll_home(animate=False)

    def add_rows(self) -> None:
        """Show the rows again after some were added at the end; the selected link stays selected."""
        before = self.current
        self._lay_out()
        if before in self.lines.links:
            self.select(before)

    def on_resize(self) -> None:
        """Lay out the rows at the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        cells = self.scrollable_content_region.width
        if cells > 0:
            self.show_lines(self._rows_at(cells))

    def open_current(self) -> None:
        """Open the link of the selected row."""
        self.open_link()

    def move_rows(self, rows: int) -> None:
        """Select the next row with a link, or scroll by one row where no link is near."""
        links, visible = self.lines.links, self.visible_rows
        if self.current in links and self.current.row in visible:
            number = links.index(self.current) + rows
        else:
            inside = [number for number, link in enumerate(links) if link.row in visible]
            number = inside[0 if rows > 0 else -1] if inside else len(links)
        if 0 <= number < len(links) and visible.start - 3 <= links[number].row < visible.stop + 3:
            self.select(links[number])
        else:
            self.scroll_relative(y=rows, animate=False)

    def move_screens(self, screens: float) -> None:
        """Scroll by whole screens."""
        rows = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_relative(y=rows if screens > 0 else -rows, animate=False)

    def move_to_end(self, *, top: bool) -> None:
        """Scroll to the top or to the bottom."""
        if top:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)
