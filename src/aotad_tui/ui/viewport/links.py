"""The links of a page: stepping through them by key, opening and previewing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.message import Message

from aotad_tui.link import Link
from aotad_tui.page.page import Page
from aotad_tui.page.page_links import PageLink, links_in
from aotad_tui.page.rows import OUTSIDE_TEXT
from aotad_tui.ui.command_table import command
from aotad_tui.ui.messages import Notice
from aotad_tui.ui.widgets.styled_view import StyledView

from .bound import OfPage, OfStory
from .find import FindInPage
from .scroller import Scroller
from .strips import Highlight
from .text_position import TextPosition

_MOST_BLOCKS = 400
"""The most leaf blocks that are searched for the next link."""


class LinkCursor:
    """Selects one link at a time. Opening one posts `StyledView.Followed`."""

    class PreviewWanted(Message):
        """The reader wants to preview a link."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    current = OfPage[PageLink | None](lambda: None)
    """The selected link."""
    _followed = OfStory[dict[str, tuple[TextPosition, PageLink]]](dict)
    """By section: the link that was opened last, and the position at that time."""

    def __init__(self, view: StyledView, scroller: Scroller, redraw: Callable[[], None], find: FindInPage) -> None:
        self._view = view
        self._scroller = scroller
        self._redraw = redraw
        self._find = find
        find.match_selected.connect(self._clear)  # links are stepped through from the match
        scroller.page_shown.connect(self._restore)

    def select(self, link: PageLink | None) -> None:
        """Select a link and bring it into view, or select none."""
        self.current = link
        if link:
            self._scroller.bring_into_view(TextPosition(link.leaf, max(link.start, 0)))
        self._redraw()

    def open(self) -> None:
        """Open the selected link. It is selected again when the reader comes back to this position."""
        page = self._scroller.page
        if self.current and page:
            self._followed[page.section.id] = (self._scroller.position, self.current)
            self._view.post_message(StyledView.Followed(self._view, self.current.link))

    def click(self, x: int, y: int) -> bool:
        """Open the link in a cell of the window. Returns whether there is one."""
        span = self._scroller.span_at(x, y)
        if span is None or span.link is None:
            return False
        self._view.post_message(StyledView.Followed(self._view, span.link))
        return True

    def highlights(self, leaf: int) -> Iterator[Highlight]:
        """The selected link, if it is in a leaf block."""
        if self.current and self.current.leaf == leaf:
            yield Highlight(self.current.start, self.current.end, "current")

    @command
    def next_link(self) -> None:
        """Select the next link, from the top of the window where none is selected in it."""
        self._step(1)

    @command
    def previous_link(self) -> None:
        """Select the link before, from the bottom of the window where none is selected in it."""
        self._step(-1)

    @command
    def preview_link(self) -> None:
        """Preview the selected link, or the first one in view."""
        if self.current is None:
            self.next_link()
        if self.current:
            self._view.post_message(self.PreviewWanted(self.current.link))

    def _step(self, steps: int) -> None:
        page = self._scroller.page
        start = self._start(page, steps) if page else None
        if page is None or start is None:
            return
        for number in range(_MOST_BLOCKS):
            leaf = start.leaf + steps * number
            page.read_to(leaf)
            if not 0 <= leaf < len(page.leaves):
                break
            links = links_in(page, leaf)
            if number == 0:
                ahead = start.character
                links = [link for link in links if (link.start > ahead if steps > 0 else link.start < ahead)]
            if links:
                self.select(links[0 if steps > 0 else -1])
                return
        self._view.post_message(Notice(f"No more names or links {'below' if steps > 0 else 'above'}."))

    def _start(self, page: Page, steps: int) -> TextPosition | None:
        """The position from which to search: the next link begins after it, the previous one before it."""
        in_view = list(self._scroller.rows_in_view())
        if not in_view:
            return None
        leaves = {leaf for leaf, _ in in_view}
        match = self._find.current
        if self.current and self.current.leaf in leaves:
            return TextPosition(self.current.leaf, self.current.start)
        if match and match.leaf in leaves:
            around = (link for link in links_in(page, match.leaf) if link.start <= match.start < link.end)
            link = next(around, None) if steps > 0 else None  # a link with the match in it is the next one
            return TextPosition(match.leaf, (link.start if link else match.start) - (steps > 0))
        if steps > 0:
            leaf, row = in_view[0]
            return TextPosition(leaf, (row.start or OUTSIDE_TEXT) - 1)  # before the number of a note in the first row
        leaf, row = in_view[-1]
        return TextPosition(leaf, row.end + 1)

    def _restore(self) -> None:
        """Select the link again that was opened at this position."""
        page = self._scroller.page
        position, link = self._followed.pop(page.section.id, (None, None)) if page else (None, None)
        if page and link and position == self._scroller.position:
            self.current = link
            self._redraw()

    def _clear(self) -> None:
        self.current = None
