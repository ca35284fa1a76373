"""The destination in a section that is being opened: a heading, a text anchor or a match."""

from __future__ import annotations

from textual.widget import Widget

from aotad_tui.annotations.text_anchors import position_of
from aotad_tui.page.page import Page
from aotad_tui.page.page_links import back_link
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.ui.messages import Notice

from .find import FindInPage
from .links import LinkCursor
from .scroller import Scroller
from .text_position import TextPosition


class Destination:
    """Scrolls to the destination as soon as the page is read that far."""

    def __init__(self, view: Widget, scroller: Scroller, find: FindInPage, links: LinkCursor) -> None:
        self._view = view
        self._scroller = scroller
        self._find = find
        self._links = links
        self._heading = ""
        self._anchor: TextAnchor | None = None
        self._match: tuple[str, int] | None = None
        scroller.page_shown.connect(self._reach)
        scroller.page_read.connect(self._reach)

    def set(self, heading: str = "", anchor: TextAnchor | None = None) -> None:
        """Go to a heading, or else to a text anchor, once the next page is shown."""
        self._heading = heading
        self._anchor = None if heading else anchor
        self._match = None

    def set_match(self, words: str, number: int) -> None:
        """Go to the match of a number, counted from 0, now or once the page is shown.

        A heading or a text anchor that was not reached yet is reached first: later it would lead away from the match.
        """
        self._match = (words, number)
        self._reach()

    def _reach(self) -> None:
        page = self._scroller.page
        if page is None:
            return
        if self._match:
            page.read_all()
        if self._anchor and page.done:
            anchor, self._anchor = self._anchor, None
            self._scroller.go_to(TextPosition(*position_of(anchor, page)))
        if self._heading:
            self._reach_heading(page)
        if self._match:
            match, self._match = self._match, None
            self._find.go_to_match(*match)

    def _reach_heading(self, page: Page) -> None:
        leaf = page.find_heading(self._heading)
        if leaf is None and not page.done:
            return
        heading, self._heading = self._heading, ""
        if leaf is None:
            self._view.post_message(Notice(f"No heading “{heading}” in this section."))
            return
        self._scroller.go_to(TextPosition(leaf, 0))
        if back := back_link(page, leaf, heading):
            self._links.select(back)  # so that the note stands out, and enter leads back
