"""The status of a page for the other parts of the screen: the position in it, and the people and headings in view."""

from __future__ import annotations

import math

from textual.message import Message
from textual.scroll_view import ScrollView

from aotad_tui.annotations.text_anchors import anchor_at
from aotad_tui.page.page import Heading
from aotad_tui.page.page_links import people_in
from aotad_tui.progress.text_anchor import TextAnchor

from .bound import OfStory
from .scroller import Scroller
from .section_loader import SectionLoader

_MINUTES_AS_HOURS = 100
"""From so many minutes on, hours are shown."""
_CELLS_PER_MINUTE = 1_300
"""Reading speed: about 230 English words per minute."""


class PageStatus:
    """Posts `Changed` when something that it returns has changed."""

    class Changed(Message):
        """Other people, another heading, or more or less of the page is in view."""

        def __init__(self, status: PageStatus) -> None:
            super().__init__()
            self.status = status

    _posted = OfStory[tuple[object, ...]](tuple)

    def __init__(self, view: ScrollView, scroller: Scroller, loader: SectionLoader) -> None:
        self._view = view
        self._scroller = scroller
        self._loader = loader
        scroller.view_changed.connect(self._update)

    @property
    def section(self) -> str | None:
        """The id of the section that is shown."""
        return self._loader.section.id if self._loader.section else None

    @property
    def is_read(self) -> bool:
        """Whether the page is parsed to its end."""
        return self._scroller.page is not None and self._scroller.page.done

    @property
    def text_anchor(self) -> TextAnchor | None:
        """The text at the top, in a form that survives edits; None while there is no page."""
        page = self._scroller.page
        return anchor_at(page, self._scroller.position) if page and page.leaves else None

    @property
    def fraction(self) -> float:
        """How much of the page has been in view: 1.0 at its end, 0.0 before it was laid out."""
        rows = self._view.virtual_size.height
        if self._scroller.layout is None or not rows:
            return 0.0
        return min(1.0, (self._view.scroll_y + self._scroller.rows) / rows)

    @property
    def is_at_end(self) -> bool:
        """Whether the page is parsed to its end, and the end is in view."""
        return self.is_read and self.fraction >= 1

    @property
    def minutes_left(self) -> int:
        """About how many minutes of reading are left, counted from the top of the window."""
        if not self._scroller.page:
            return 0
        left = 1 - self._view.scroll_y / max(self._view.virtual_size.height, 1)
        return math.ceil(left * self._scroller.page.cells / _CELLS_PER_MINUTE)

    @property
    def how_far(self) -> str:
        """The position and the time left, such as "0 % · 3 min left" at the top; empty for a page all in view."""
        if self._scroller.page is None or not self._view.display:
            return ""
        if self._view.virtual_size.height <= self._view.size.height:
            return ""
        if self.fraction >= 1:
            return "100 %"
        above = self._view.scroll_y / max(self._view.virtual_size.height - self._scroller.rows, 1)
        return f"{math.floor(100 * above)} % · {_duration(self.minutes_left)} left"

    @property
    def outline(self) -> list[Heading]:
        """The headings of the page, as far as it is read."""
        return self._scroller.page.headings if self._scroller.page else []

    @property
    def heading(self) -> str:
        """The slug of the heading above the text that is being read, empty above the first one."""
        page = self._scroller.page
        if page is None:
            return ""
        # The second row counts, so that a heading at the top does. At the end of the page the position can be further
        # down than that.
        at = self._scroller.row_at(min(1, self._view.size.height - 1))
        position = self._scroller.position.leaf
        heading = page.heading_at(max(at[0], position) if at else position)
        return heading.slug if heading else ""

    @property
    def people_in_view(self) -> tuple[str, ...]:
        """The ids of the people in view, in order of appearance."""
        return people_in(row for _, row in self._scroller.rows_in_view())

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the people on the page, in order of appearance; on a long page, those in view."""
        on_page = self._loader.people_on_page
        return self.people_in_view if on_page is None else on_page

    @property
    def people_shown(self) -> tuple[str, ...]:
        """The people in view; those on the page if there are none in view, for example because the page is hidden."""
        return (self.people_in_view if self._view.display else ()) or self.people

    def _update(self) -> None:
        headings = len(self.outline) if self.is_read else -1
        loader = self._loader
        now = (self.people_shown, headings, self.heading, self.how_far, loader.section, loader.visible)
        if now != self._posted:
            self._posted = now
            self._view.post_message(self.Changed(self))


def _duration(minutes: int) -> str:
    return f"{minutes} min" if minutes < _MINUTES_AS_HOURS else f"{round(minutes / 60)} h"
