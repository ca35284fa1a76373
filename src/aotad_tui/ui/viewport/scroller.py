"""A widget that stands at a place in a page, which holds while the heights around it settle."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from textual import events, work
from textual.scroll_view import ScrollView

from aotad_tui.page.page import MEASURE, Page
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.page.rows import Row
from aotad_tui.ui.widgets.styled_view import StyledView

MARGIN = 2
_SLICE = 0.004
"""How long the text is read on before keys and frames have their turn, in seconds."""
_TURNS = 8
_MANY_LEAVES = 5_000
_MEASURED_LEAVES = 2_000
"""A page of more leaves is not measured as a whole, which takes 0.1 s for so many: what was not seen is estimated."""
_LEAVES_AT_ONCE = 40
"""How many of them before keys and frames have their turn: 4 ms of work."""
_TIMES = 3
"""So often a screen is laid out anew at once because of what was read for it; what comes later is drawn later."""

Place = tuple[int, int]
"""A leaf of the page and a character of it."""


class PlaceView(StyledView):
    """Stands at a place in a page. Rows are only how that is drawn just now; how is for `PaperView`."""

    measure: int = MEASURE
    """The widest that text is set, in cells."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: Page | None = None
        self._sheet: PageLayout | None = None
        self._ready: PageLayout | None = None
        self.margin_cells = 0
        self._cells = 0
        self._place: Place = (0, 0)
        self._in_view: list[tuple[int, int]] = []
        self._in_view_for: tuple[int, int, int] | None = None
        self._settling = False
        self._version = 0

    def set_measure(self, cells: int) -> None:
        """Sets text at most that wide from now on."""
        if cells != self.measure:
            self.measure = cells
            self.set_anew()

    # The page and its place

    def show_page(self, page: Page | None, place: Place = (0, 0), sheet: PageLayout | None = None) -> None:
        """Shows a page from a place on; reads the rest of it meanwhile. `sheet`: what is laid out of it already."""
        self.page = page
        self._ready = sheet
        self._place = place
        if page:
            page.read_to(place[0] + 1)
        self.set_anew()

    def set_anew(self) -> None:
        """Sets the page at the width there is, the same place on top."""
        room = self._cells = self.scrollable_content_region.width
        self._sheet = None
        self._in_view = []
        self.forget_drawn()
        self.refresh()
        if self.page is None:
            return
        self._read_and_measure()
        if room < 1:
            return
        cells = max(min(room - 2 * MARGIN, self.measure), 8)
        self.margin_cells = max((room - cells) // 2, 0)
        ready, self._ready = self._ready, None
        self._sheet = ready if ready and ready.cells == cells else self.page.sheet(cells, scrolls=True)
        self._stand_at_place()

    def _stand_at_place(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        place = self._place
        row = sheet.row_of(*place)
        self._lay_out_down(*sheet.locate(row))
        last = sheet.known_height - self._rows_of_screen
        if row > last:  # near the end: the last screen must be laid out for its height to be known
            self._lay_out_up(len(self.page.leaves) - 1 if self.page else 0)
            row = min(sheet.row_of(*place), max(sheet.known_height - self._rows_of_screen, 0))
        self.fit(sheet.height)
        self._stand(row)
        self._place = place

    def on_resize(self, _event: events.Resize) -> None:
        """Sets the page at its new width."""
        self.set_anew()

    @property
    def _rows_of_screen(self) -> int:
        return max(self.container_size.height, 1)

    @property
    def top(self) -> Place:
        """The place at the top of the screen."""
        return self._place

    def go_to(self, place: Place) -> None:
        """Brings a place to the top of the screen."""
        self._place = place
        if self.page:
            self.page.read_to(place[0] + self._rows_of_screen)
        self._stand_at_place()
        self.refresh()

    def bring_into_view(self, place: Place) -> None:
        """Scrolls as little as needed to show a place, with some lines around it."""
        sheet = self._sheet
        if sheet is None:
            return
        row = sheet.row_of(*place)
        top, height = self._look(), self._rows_of_screen
        if not top <= row < top + height:
            self._lay_out_up(place[0] - 1)  # what is above it on the screen is measured, else it may fall below
            self._scroll_to_row(max(sheet.row_of(*place) - height // 3, 0))
        self.refresh()

    def _scroll_to_row(self, row: int) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        leaf, line = sheet.locate(row)
        rows = sheet.rows(leaf)
        line = min(line, len(rows) - 1)
        self.go_to((leaf, rows[line].start if line > 0 else 0))

    def scroll_by(self, rows: int) -> None:
        """Scrolls by that many drawn rows, exactly: what lies between is laid out first."""
        sheet, page = self._sheet, self.page
        if sheet is None or page is None:
            return
        top = self._look()
        if rows > 0:
            leaf, line = sheet.locate(top)
            page.read_to(leaf + rows + self._rows_of_screen)
            self._lay_out_down(leaf, line, rows + self._rows_of_screen)
        else:
            leaf, _ = sheet.locate(top)
            before = sheet.top(leaf)
            self._lay_out_up(leaf, -rows)
            top += sheet.top(leaf) - before
        self.fit(sheet.height)
        self._stand(min(top + rows, max(self.virtual_size.height - self._rows_of_screen, 0)))
        self._remember()
        self.refresh()

    def scroll_to_end(self) -> None:
        """To the last screen."""
        if self.page and self._sheet:
            self.page.read_all()
            self._lay_out_up(len(self.page.leaves) - 1)
            self.fit(self._sheet.height)
            self._stand(max(self._sheet.known_height - self._rows_of_screen, 0))
            self._remember()
            self.refresh()

    # Heights

    def _lay_out_down(self, leaf: int, line: int, rows: int = 0) -> None:
        if self._sheet:
            self._sheet.lay_out((rows or self._rows_of_screen) + line, leaf)

    def _lay_out_up(self, leaf: int, rows: int = 0) -> None:
        sheet = self._sheet
        missing = rows or self._rows_of_screen
        while sheet is not None and missing > 0 and leaf >= 0:
            missing -= len(sheet.rows(leaf))
            leaf -= 1

    def _stand(self, row: int) -> None:
        """Puts a row on top, without anything being drawn for it."""
        self.set_reactive(ScrollView.scroll_y, float(row))
        self.set_reactive(ScrollView.scroll_target_y, float(row))
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = row

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever else scrolls (the wheel, the bar) says a row; the place there is what is held to from then on."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._remember()

    def _remember(self) -> None:
        if self._sheet:
            self._place = self._sheet.place(round(self.scroll_y))

    def _look(self) -> int:
        """Finds which rows are in view, all of them laid out. Returns the row on top."""
        sheet, page = self._sheet, self.page
        if sheet is None or page is None:
            return 0
        top, height = round(self.scroll_y), self._rows_of_screen
        if self._in_view_for == (top, height, page.version):
            return top
        for _ in range(_TIMES):
            version = page.version
            exact, found = sheet.screen(top, height)
            if exact != top:
                self._stand(top := exact)
            if page.version == version:  # else a note was read meanwhile, which changes the rows that name it
                break
        if version != self._version:
            self._version = version
            self.forget_drawn()
            self.refresh()  # whoever looks need not be who draws
        self._in_view = found
        self._in_view_for = (top, height, page.version)
        if not self._settling:
            self._settling = True
            self.call_later(self._settle)
        return top

    def _settle(self) -> None:
        """When what is in view was drawn: lays out a screen above and one below, so that scrolling there is exact."""
        self._settling = False
        sheet, page = self._sheet, self.page
        if sheet is None or page is None or not self._in_view:
            return
        first, last = self._in_view[0][0], self._in_view[-1][0]
        with self._same_row_on_top(sheet):
            self._lay_out_up(first - 1)
            self._lay_out_down(last, self._in_view[-1][1])
        self.draw_ahead(*self._in_view[-1])
        self.view_changed()

    @contextmanager
    def _same_row_on_top(self, sheet: PageLayout) -> Iterator[None]:
        """Keeps the same row on top of the screen while the heights of leaves above it change."""
        leaf, _ = sheet.locate(round(self.scroll_y))
        before = sheet.top(leaf)
        yield
        moved = sheet.top(leaf) - before
        if moved:
            self._stand(round(self.scroll_y) + moved)
            self._in_view_for = None
        self.fit(sheet.height)

    def draw_ahead(self, leaf: int, line: int) -> None:
        """Draws what comes behind that row before it is asked for."""

    def view_changed(self) -> None:
        """Called when other rows are in view than before, or the page has been read further."""

    @work(group="reading", exclusive=True)
    async def _read_and_measure(self) -> None:
        """Reads the page to its end and measures it, so that the scroll bar does not depend on what was seen of it."""
        await self._read_on()
        await self._measure()

    async def _measure(self) -> None:
        page, sheet = self.page, self._sheet
        if page is None or not page.done or len(page.leaves) > _MEASURED_LEAVES:
            return
        for first in range(0, len(page.leaves), _LEAVES_AT_ONCE):
            await asyncio.sleep(0)
            if sheet is None or sheet is not self._sheet or not self.is_attached:
                return
            with self._same_row_on_top(sheet):
                sheet.measure(range(first, min(first + _LEAVES_AT_ONCE, len(page.leaves))))
        self.view_changed()

    async def _read_on(self) -> None:
        page = self.page  # not given: a worker lives on for a while, and so would the page
        frozen = 0
        while page and not page.done and page is self.page:
            for _ in range(_TURNS):
                await asyncio.sleep(0)
            page.read_for(_SLICE)
            if len(page.leaves) - frozen > _MANY_LEAVES:
                frozen = len(page.leaves)
                gc.collect(1)
                gc.freeze()  # else each full collection looks through all of the page, for 50 ms at 5 MB
        if page and page is self.page and self.is_attached:
            self.fit(self._sheet.height if self._sheet else 0)
            if page.version != self._version:
                self.refresh()
            self.page_was_read()

    def page_was_read(self) -> None:
        """Called when all of the page was read."""

    # What is in view

    def rows_in_view(self) -> Iterator[tuple[int, Row]]:
        """The leaves and rows on the screen, from top to bottom."""
        self._look()
        if self._sheet:
            for leaf, line in self._in_view:
                yield leaf, self._sheet.rows(leaf)[line]

    def row_at(self, y: int) -> tuple[int, Row] | None:
        """The leaf and the row that is drawn on a row of the widget, or None."""
        self._look()
        if self._sheet is None or not 0 <= y < len(self._in_view):
            return None
        leaf, line = self._in_view[y]
        return leaf, self._sheet.rows(leaf)[line]
