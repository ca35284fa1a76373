"""The points of a timeline as a list to choose from, folded by volume where there are volumes."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from aotad_tui.story.timeline import Position, Timeline, Volume

from .choice_list import ChoiceList, ValueOption

Row = Position | Volume
"""A row of the list: a position (0 for nothing yet), or a volume, whose points are the rows below it if unfolded."""


class PointList(ChoiceList):
    """Lists the points of a timeline, with a mark on those up to `seen`. At most one volume is unfolded.

    `candidates`: the points that are listed alone, if any.
    """

    def __init__(self, timeline: Timeline, seen: Position, *, id: str | None = None) -> None:
        self._timeline = timeline
        self._seen = seen
        self.candidates: tuple[Position, ...] = ()
        self._unfolded = timeline.volumes[0] if len(timeline.volumes) == 1 else None
        self._rows = list(self._all_rows())
        super().__init__(*map(self._option, self._rows), id=id)

    @property
    def highlighted_row(self) -> Row | None:
        """The highlighted row; None if there is none."""
        return None if self.highlighted is None else self._rows[self.highlighted]

    def highlight(self, row: Row) -> None:
        """Highlight a row, and unfold its volume."""
        volume = self._timeline.volume_of(row) if isinstance(row, Position) else row
        if volume and volume != self._unfolded:
            self._unfold(volume)
        self.highlighted = self._rows.index(row)

    def list_candidates(self, candidates: tuple[Position, ...]) -> None:
        """List these points alone, none of them highlighted; without any, list all points again."""
        if candidates != self.candidates:
            self.candidates = candidates
            self._list_rows()

    def action_last(self) -> None:
        """Highlight the last point, in a folded volume too."""
        if self.candidates:
            super().action_last()
        else:
            self.highlight(len(self._timeline))

    def toggle(self, volume: Volume) -> None:
        """Unfold a volume, or fold it."""
        self._unfold(None if volume == self._unfolded else volume)
        self.highlighted = self._rows.index(volume)

    def unfold(self) -> None:
        """Unfold the highlighted volume."""
        row = self.highlighted_row
        if isinstance(row, Volume) and row != self._unfolded:
            self.toggle(row)

    def fold(self) -> None:
        """Fold the highlighted volume, or the one of the highlighted point."""
        row = self.highlighted_row
        volume = self._timeline.volume_of(row) if isinstance(row, Position) else row
        if volume and volume == self._unfolded and not self.candidates:
            self.toggle(volume)

    def _unfold(self, volume: Volume | None) -> None:
        self._unfolded = volume
        self._list_rows()

    def _list_rows(self) -> None:
        self._rows = list(self._all_rows())
        with self.app.batch_update():
            self.clear_options()
            self.add_options(map(self._option, self._rows))

    def _all_rows(self) -> Iterator[Row]:
        if self.candidates:
            yield from self.candidates
            return
        if not self._timeline.volumes:
            yield from range(len(self._timeline) + 1)
            return
        yield 0
        for volume in self._timeline.volumes:
            yield volume
            if volume == self._unfolded:
                yield from range(volume.first, volume.last + 1)

    def _option(self, row: Row) -> ValueOption[Row]:
        timeline = self._timeline
        if isinstance(row, Volume):
            sign = "▾" if row == self._unfolded else "▸"
            count = row.last - row.first + 1
            finished = max(0, min(self._seen - row.first + 1, count))
            mark = "✓" if finished == count else " "
            return ValueOption(Content(f"{mark} {sign} {timeline.volume_heading(row)}  {finished} of {count}"), row)
        mark = "✓" if 0 < row <= self._seen else " "
        words = timeline.heading(row) if row else "Nothing yet"
        last = ", the end" if row and row == len(timeline) else ""
        indent = "  " if timeline.volumes and row else ""
        return ValueOption(Content(f"{mark} {indent}{words}{last}"), row)
