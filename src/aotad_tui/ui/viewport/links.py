"""A page whose links and names can be stepped through, looked at and opened."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from aotad_tui.link import Link
from aotad_tui.page.find import Match
from aotad_tui.page.page_links import PageLink, links_in
from aotad_tui.page.rows import BESIDE

from .selection import CopyingView
from .strips import Over

_FARTHEST_STOP = 400
"""How many leaves on a link is looked for."""


class LinkingView(CopyingView):
    """Marks one link at a time. Posts `Followed` and `Peeked`."""

    class Peeked(Message):
        """A link is to be looked at without going there."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.current: PageLink | None = None

    def overs(self, leaf: int) -> Iterator[Over]:
        """What was found, what is selected, the link that is marked."""
        yield from super().overs(leaf)
        if self.current and self.current.leaf == leaf:
            yield Over(self.current.start, self.current.end, "current")

    @property
    def paragraph(self) -> int:
        """The leaf that is being read: that of the marked link."""
        in_view = {leaf for leaf, _ in self.rows_in_view()}
        return self.current.leaf if self.current and self.current.leaf in in_view else super().paragraph

    def mark(self, stop: PageLink | None) -> None:
        """Marks a link, and scrolls it into view."""
        self.current = stop
        if stop:
            self.bring_into_view((stop.leaf, max(stop.start, 0)))
        self.redraw()

    def _go_to_hit(self, hit: Match | None) -> None:
        self.current = None  # links are stepped through from there
        super()._go_to_hit(hit)

    def action_next_link(self) -> None:
        """Marks the next name or link, from the top of the screen when none is marked there."""
        self._step(1)

    def action_previous_link(self) -> None:
        """Marks the name or link before."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        page = self.page
        in_view = list(self.rows_in_view())
        if page is None or not in_view:
            return
        shown = {leaf for leaf, _ in in_view}
        if self.current and self.current.leaf in shown:
            leaf, at = self.current.leaf, self.current.start
        elif self._hit and self._hit.leaf in shown:
            leaf, at = self._hit.leaf, self._hit.start
            if steps > 0:  # a link in which something was found is the next one
                at = next((one.start for one in links_in(page, leaf) if one.start <= at < one.end), at) - 1
        elif steps > 0:
            leaf, at = in_view[0][0], (in_view[0][1].start or BESIDE) - 1  # before the sign of a note, if one is on top
        else:
            leaf, at = in_view[-1][0], in_view[-1][1].end + 1
        for number in range(_FARTHEST_STOP):
            here = leaf + steps * number
            page.read_to(here)
            if not 0 <= here < len(page.leaves):
                return
            found = [one for one in links_in(page, here) if number or (one.start > at if steps > 0 else one.start < at)]
            if found:
                self.mark(found[0 if steps > 0 else -1])
                return

    def open_link(self) -> None:
        """Opens the link that is marked."""
        if self.current:
            self.post_message(self.Followed(self, self.current.link))

    def action_peek_link(self) -> None:
        """Looks at where the marked link leads; with none marked, the first one on the screen."""
        if self.current is None:
            self.action_next_link()
        if self.current:
            self.post_message(self.Peeked(self.current.link))

    def on_click(self, event: events.Click) -> None:
        """Opens the link that was clicked; twice on a text selects the paragraph."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if event.chain == 2 and (at := self.row_at(offset.y)) and self.page:
            self.select(at[0], 0, at[0], len(self.page.text(at[0])))
            return
        if self.pass_by_sign(offset.x, offset.y):
            return
        span = self.span_at(offset.x, offset.y)
        link = span.link if span else None
        if link and not self.screen.get_selected_text():
            event.stop()
            self.post_message(self.Followed(self, link))

    def text_select_all(self) -> None:
        """Selects nothing: what a double click selects is the paragraph, see `on_click`."""

    def select(self, leaf: int, start: int, last_leaf: int, end: int) -> None:
        """Selects the text between two places."""
        self.screen.selections = {self: Selection(Offset(start, leaf), Offset(end, last_leaf))}
