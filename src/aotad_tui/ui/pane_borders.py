"""The borders between panes, which can be dragged. Widths are kept until the program ends."""

from __future__ import annotations

from textual import events
from textual.screen import Screen

from aotad_tui.commands.panes import MAIN_PANE, PANES

from .pane_layout import PaneLayout

_PANE_IDS = [pane.id for pane in PANES]


class PaneBorders:
    """Resizes a side pane while its border is dragged."""

    def __init__(self, screen: Screen[None], layout: PaneLayout) -> None:
        self._screen = screen
        self._layout = layout
        self._dragged: str | None = None
        """The id of the pane whose border is dragged."""

    def press(self, event: events.MouseDown) -> None:
        """Begin to drag if the pointer is on a border."""
        for id in self._layout.resizable:
            if self._border(id) == event.screen_x and event.screen_y in self._rows(id):
                self._dragged = id

    def move(self, event: events.MouseMove) -> None:
        """Move the dragged border to the pointer."""
        if self._dragged and event.button:
            region = self._screen.query_one(f"#{self._dragged}").region
            x = event.screen_x
            self._layout.resize(self._dragged, x + 1 - region.x if _is_left(self._dragged) else region.right - x)
        else:
            self._dragged = None

    def release(self) -> None:
        """Let the border go."""
        self._dragged = None

    def _border(self, id: str) -> int:
        region = self._screen.query_one(f"#{id}").region
        return region.right - 1 if _is_left(id) else region.x

    def _rows(self, id: str) -> range:
        region = self._screen.query_one(f"#{id}").region
        return range(region.y, region.bottom)


def _is_left(pane: str) -> bool:
    return _PANE_IDS.index(pane) < _PANE_IDS.index(MAIN_PANE)
