"""The page: the section that is being read."""

from __future__ import annotations

import asyncio
import contextlib
import math

from textual import work
from textual.message import Message

from aotad_tui.commands.registry import Scope
from aotad_tui.page.page import Heading, Page
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.page.page_links import PageLink, back_link, links_in, people_in
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.viewport.links import LinkingView
from aotad_tui.ui.viewport.scroller import Place
from aotad_tui.ui.viewport.section_loader import OPENING, PendingSection, load_section
from aotad_tui.ui.viewport.text_anchors import anchor_at, position_of

AHEAD = "ahead"
"""The group of the worker that makes the next section ready."""
_SHORT = 200
"""A page of so many leaves is short: who is named on it is looked for at once."""
_CHARACTER_BITS = 32
_USUAL = ("title", "heading", "heading-2", "strong", "em", "link", "name", "bullet", "callout", "dim")
"""Names of styles that nearly every page has."""
_HOURS_FROM = 100
"""From so many minutes on hours are told."""
_READ_IN_A_MINUTE = 1_300
"""Cells of text; about 230 English words."""


class PagePane(LinkingView):
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

    class Missed(Message):
        """A heading that a link names is not on the page."""

        def __init__(self, heading: str) -> None:
            super().__init__()
            self.heading = heading

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._visible: VisibleStory | None = None
        self._section: Section | None = None
        self._message = ""
        self._wanted = ""
        self._text_anchor: TextAnchor | None = None
        """Where to go once the page is read, as far as it is still to be found."""
        self._followed: dict[str, tuple[Place, PageLink]] = {}
        """The link that was last followed in each section, and from which place."""
        self._sought: tuple[str, int] | None = None
        """What to look for once the text is there, and which of its places to go to."""
        self._ahead: PendingSection | None = None
        """The section that is likely to be opened next."""
        self._told: tuple[object, ...] = ()

    def on_mount(self) -> None:
        """Looks up the styles that nearly every page has, before there is one."""
        for name in _USUAL:
            self.look_of(name)

    # What is shown

    def open(
        self,
        visible: VisibleStory,
        section: Section | None,
        place: int = 0,
        heading: str = "",
        text_anchor: TextAnchor | None = None,
    ) -> None:
        """Shows a section from a place (see `place`), a heading or a spot on; without a section, why there is none."""
        same = self.page is not None and section == self._section and visible is self._visible
        self._visible, self._section = visible, section
        self._wanted, self._text_anchor = heading, None if heading else text_anchor
        self._sought = None
        self.current = None
        at = (place >> _CHARACTER_BITS, place & ((1 << _CHARACTER_BITS) - 1))
        if same:
            self._show(self.page, at)
            return
        self.clear_find()
        if section is None:
            self._show(None, at, _nothing_to_read(visible))
            return
        coming, self._ahead = self._ahead, None
        if coming is None or not coming.is_of(visible, section):
            coming = load_section(visible, section)
        if coming.page:
            self._show(coming.page, at, sheet=coming.sheet)
        elif coming.wait():
            self._show_text(coming, at)
        else:
            self._show(None, at, "Opening the section …")
            self._await_text(coming, at)

    @work(group=OPENING, exclusive=True)
    async def _await_text(self, coming: PendingSection, place: Place) -> None:
        with contextlib.suppress(OSError):  # which is told of below
            await asyncio.wrap_future(coming.text)
        if coming.section is self._section and coming.visible is self._visible:
            self._show_text(coming, place)

    def _show_text(self, coming: PendingSection, place: Place) -> None:
        try:
            page = Page(coming.visible, coming.section, coming.text.result())
        except OSError as error:
            self._show(None, place, f"This section cannot be read: {error}")
        else:
            self._show(page, place)

    def _show(self, page: Page | None, place: Place, message: str = "", sheet: PageLayout | None = None) -> None:
        self._message = message
        self.show_page(page, place, sheet)
        self._mark_again(place)
        self._go_to_wanted()
        if page and self._sought:
            sought, self._sought = self._sought, None
            self.find_at(*sought)

    def action_open(self) -> None:
        """Opens the link that is marked; whoever comes back to this place finds it marked."""
        if self.current and self._section:
            self._followed[self._section.id] = (self.top, self.current)
        super().action_open()

    def _mark_again(self, place: Place) -> None:
        top, stop = self._followed.pop(self._section.id, (None, None)) if self.page and self._section else (None, None)
        if self.page and stop and top == place and stop in links_in(self.page, stop.leaf):
            self.current = stop
            self.redraw()

    def find_at(self, words: str, number: int) -> None:
        """Goes to what was looked for, in a text that is still being opened once it is there.

        It is looked for from the heading or spot that the page was opened at, whether that has been read or not.
        """
        if self.page:
            self.page.read_all()
            self._go_to_wanted()
            super().find_at(words, number)
        else:
            self._sought = (words, number)

    def expect(self, visible: VisibleStory, section: Section) -> None:
        """Has the section made ready that is likely to be opened next; for when there is nothing else to do."""
        if self._ahead is None or not self._ahead.is_of(visible, section):
            self._ahead = load_section(visible, section)
            self._make_ready()

    @work(group=AHEAD, exclusive=True)
    async def _make_ready(self) -> None:
        coming = self._ahead
        if coming is None:
            return
        with contextlib.suppress(OSError):  # which is told when it is opened
            await asyncio.shield(asyncio.wrap_future(coming.text))
            if coming is self._ahead and self._sheet:
                page = Page(coming.visible, coming.section, coming.text.result())
                coming.sheet = page.sheet(self._sheet.cells, scrolls=True)
                coming.sheet.lay_out(self._rows_of_screen)
                coming.page = page

    def _go_to_wanted(self) -> None:
        if self._text_anchor and self.page and self.page.done:
            text_anchor, self._text_anchor = self._text_anchor, None
            self.go_to(position_of(text_anchor, self.page))
        if not (self._wanted and self.page):
            return
        leaf = self.page.find_heading(self._wanted)
        if leaf is not None:
            wanted, self._wanted = self._wanted, ""
            self.go_to((leaf, 0))
            if back := back_link(self.page, leaf, wanted):
                self.mark(back)  # so the note is seen among others, and enter leads back
        elif self.page.done:
            wanted, self._wanted = self._wanted, ""
            self.post_message(self.Missed(wanted))

    def page_was_read(self) -> None:
        """Goes to a heading that had not been read yet."""
        self._go_to_wanted()
        self.view_changed()

    @property
    def text_anchor(self) -> TextAnchor | None:
        """What stands at the top, in a form that outlives edits; None while there is no page."""
        return anchor_at(self.page, self.top) if self.page and self.page.leaves else None

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
        """How much of the page has been on the screen: 1.0 at its end, 0.0 while there was never room for it."""
        if self.page is None:
            return 0.0
        rows = self.virtual_size.height
        return min(1.0, (self.scroll_y + self._rows_of_screen) / rows) if self._sheet and rows else 0.0

    @property
    def minutes_left(self) -> int:
        """About how many minutes of reading are left, from the top of the screen on."""
        if not self.page:
            return 0
        left = 1 - self.scroll_y / max(self.virtual_size.height, 1)
        return math.ceil(left * self.page.cells / _READ_IN_A_MINUTE)

    @property
    def how_far(self) -> str:
        """How far through the section one is, in words: "34 % · 3 min left"; nothing for one that is all in view."""
        if self.page is None or self.virtual_size.height <= self.size.height:
            return ""
        percent = f"{round(100 * self.fraction)} %"
        return percent if self.fraction >= 1 else f"{percent} · {_duration(self.minutes_left)} left"

    @property
    def section(self) -> str | None:
        """The id of the section that is shown."""
        return self._section.id if self._section else None

    @property
    def outline(self) -> list[Heading]:
        """The headings of the section, as far as it is read."""
        return self.page.headings if self.page else []

    @property
    def heading(self) -> str:
        """The slug of the heading under which the top of the screen stands, "" above the first one."""
        # At the end of the page what was gone to is in view but not on top.
        found = self.page.heading_at(max(self._under_eyes, self.top[0])) if self.page else None
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
        found = (stop.link for leaf in range(len(page.leaves)) for stop in links_in(page, leaf))
        return tuple(dict.fromkeys(link.removeprefix("character:") for link in found if link.startswith("character:")))

    @property
    def people_shown(self) -> tuple[str, ...]:
        """Those named on the screen; behind another pane, where nothing is in view, those named on the page."""
        return self.people_in_view if self.display else self.people

    def view_changed(self) -> None:
        """Says so, if what others show of it is different now."""
        headings = len(self.outline) if self.page and self.page.done else -1
        now = (self.people_in_view, headings, self.heading, self.how_far, self._section, self._visible)
        if now != self._told:
            self._told = now
            self.post_message(self.Moved(self))


def _duration(minutes: int) -> str:
    return f"{minutes} min" if minutes < _HOURS_FROM else f"{round(minutes / 60)} h"


def _nothing_to_read(visible: VisibleStory) -> str:
    if visible.story.timeline and visible.story.seen < len(visible.story.timeline):
        return "Nothing to read yet. Press e to say how far you have watched."
    return "This guide has no sections."
