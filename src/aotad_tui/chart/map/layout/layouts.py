"""The layouts that a reader has seen; new ones start from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from aotad_tui.story.timeline import Position

from .column_assignment import Columns

_MAX_GROWTH = (
    1.5  # Beyond this many times the cards it was made for, a layout is discarded, since crossings accumulate.
)


class Layout(NamedTuple):
    """The columns of a layout, and the number of cards it was computed for; later cards were only added to it."""

    columns: Columns
    made_for: int


class Layouts:
    """The columns of the maps that a reader has seen, so that cards keep their positions.

    Layouts made when more was known are forgotten: they would reveal what is hidden now.
    """

    def __init__(self, seen: Position = 0, layouts: Mapping[str, Layout] | None = None) -> None:
        """`layouts`: the layouts made as of `seen` in an earlier run, by name."""
        self._seen = seen
        self._layouts = dict(layouts or {})

    def move_to(self, seen: Position) -> None:
        """Set the point that the maps show. Going back forgets all layouts."""
        if seen < self._seen:
            self._layouts.clear()
        self._seen = seen

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """All layouts by name, the one stored last at the end."""
        return self._layouts

    def get(self, name: str, cards: int) -> Columns:
        """Return the columns with this name to start from; none if there are now more than 1.5 times as many cards."""
        layout = self._layouts.get(name)
        return layout.columns if layout and cards <= _MAX_GROWTH * layout.made_for else ()

    def store(self, name: str, columns: Columns) -> None:
        """Store columns, which started from those that `get` returned if it returned any."""
        cards = sum(len(block.keys) for column in columns for block in column)
        continued = bool(self.get(name, cards))
        before = self._layouts.pop(name, None)
        self._layouts[name] = Layout(columns, before.made_for if before and continued else cards)
