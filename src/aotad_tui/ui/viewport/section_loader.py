"""Loads sections: reads and gates texts on threads, parses long pages in slices, and prepares the next section."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from textual.widget import Widget

from aotad_tui.page.page import Page
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.page.page_links import PageLink, linked_people, links_in
from aotad_tui.story.people_page import neighbour_of, text_of
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.platform.workers import run_exclusively

from .bound import OfPage
from .renderer import PageRenderer
from .scroller import Scroller
from .text_position import TextPosition

OPENING, READING, AHEAD = "opening", "reading", "ahead"
"""The groups of workers: those that wait for a long text, parse the rest of a page, and prepare the next section."""
_PATIENCE = 0.005
"""Seconds for which the interface waits for a text: nearly all texts are read by then, so nothing flickers."""
_SWITCH_INTERVAL = 0.0005
"""Seconds for which a thread holds the interpreter while the interface waits. Python's own 5 ms are too long."""
_SLICE = 0.004
"""Seconds for which a page is parsed between keys and frames."""
_YIELDS = 8
"""The number of runs of the event loop between two slices."""
_MANY_BLOCKS = 5_000
_MOST_MEASURED = 2_000
"""The most leaf blocks of a page that is measured completely, which takes 0.1 s for as many."""
_ROWS_MEASURED_AT_ONCE = 60
"""The number of rows, as estimated, that are measured between keys and frames. With 200, keys waited 17 ms, not 8."""
_SHORT_PAGE = 200
"""The most leaf blocks of a page whose people are all listed."""
_threads = ThreadPoolExecutor(4, "texts")


@dataclass(slots=True)
class PendingSection:
    """A section whose text is being read. `page` and `layout` are set once it was prepared ahead."""

    visible: VisibleStory
    section: Section
    text: Future[str]
    page: Page | None = None
    layout: PageLayout | None = None

    def is_of(self, visible: VisibleStory, section: Section) -> bool:
        """Whether this is a section as a visible story has it."""
        return self.visible is visible and self.section == section

    def make_page(self) -> Page:
        """The page, which ends with a link to the next section. Raises OSError if the text cannot be read."""
        return Page(self.visible, self.section, self.text.result(), neighbour_of(self.visible, self.section.id, 1))

    def wait(self) -> bool:
        """Block for the text, too briefly to be noticed. Returns whether the text is read."""
        try:
            self.text.exception(_PATIENCE)
        except TimeoutError:
            return False
        return True


def load_section(visible: VisibleStory, section: Section) -> PendingSection:
    """Start reading the visible text of a section. The result of `text` may raise OSError."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    return PendingSection(visible, section, _threads.submit(text_of, visible, section))


class SectionLoader:
    """Shows sections in a scroller as soon as their texts are read."""

    people_on_page = OfPage[tuple[str, ...] | None](lambda: None)
    """The ids of the people on a short page, in order of appearance; None until they are listed, and on a long page."""

    def __init__(self, view: Widget, scroller: Scroller, renderer: PageRenderer) -> None:
        self.visible: VisibleStory | None = None
        self.section: Section | None = None
        """The section that is shown or being opened."""
        self._view = view
        self._scroller = scroller
        self._renderer = renderer
        self._ahead: PendingSection | None = None
        scroller.laid_out.connect(self._read_and_measure)

    @property
    def following(self) -> Section | None:
        """The section after the one that is shown, if any."""
        return neighbour_of(self.visible, self.section.id, 1) if self.visible and self.section else None

    def shows(self, visible: VisibleStory, section: Section | None) -> bool:
        """Whether the page of a section is shown."""
        return self._scroller.page is not None and section == self.section and visible is self.visible

    def open(self, visible: VisibleStory, section: Section | None, position: TextPosition) -> None:
        """Show a section from a position on, or a message if there is none."""
        shown = self.shows(visible, section)
        self.visible, self.section = visible, section
        if shown:
            self._show(self._scroller.page, position)
            return
        if section is None:
            self._show_message(_why_empty(visible), position)
            return
        pending, self._ahead = self._ahead, None
        if pending is None or not pending.is_of(visible, section):
            pending = load_section(visible, section)
        if pending.page:
            self._show(pending.page, position, pending.layout)
        elif pending.wait():
            self._show_text(pending, position)
        else:
            self._show_message("Opening the section …", position)
            run_exclusively(self._view, OPENING, partial(self._show_when_read, pending, position))

    async def _show_when_read(self, pending: PendingSection, position: TextPosition) -> None:
        with contextlib.suppress(OSError):  # shown by `_show_text`
            await asyncio.wrap_future(pending.text)
        if pending.section is self.section and pending.visible is self.visible:
            self._show_text(pending, position)

    def _show_text(self, pending: PendingSection, position: TextPosition) -> None:
        try:
            page = pending.make_page()
        except OSError as error:
            self._show_message(f"This section cannot be read: {error}", position)
        else:
            self._show(page, position)

    def _show(self, page: Page | None, position: TextPosition, layout: PageLayout | None = None) -> None:
        self._renderer.message = ""
        self._scroller.show_page(page, position, layout)

    def _show_message(self, message: str, position: TextPosition) -> None:
        self._renderer.message = message
        self._scroller.show_page(None, position)

    # The rest of a long page

    def _read_and_measure(self) -> None:
        run_exclusively(self._view, READING, self._read_to_the_end)

    async def _read_to_the_end(self) -> None:
        page = self._scroller.page  # not an argument: a worker outlives its work, and would keep the page alive
        frozen = 0
        while page and not page.done and page is self._scroller.page:
            await _yield()
            page.read_for(_SLICE)
            if len(page.leaves) - frozen > _MANY_BLOCKS:
                frozen = len(page.leaves)
                gc.collect(1)
                gc.freeze()  # else each full collection scans the whole page, for 50 ms at 5 MB
        if page and page is self._scroller.page and self._view.is_attached:
            self._scroller.complete_page()
            await self._list_people(page)
            await self._measure(page)

    async def _list_people(self, page: Page) -> None:
        """List the people on a short page, between keys and frames: a leaf block can take 3 ms to parse."""
        if len(page.leaves) > _SHORT_PAGE or self.people_on_page is not None:
            return
        links: list[PageLink] = []
        until = 0.0
        for leaf in range(len(page.leaves)):
            if time.perf_counter() >= until:
                await _yield()
                until = time.perf_counter() + _SLICE
            if page is not self._scroller.page:
                return
            links += links_in(page, leaf)
        self.people_on_page = linked_people(link.link for link in links)
        self._scroller.view_changed.send()

    async def _measure(self, page: Page) -> None:
        """Make all heights exact, so that the scroll bar does not depend on what was in view before."""
        layout = self._scroller.layout
        if layout is None or len(page.leaves) > _MOST_MEASURED:
            return
        past = 0
        while past < len(page.leaves):
            await _yield()
            if layout is not self._scroller.layout or not self._view.is_attached:
                return
            first, rows = past, 0
            while past < len(page.leaves) and rows < _ROWS_MEASURED_AT_ONCE:
                rows += page.leaves[past].estimate(layout.cells)
                past += 1
            self._scroller.measure_rows(range(first, past))
        self._scroller.view_changed.send()

    # The next section

    def expect(self, visible: VisibleStory, section: Section) -> None:
        """Prepare the section that is likely to be opened next, with a screen laid out."""
        if self._ahead is None or not self._ahead.is_of(visible, section):
            self._ahead = load_section(visible, section)
            run_exclusively(self._view, AHEAD, self._prepare)

    async def _prepare(self) -> None:
        pending = self._ahead
        if pending is None:
            return
        with contextlib.suppress(OSError):  # shown when the section is opened
            await asyncio.shield(asyncio.wrap_future(pending.text))
            if pending is self._ahead and self._scroller.layout:
                page = pending.make_page()
                pending.layout = page.layout(self._scroller.layout.cells, scrolls=True)
                pending.layout.lay_out(self._scroller.rows)
                pending.page = page


async def _yield() -> None:
    """Let keys and frames go first, which take several runs of the event loop."""
    for _ in range(_YIELDS):
        await asyncio.sleep(0)


def _why_empty(visible: VisibleStory) -> str:
    if visible.yet:
        return "Nothing to read yet. Press e to set progress."
    return "This guide has no sections."
