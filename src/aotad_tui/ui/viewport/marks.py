"""The reader's highlights and notes on a page: a quiet background, and a sign in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aotad_tui.annotations.marked_text import TextRange, range_of
from aotad_tui.page.rows import Row
from aotad_tui.progress.bookmarks import Bookmark, BookmarkKind
from aotad_tui.story.timeline import Position

from .bound import OfPage
from .scroller import Scroller
from .strips import Highlight

_END_OF_TEXT = 1 << 60
_HIGHLIGHT_SIGN, _NOTE_SIGN = "│", "*"


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A highlight or a note, and where it is on the page."""

    bookmark: Bookmark
    range: TextRange

    def span_in(self, leaf: int) -> tuple[int, int] | None:
        """The first character of it in a leaf block and the one after the last, or None."""
        (first_leaf, first), (last_leaf, past) = self.range
        if not first_leaf <= leaf <= last_leaf:
            return None
        return first if leaf == first_leaf else 0, past if leaf == last_leaf else _END_OF_TEXT


class TextMarks:
    """Finds the marks of the page once it is read to its end. `source` returns those of a section at a position."""

    _marks = OfPage[tuple[DrawnMark, ...]](tuple)

    def __init__(self, scroller: Scroller, redraw: Callable[[], None]) -> None:
        self.source: Callable[[str, Position], tuple[Bookmark, ...]] = lambda _section, _seen: ()
        self._scroller = scroller
        self._redraw = redraw
        scroller.page_shown.connect(self.refresh)
        scroller.page_read.connect(self.refresh)

    def refresh(self) -> None:
        """Find the marks again, for example because one was added."""
        page = self._scroller.page
        if page is None or not page.done:
            return
        before, marks = self._marks, []
        for bookmark in self.source(page.section.id, page.visible.story.seen):
            place = range_of(page, bookmark.text_anchor, bookmark.extent) if bookmark.extent else None
            if place:
                marks.append(DrawnMark(bookmark, place))
        self._marks = tuple(marks)
        if self._marks != before:
            self._redraw()

    def overlapping(self, place: TextRange) -> DrawnMark | None:
        """The mark that shares text with a range, or None."""
        for mark in self._marks:
            if mark.range.first < place.past and place.first < mark.range.past:
                return mark
        return None

    def in_view(self, bookmark: str) -> DrawnMark | None:
        """The mark with that id if its beginning is in view, or None."""
        leaves = {leaf for leaf, _ in self._scroller.lines_in_view()}
        marks = (mark for mark in self._marks if mark.bookmark.id == bookmark and mark.range.first[0] in leaves)
        return next(marks, None)

    def highlights(self, leaf: int) -> Iterator[Highlight]:
        """The marks in a leaf block."""
        for mark in self._marks:
            span = mark.span_in(leaf)
            if span:
                yield Highlight(*span, "marked")

    def sign(self, leaf: int, row: Row) -> str:
        """The sign in the margin of a row: of a note where its text begins, else of a highlight, else none."""
        sign = ""
        for mark in self._marks:
            span = mark.span_in(leaf)
            if span is None or not (span[0] < row.end and span[1] > row.start):
                continue
            begins = mark.range.first[0] == leaf and span[0] >= row.start
            if begins and mark.bookmark.kind is BookmarkKind.NOTE:
                return _NOTE_SIGN
            sign = _HIGHLIGHT_SIGN
        return sign
