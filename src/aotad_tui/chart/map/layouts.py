"""The layouts that a reader has seen, from which the next ones start."""

from __future__ import annotations

from aotad_tui.story.timeline import Position

from .placing import Columns


class Layouts:
    """Where everybody stood on the maps that a reader has seen, so that they stand there again.

    What was laid out when more was known is forgotten: it would tell of what is hidden now.
    """

    def __init__(self) -> None:
        self._seen: Position = 0
        self._columns: dict[str, Columns] = {}

    def at(self, seen: Position) -> None:
        """From now on the maps are of that point."""
        if seen < self._seen:
            self._columns.clear()
        self._seen = seen

    def get(self, name: str) -> Columns:
        """The columns kept under that name."""
        return self._columns.get(name, ())

    def keep(self, name: str, columns: Columns) -> None:
        """Keeps columns."""
        self._columns[name] = columns
