"""The page: the section that is being read."""

from __future__ import annotations

import math
from collections.abc import Iterator

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from aotad_tui.cells import width
from aotad_tui.commands.registry import Scope
from aotad_tui.page.leaves import about_cells
from aotad_tui.page.page import Heading, Page
from aotad_tui.page.stops import Stop, people_in, stops
from aotad_tui.reading.spot import Spot
from aotad_tui.story.edition import Edition
from aotad_tui.story.values import Section
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.finding import FindingView
from aotad_tui.ui.spots import leaf_of, spot_of
from aotad_tui.ui.strips import Over

_FARTHEST_STOP = 400
"""How many leaves on a link is looked for."""
_SHORT = 200
"""A page of so many leaves is short: who is named on it is looked for at once."""
_CHARACTER_BITS = 32
_READ_IN_A_MINUTE = 1_300
"""Cells of text; about 230 English words."""


class PagePane(FindingView):
    """Shows one section, and steps through the names and links in it."""

    BINDINGS = bindings_for(Scope.PANE, Scope.PAGE)

    class Moved(Message):
        """Something else is in view: other people, another heading, more or less of the page."""

        def __init__(self, sender: PagePane) -> None:
            super().__init__()
            self.sender = sender

        @property
        def control(self) -> PagePane:
            """The page."""
            return self.sender

    class Copied(Message):
        """A text was asked for, for the clipboard; `what` says which, in words."""

        def __init__(self, text: str, what: str) -> None:
            super().__init__()
            self.text = text
            self.what = what

    class Peeked(Message):
        """A link is to be looked at without going there."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    class Missed(Message):
        """A heading that a link names is not on the page."""

        def __init__(self, heading: str) -> None:
            super().__init__()
            self.heading = heading

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._edition: Edition | None = None
        self._section: Section | None = None
        self._message = ""
        self._wanted = ""
        self._spot: Spot | None = None
        """Where to go once the page is read, as far as it is still to be found."""
        self._told: tuple[object, ...] = ()
        self.current: Stop | None = None

    # What is shown

    def open(
        self,
        edition: Edition,
        section: Section | None,
        place: int = 0,
        heading: str = "",
        spot: Spot | None = None,
    ) -> None:
        """Shows a section from a place (see `place`), a heading or a spot on; without a section, why there is none."""
        page: Page | None = None
        self._message = ""
        if section is None:
            self._message = _nothing_to_read(edition)
        elif self.page and section == self._section and edition is self._edition:
            page = self.page
        else:
            try:
                page = Page(edition, section)
            except OSError as error:
                self._message = f"This section cannot be read: {error}"
        if page is not self.page:
            self.clear_find()
        self._edition, self._section = edition, section
        self.current = None
        self._wanted, self._spot = heading, None if heading else spot
        self.show_page(page, (place >> _CHARACTER_BITS, place & ((1 << _CHARACTER_BITS) - 1)))
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._spot and self.page and self.page.done:
            spot, self._spot = self._spot, None
            self.go_to(leaf_of(spot, self.page))
        if not (self._wanted and self.page):
            return
        leaf = self.page.find_heading(self._wanted)
        if leaf is not None:
            self._wanted = ""
            self.go_to((leaf, 0))
        elif self.page.done:
            wanted, self._wanted = self._wanted, ""
            self.post_message(self.Missed(wanted))

    def page_was_read(self) -> None:
        """Goes to a heading that had not been read yet."""
        self._go_to_wanted()
        self.view_changed()

    @property
    def spot(self) -> Spot | None:
        """What stands at the top, in a form that outlives edits; None while there is no page."""
        return spot_of(self.page, self.top) if self.page and self.page.leaves else None

    @property
    def place(self) -> int:
        """Where the reader stands, as one number that stays right at any width."""
        leaf, character = self.top
        return leaf << _CHARACTER_BITS | character

    def set_anew(self) -> None:
        """Sets the page, or what is said instead of one."""
        super().set_anew()
        if self.page is None and self._message:
            self.say(self._message)

    @property
    def fraction(self) -> float:
        """How much of the page has been on the screen: 1.0 at its end."""
        rows = self.virtual_size.height
        return min(1.0, (self.scroll_y + self.scrollable_content_region.height) / rows) if self.page and rows else 1.0

    @property
    def minutes_left(self) -> int:
        """About how many minutes of reading are left, from the top of the screen on."""
        if not self.page:
            return 0
        left = 1 - self.scroll_y / max(self.virtual_size.height, 1)
        return math.ceil(left * about_cells(self.page.source) / _READ_IN_A_MINUTE)

    @property
    def how_far(self) -> str:
        """How far through the section one is, in words: "34 % · 3 min left"; nothing for one that is all in view."""
        if self.page is None or self.virtual_size.height <= self.size.height:
            return ""
        percent = f"{round(100 * self.fraction)} %"
        return percent if self.fraction >= 1 else f"{percent} · {self.minutes_left} min left"

    @property
    def outline(self) -> list[Heading]:
        """The headings of the section, as far as it is read."""
        return self.page.headings if self.page else []

    @property
    def heading(self) -> str:
        """The slug of the heading under which the top of the screen stands, "" above the first one."""
        found = self.page.heading_at(self._under_eyes) if self.page else None
        return found.slug if found else ""

    @property
    def _under_eyes(self) -> int:
        """The leaf that is being read: the one on the second row, so that a heading on top counts."""
        at = self.row_at(min(1, self.size.height - 1))
        return at[0] if at else self.top[0]

    # Who is named

    @property
    def people_in_view(self) -> tuple[str, ...]:
        """The ids of all who are named in what is on the screen, in order of appearance."""
        return people_in(row for _, row in self.rows_in_view())

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of all who are named on the page, in order of appearance; of a long page, on the screen."""
        page = self.page
        if page is None or not page.done or len(page.leaves) > _SHORT:
            return self.people_in_view
        found = (stop.link for leaf in range(len(page.leaves)) for stop in stops(page, leaf))
        return tuple(dict.fromkeys(link.removeprefix("character:") for link in found if link.startswith("character:")))

    def view_changed(self) -> None:
        """Says so, if what others show of it is different now."""
        headings = len(self.outline) if self.page and self.page.done else 0
        now = (self.people_in_view, headings, self.heading, round(100 * self.fraction), self._section, self._edition)
        if now != self._told:
            self._told = now
            self.post_message(self.Moved(self))

    # Links and names

    def overs(self, leaf: int) -> Iterator[Over]:
        """What was found, what is selected, the link that is marked."""
        yield from super().overs(leaf)
        if self.current and self.current.leaf == leaf:
            yield Over(self.current.start, self.current.end, "current")

    def mark(self, stop: Stop | None) -> None:
        """Marks a link, and scrolls it into view."""
        self.current = stop
        if stop:
            self.bring_into_view((stop.leaf, max(stop.start, 0)))
        self.redraw()

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
        elif steps > 0:
            leaf, at = in_view[0][0], in_view[0][1].start - 1
        else:
            leaf, at = in_view[-1][0], in_view[-1][1].end + 1
        for number in range(_FARTHEST_STOP):
            here = leaf + steps * number
            page.read_to(here)
            if not 0 <= here < len(page.leaves):
                return
            found = [one for one in stops(page, here) if number or (one.start > at if steps > 0 else one.start < at)]
            if found:
                self.mark(found[0 if steps > 0 else -1])
                return

    def action_open(self) -> None:
        """Opens the link that is marked."""
        if self.current:
            self.post_message(self.Followed(self, self.current.link))

    def action_peek_link(self) -> None:
        """Looks at where the marked link leads; with none marked, the first one on the screen."""
        if self.current is None:
            self.action_next_link()
        if self.current:
            self.post_message(self.Peeked(self.current.link))

    def link_at(self, x: int, y: int) -> str | None:
        """The link at a place of the widget's content, or None."""
        at = self.row_at(y)
        cell = self.margin_cells
        for span in at[1].spans if at else ():
            past = cell + width(span.text)
            if cell <= x < past:
                return span.link
            cell = past
        return None

    def on_click(self, event: events.Click) -> None:
        """Opens the link that was clicked; twice on a text selects the paragraph."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if event.chain == 2 and (at := self.row_at(offset.y)) and self.page:
            self.select(at[0], 0, at[0], len(self.page.text(at[0])))
            return
        link = self.link_at(offset.x, offset.y)
        if link and not self.screen.get_selected_text():
            event.stop()
            self.post_message(self.Followed(self, link))

    def text_select_all(self) -> None:
        """Selects nothing: what a double click selects is the paragraph, see `on_click`."""

    def select(self, leaf: int, start: int, last_leaf: int, end: int) -> None:
        """Selects the text between two places."""
        self.screen.selections = {self: Selection(Offset(start, leaf), Offset(end, last_leaf))}

    # Copying

    def action_copy(self) -> None:
        """Copies what is selected, or the paragraph that is being read."""
        selected = self.screen.get_selected_text()
        if selected:
            self.post_message(self.Copied(selected, "the selection"))
        elif self.page:
            leaf = self.current.leaf if self.current else self._first_whole
            self.post_message(self.Copied(self.page.text(leaf), "the paragraph"))

    @property
    def _first_whole(self) -> int:
        """The first leaf with text that begins on the screen."""
        first = [leaf for leaf, row in self.rows_in_view() if row.start == 0 and row.end]
        return first[0] if first else self.top[0]

    def action_copy_section(self) -> None:
        """Copies the section as Markdown."""
        if self.page:
            self.post_message(self.Copied(self.page.source, "the section, as Markdown"))

    # Moving

    def action_line_down(self) -> None:
        """One line on."""
        self.scroll_by(1)

    def action_line_up(self) -> None:
        """One line back."""
        self.scroll_by(-1)

    def action_half_page_down(self) -> None:
        """Half a screen on."""
        self.scroll_by(max(self.size.height // 2, 1))

    def action_half_page_up(self) -> None:
        """Half a screen back."""
        self.scroll_by(-max(self.size.height // 2, 1))

    def action_screen_down(self) -> None:
        """A screen on, two lines kept for the eye."""
        self.scroll_by(max(self.size.height - 2, 1))

    def action_screen_up(self) -> None:
        """A screen back."""
        self.scroll_by(-max(self.size.height - 2, 1))

    def action_top(self) -> None:
        """To the beginning."""
        self.go_to((0, 0))

    def action_bottom(self) -> None:
        """To the end."""
        self.scroll_to_end()


def _nothing_to_read(edition: Edition) -> str:
    if edition.story.timeline and edition.story.seen < len(edition.story.timeline):
        return "Nothing to read yet. Press e to say how far you have watched."
    return "This guide has no sections."
