"""The layouts that a reader has seen, from which the next ones start."""

from __future__ import annotations

from typing import NamedTuple

from aotad_tui.story.timeline import Position

from .placing import Columns

_GROWN = 1.5  # times as many cards as it was made for: a layout is begun anew, since lines cross ever more


class _Kept(NamedTuple):
    columns: Columns
    made_for: int


class Layouts:
    """Where everybody stood on the maps that a reader has seen, so that they stand there again.

    What was laid out when more was known is forgotten: it would tell of what is hidden now.
    """

    def __init__(self) -> None:
        self._seen: Position = 0
        self._kept: dict[str, _Kept] = {}

    def at(self, seen: Position) -> None:
        """From now on the maps are of that point."""
        if seen < self._seen:
            self._kept.clear()
        self._seen = seen

    def get(self, name: str, cards: int) -> Columns:
        """The columns kept under that name, to start from with so many cards; none if those are many more by now."""
        kept = self._kept.get(name)
        return kept.columns if kept and cards <= _GROWN * kept.made_for else ()

    def keep(self, name: str, columns: Columns) -> None:
        """Keeps columns, which began with those that `get` gave if it gave any."""
        cards = sum(len(block.keys) for column in columns for block in column)
        made_for = self._kept[name].made_for if self.get(name, cards) else cards
        self._kept[name] = _Kept(columns, made_for)
