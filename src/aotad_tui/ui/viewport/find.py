"""Find in page: the matches of a text, highlighted while it is typed, and stepping through them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from textual.message import Message
from textual.widget import Widget

from aotad_tui.page.find import Match, PageSearch
from aotad_tui.ui.command_table import command
from aotad_tui.ui.messages import Notice
from aotad_tui.ui.platform.workers import run_exclusively

from .bound import OfPage, OfStory
from .scroller import Scroller
from .signal import Signal
from .strips import Highlight
from .text_position import START, TextPosition

_BLOCKS_AT_ONCE = 8
"""The number of leaf blocks that are searched between other events."""


class FindInPage:
    """Searches the page, at first from the position where the search began."""

    class Changed(Message):
        """The search has changed: its `words`, empty where it has ended, and its `status`, such as "4 of 14"."""

        def __init__(self, words: str = "", status: str = "") -> None:
            super().__init__()
            self.words = words
            self.status = status

    current = OfPage[Match | None](lambda: None)
    """The selected match."""
    _search = OfPage[PageSearch | None](lambda: None)
    _origin = OfPage[TextPosition](lambda: START)
    """Where the search began: cancelling it returns there."""
    _last_words = OfStory[str](str)
    """The words of the last search. They may be those of a passage, which another edition need not have."""

    def __init__(self, view: Widget, scroller: Scroller, redraw: Callable[[], None]) -> None:
        self.match_selected = Signal()
        self._view = view
        self._scroller = scroller
        self._redraw = redraw

    @property
    def is_active(self) -> bool:
        """Whether there is a search, whose matches are highlighted."""
        return self._search is not None

    def begin(self) -> None:
        """Search from the current position on."""
        self._origin = self._scroller.position

    def search(self, words: str, *, backward: bool = False) -> None:
        """Search for words and select the next match, or the one before; end the search where there are no words."""
        page = self._scroller.page
        self.current = None
        self._last_words = words or self._last_words
        search = self._search = PageSearch(page, words, self._origin.leaf) if page and words else None
        self._redraw()
        if search:
            run_exclusively(self._view, "finding", partial(self._run, search, backward=backward))
        else:
            self._scroller.go_to(self._origin)
            self._view.post_message(self.Changed())

    async def _run(self, search: PageSearch, *, backward: bool) -> None:
        while not search.done and search is self._search:
            before = len(search.matches)
            for _ in range(_BLOCKS_AT_ONCE):
                if not search.done:
                    search.search_next()
            if self.current is None and search.matches and not backward:
                self._select(search.after(self._origin.leaf, self._origin.character - 1))
            elif len(search.matches) != before:
                self._redraw()
            await asyncio.sleep(0)
        if search is self._search:
            if backward and self.current is None:
                self._select(search.before(*self._origin))
            self._post_status()

    def go_to_match(self, words: str, number: int) -> None:
        """Search the whole page at once and select the match of a number, counted from 0."""
        self._origin = START
        self.search(words)
        if self._search:
            self._search.search_all()
            if self._search.matches:
                self._select(self._search.matches[min(number, len(self._search.matches) - 1)])

    def cancel(self) -> None:
        """End the search and return to where it began."""
        if self.clear():
            self._scroller.go_to(self._origin)

    def clear(self) -> bool:
        """End the search. Returns whether there was one."""
        search, self._search, self.current = self._search, None, None
        if search:
            self._redraw()
            self._view.post_message(self.Changed())
        return search is not None

    @command
    def next_match(self) -> None:
        """Select the next match, of the last search where there is none now."""
        if self._search:
            self._select(self._search.after(*self._here))
        else:
            self._repeat(backward=False)

    @command
    def previous_match(self) -> None:
        """Select the match before, of the last search where there is none now."""
        if self._search:
            self._select(self._search.before(*self._here))
        else:
            self._repeat(backward=True)

    def highlights(self, leaf: int) -> Iterator[Highlight]:
        """The matches in a leaf block."""
        for match in self._search.in_leaf(leaf) if self._search else ():
            yield Highlight(match.start, match.end, "hit hit-here" if match == self.current else "hit")

    @property
    def _here(self) -> TextPosition:
        return TextPosition(self.current.leaf, self.current.start) if self.current else self._scroller.position

    def _repeat(self, *, backward: bool) -> None:
        if self._last_words:
            self.begin()
            self.search(self._last_words, backward=backward)
        else:
            self._view.post_message(Notice("No text to find again."))

    def _select(self, match: Match | None) -> None:
        self.current = match
        self.match_selected.send()
        if match:
            self._scroller.bring_into_view(TextPosition(match.leaf, match.start))
            self._redraw()
        self._post_status()

    def _post_status(self) -> None:
        search = self._search
        if search is None:
            return
        if self.current:
            status = f"{search.number(self.current)} of {len(search.matches)}" + ("" if search.done else " …")
        else:
            status = "no match on this page" if search.done else "…"
        self._view.post_message(self.Changed(search.words, status))
