"""A page in which something can be looked for, and selected."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from textual import work
from textual.message import Message
from textual.selection import Selection

from aotad_tui.page.find import Match, PageSearch

from .renderer import PaperView
from .strips import Over

_LEAVES_AT_ONCE = 8


class FindingView(PaperView):
    """Lights what was found while it is typed, and steps through it."""

    class Found(Message):
        """There is more to say of the `words` looked for, none by now if empty: `told`, such as "4 of 14"."""

        def __init__(self, words: str = "", told: str = "") -> None:
            super().__init__()
            self.words = words
            self.told = told

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.search: PageSearch | None = None
        self._hit: Match | None = None
        self._from = (0, 0)
        self._last = ""
        self._selected: Selection | None = None

    def begin_find(self) -> None:
        """What is typed from now on is looked for from where the reader stands."""
        self._from = self.top

    def find(self, words: str, *, backward: bool = False) -> None:
        """Looks for words in the page, first from where the reader stands; no words light nothing."""
        self._hit = None
        self._last = words or self._last
        search = PageSearch(self.page, words, self._from[0]) if self.page and words else None
        self.search = search
        self.redraw()
        if search:
            self._look_for(search, backward=backward)
        else:
            self.go_to(self._from)
            self.post_message(self.Found())

    @work(group="finding", exclusive=True)
    async def _look_for(self, search: PageSearch, *, backward: bool) -> None:
        while not search.done and search is self.search:
            before = len(search.hits)
            for _ in range(_LEAVES_AT_ONCE):
                if not search.done:
                    search.look()
            if self._hit is None and search.hits and not backward:
                self._go_to_hit(search.after(self._from[0], self._from[1] - 1))
            elif len(search.hits) != before:
                self.redraw()
            await asyncio.sleep(0)
        if search is self.search:
            if backward and self._hit is None:
                self._go_to_hit(search.before(*self._from))
            self._tell()

    def find_at(self, words: str, number: int) -> None:
        """Looks for words, and goes to the place of that number (from 0) among those where they stand."""
        self._from = (0, 0)
        self.find(words)
        if self.search:
            self.search.look_to_the_end()
            if self.search.hits:
                self._go_to_hit(self.search.hits[min(number, len(self.search.hits) - 1)])

    def give_up_find(self) -> None:
        """Lights nothing any more, and goes back to where the reader stood."""
        if self.clear_find():
            self.go_to(self._from)

    def clear_find(self) -> bool:
        """Lights nothing any more. Says whether something was lit."""
        was, self.search, self._hit = self.search, None, None
        if was:
            self.redraw()
            self.post_message(self.Found())
        return was is not None

    def _go_to_hit(self, hit: Match | None) -> None:
        self._hit = hit
        if hit:
            self.bring_into_view((hit.leaf, hit.start))
            self.redraw()
        self._tell()

    def _tell(self) -> None:
        search = self.search
        if search is None:
            return
        if self._hit:
            told = f"{search.number(self._hit)} of {len(search.hits)}" + ("" if search.done else " …")
        else:
            told = "no match on this page" if search.done else "…"
        self.post_message(self.Found(search.words, told))

    def action_next_hit(self) -> None:
        """To the next place where what is looked for stands, or was looked for last, on whichever page."""
        if self.search:
            self._go_to_hit(self.search.after(*self._here))
        else:
            self._look_again(backward=False)

    def action_previous_hit(self) -> None:
        """To the place before."""
        if self.search:
            self._go_to_hit(self.search.before(*self._here))
        else:
            self._look_again(backward=True)

    @property
    def _here(self) -> tuple[int, int]:
        return (self._hit.leaf, self._hit.start) if self._hit else self.top

    def _look_again(self, *, backward: bool) -> None:
        if self._last:
            self.begin_find()
            self.find(self._last, backward=backward)

    def overs(self, leaf: int) -> Iterator[Over]:
        """What was found and what is selected."""
        for hit in self.search.in_leaf(leaf) if self.search else ():
            yield Over(hit.start, hit.end, "hit hit-here" if hit == self._hit else "hit")
        span = self._selected.get_span(leaf) if self._selected else None
        if span:
            yield Over(span[0], span[1] if span[1] >= 0 else 1 << 60, "selected")

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws the selection."""
        self._selected = selection
        self.redraw()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text: paragraphs as they were before they were broken into lines."""
        if self.page is None:
            return None
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else len(self.page.leaves) - 1
        text = ""
        for leaf in range(first, min(last, len(self.page.leaves) - 1) + 1):
            span = selection.get_span(leaf)
            if span:
                apart = "\n" if self.page.leaves[leaf].gap is None else "\n\n"  # as on the screen
                some = self.page.text(leaf)[span[0] : span[1] if span[1] >= 0 else None]
                text += (apart if leaf > first else "") + some
        return text, "\n"
