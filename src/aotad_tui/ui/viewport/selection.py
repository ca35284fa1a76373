"""The selected text of a page, and copying."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.widget import Widget

from aotad_tui.annotations.marked_text import TextRange
from aotad_tui.cells import cut
from aotad_tui.page.metadata import is_next_link
from aotad_tui.ui.command_table import command

from .bound import OfPage
from .find import FindInPage
from .links import LinkCursor
from .scroller import Scroller
from .strips import Highlight
from .text_position import TextPosition

_QUOTED_CELLS = 32
"""The cells of a copied paragraph that the notification quotes."""
_END_OF_TEXT = 1 << 60


class TextSelection:
    """Highlights the text that Textual selects: the x of its offsets is a character, the y a leaf block."""

    class Copied(Message):
        """A text for the clipboard; `description` says which it is, for the reader."""

        def __init__(self, text: str, description: str) -> None:
            super().__init__()
            self.text = text
            self.description = description

    _selection = OfPage[Selection | None](lambda: None)

    def __init__(
        self, view: Widget, scroller: Scroller, redraw: Callable[[], None], find: FindInPage, links: LinkCursor
    ) -> None:
        self._view = view
        self._scroller = scroller
        self._redraw = redraw
        self._find = find
        self._links = links
        scroller.page_shown.connect(self._drop_stale)

    def update(self, selection: Selection | None) -> None:
        """Highlight another selection."""
        self._selection = selection
        self._redraw()

    def _drop_stale(self) -> None:
        """Drop the selection of another page, which Textual keeps for the widget."""
        if self._selection is None and self._view.is_attached and self._view in self._view.screen.selections:
            self._view.screen.clear_selection()

    def select(self, start: TextPosition, end: TextPosition) -> None:
        """Select the text from one position up to another."""
        selection = Selection(Offset(start.character, start.leaf), Offset(end.character, end.leaf))
        self._view.screen.selections = {self._view: selection}

    def select_block(self, y: int) -> None:
        """Select the whole leaf block in a row of the window."""
        at, page = self._scroller.row_at(y), self._scroller.page
        if at and page:
            self.select(TextPosition(at[0], 0), TextPosition(at[0], len(page.text(at[0]))))

    def text(self, selection: Selection) -> str:
        """The selected text, in which paragraphs are not broken into lines."""
        page = self._scroller.page
        if page is None:
            return ""
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else len(page.leaves) - 1, len(page.leaves) - 1)
        text = ""
        for leaf in range(first, last + 1):
            span = selection.get_span(leaf)
            if span:
                separator = page.leaves[leaf].separator
                part = page.text(leaf)[span[0] : span[1] if span[1] >= 0 else None]
                text += (separator if leaf > first else "") + part
        return text

    def chosen(self) -> TextRange | None:
        """The selected text, or else the current paragraph; None without a page."""
        page = self._scroller.page
        if page is None or not page.leaves:
            return None
        selection = self._selection
        if selection is None:
            leaf = self._current_block()
            return TextRange((leaf, 0), (leaf, len(page.text(leaf))))
        last = len(page.leaves) - 1
        start, end = selection.start or Offset(0, 0), selection.end or Offset(len(page.text(last)), last)
        return TextRange((start.y, start.x), (min(end.y, last), end.x))

    @property
    def is_active(self) -> bool:
        """Whether text is selected."""
        return self._selection is not None

    def clear(self) -> None:
        """Select nothing."""
        self._view.screen.clear_selection()

    def highlights(self, leaf: int) -> Iterator[Highlight]:
        """The selection in a leaf block."""
        span = self._selection.get_span(leaf) if self._selection else None
        if span:
            yield Highlight(span[0], span[1] if span[1] >= 0 else _END_OF_TEXT, "selected")

    @command
    def copy(self) -> None:
        """Copy the selection, or the current paragraph."""
        page = self._scroller.page
        selected = self._view.screen.get_selected_text()
        if selected:
            self._view.post_message(self.Copied(selected, "selection"))
        elif page:
            text = page.whole_text(self._current_block())
            quote = cut(text.partition("\n")[0], _QUOTED_CELLS)
            self._view.post_message(self.Copied(text, f"paragraph “{quote}”"))

    @command
    def copy_section(self) -> None:
        """Copy the section as Markdown."""
        if self._scroller.page:
            self._view.post_message(self.Copied(self._scroller.page.source, "section as Markdown"))

    def _current_block(self) -> int:
        """The current leaf block: that of the selected link or match, or the first one that begins in view."""
        in_view = list(self._scroller.rows_in_view())
        leaves = {leaf for leaf, _ in in_view}
        for current in (self._links.current, self._find.current):
            if current and current.leaf in leaves:
                return current.leaf
        page = self._scroller.page
        link_to_next = len(page.leaves) - 1 if page and page.leaves and is_next_link(page.leaves[-1]) else None
        starts = (leaf for leaf, row in in_view if row.start == 0 and row.end and leaf != link_to_next)
        return next(starts, self._scroller.position.leaf)
