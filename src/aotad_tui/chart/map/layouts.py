"""The layouts that a reader has seen, from which the next ones start."""

from __future__ import annotations

from collections.abc import Mapping

from aotad_tui.story.timeline import Position

from .placing import Columns


class Layouts:
    """Where everybody stood on the maps that a reader has seen, so that they stand there again.

    What was laid out when more was known is forgotten: it would tell of what is hidden now.
    """

    def __init__(self, seen: Position = 0, columns: Mapping[str, Columns] | None = None) -> None:
        """`columns`: the layouts that were made as of `seen` in an earlier run, by name."""
        self.seen = seen
        self._columns = dict(columns or {})

    def at(self, seen: Position) -> None:
        """From now on the maps are of that point."""
        if seen < self.seen:
            self._columns.clear()
        self.seen = seen

    @property
    def columns(self) -> Mapping[str, Columns]:
        """All that is kept, by name, what was kept last at the end."""
        return self._columns

    def get(self, name: str) -> Columns:
        """The columns kept under that name."""
        return self._columns.get(name, ())

    def keep(self, name: str, columns: Columns) -> None:
        """Keeps columns."""
        self._columns.pop(name, None)
        self._columns[name] = columns
