"""The layouts that a reader has seen, from which the next ones start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from aotad_tui.story.timeline import Position

from .columns import Columns

_GROWN = 1.5  # times as many cards as it was made for: a layout is begun anew, since lines cross ever more


class Layout(NamedTuple):
    """Where everybody stood, and for how many cards that was thought out; those since then only found a place in it."""

    columns: Columns
    made_for: int


class Layouts:
    """Where everybody stood on the maps that a reader has seen, so that they stand there again.

    What was laid out when more was known is forgotten: it would tell of what is hidden now.
    """

    def __init__(self, seen: Position = 0, kept: Mapping[str, Layout] | None = None) -> None:
        """`kept`: the layouts that were made as of `seen` in an earlier run, by name."""
        self._seen = seen
        self._kept = dict(kept or {})

    def at(self, seen: Position) -> None:
        """From now on the maps are of that point."""
        if seen < self._seen:
            self._kept.clear()
        self._seen = seen

    @property
    def kept(self) -> Mapping[str, Layout]:
        """All that is kept, by name, what was kept last at the end."""
        return self._kept

    def get(self, name: str, cards: int) -> Columns:
        """The columns kept under that name, to start from with so many cards; none if those are many more by now."""
        kept = self._kept.get(name)
        return kept.columns if kept and cards <= _GROWN * kept.made_for else ()

    def keep(self, name: str, columns: Columns) -> None:
        """Keeps columns, which began with those that `get` gave if it gave any."""
        cards = sum(len(block.keys) for column in columns for block in column)
        begun = bool(self.get(name, cards))
        before = self._kept.pop(name, None)
        self._kept[name] = Layout(columns, before.made_for if before and begun else cards)
