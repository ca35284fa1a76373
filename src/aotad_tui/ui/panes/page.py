"""The page: the section that is being read."""

from __future__ import annotations

from textual import events

from aotad_tui.cells import Line, Span, plain
from aotad_tui.commands.registry import Scope
from aotad_tui.page.page import MEASURE, Page, Sheet
from aotad_tui.reading.spot import Spot, row_of, spot_at
from aotad_tui.story.edition import Edition
from aotad_tui.story.values import Section
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.lines import LinesView, Stop

_MARGIN = 2


class PagePane(LinesView):
    """Shows one section, and steps through the names and links in it."""

    BINDINGS = bindings_for(Scope.PANE, Scope.PAGE)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._page: Page | None = None
        self._sheet: Sheet | None = None
        self._message = ""
        self._row = 0
        self._heading = ""
        self._spot: Spot | None = None
        self.measure = MEASURE
        """The widest that text is set, in cells."""

    @property
    def spot(self) -> Spot | None:
        """What stands at the top; None while nothing is laid out."""
        if self._sheet is None:
            return None
        lines = self._sheet.lines
        return spot_at(lambda row: plain(lines[row]), len(lines), _headings(self._sheet), int(self.scroll_y))

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of all who are named on the page, in order of appearance."""
        return self._page.people if self._page else ()

    def open(
        self, edition: Edition, section: Section | None, row: int = 0, heading: str = "", spot: Spot | None = None
    ) -> None:
        """Shows a section from a row, a heading or a spot on; without a section, why there is nothing to read."""
        self._page = None
        self._message = ""
        if section is None:
            self._message = _nothing_to_read(edition)
        else:
            try:
                self._page = Page(edition, section)
            except OSError as error:
                self._message = f"This section cannot be read: {error}"
        self._row, self._heading, self._spot = row, heading, spot
        self._set()

    def on_resize(self, event: events.Resize) -> None:
        """Sets the page at its new width, the same part of it on top."""
        if event.size.width and self._sheet is not None and self._lines:
            self._spot = self.spot
        self._set()

    def _set(self) -> None:
        room = self.scrollable_content_region.width
        if room < 1:
            return
        cells = max(min(room - 2 * _MARGIN, self.measure), 8)
        self.margin_cells = max((room - cells) // 2, 0)
        if self._page is None:
            self._sheet = None
            message: Line = (Span(self._message, "dim"),)
            self.show_lines([(), message])
            return
        sheet = self._page.sheet(cells)
        self._sheet = sheet
        self.show_lines(sheet.lines)
        row = (sheet.row_of(self._heading) if self._heading else None) or self._row
        if self._spot and not self._heading:
            row = row_of(self._spot, [plain(line) for line in sheet.lines], _headings(sheet))
        self._row, self._heading, self._spot = 0, "", None
        self.scroll_to(y=row, animate=False, force=True, immediate=True)

    @property
    def fraction(self) -> float:
        """How much of the page has been on the screen: 1.0 at its end."""
        rows = len(self._lines)
        return min(1.0, (self.scroll_y + self.scrollable_content_region.height) / rows) if rows else 1.0

    def _visible(self, stop: Stop) -> bool:
        return self.scroll_y <= stop.row < self.scroll_y + self.scrollable_content_region.height

    def action_next_link(self) -> None:
        """Marks the next name or link, from the top of the screen when none is marked there."""
        self._step(1)

    def action_previous_link(self) -> None:
        """Marks the name or link before."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        if not self.stops:
            return
        if self.current in self.stops and self._visible(self.current):
            number = self.stops.index(self.current) + steps
        else:
            top = int(self.scroll_y)
            after = next((number for number, stop in enumerate(self.stops) if stop.row >= top), len(self.stops))
            number = after if steps > 0 else after - 1
        self.mark(self.stops[number % len(self.stops)])

    def action_line_down(self) -> None:
        """One line on."""
        self.scroll_down(animate=False)

    def action_line_up(self) -> None:
        """One line back."""
        self.scroll_up(animate=False)

    def action_half_page_down(self) -> None:
        """Half a screen on."""
        self.scroll_relative(y=self._half, animate=False)

    def action_half_page_up(self) -> None:
        """Half a screen back."""
        self.scroll_relative(y=-self._half, animate=False)

    @property
    def _half(self) -> int:
        return max(self.scrollable_content_region.height // 2, 1)

    def action_screen_down(self) -> None:
        """A screen on, two lines kept for the eye."""
        self.scroll_relative(y=max(self.scrollable_content_region.height - 2, 1), animate=False)

    def action_screen_up(self) -> None:
        """A screen back."""
        self.scroll_relative(y=-max(self.scrollable_content_region.height - 2, 1), animate=False)

    def action_top(self) -> None:
        """To the beginning."""
        self.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.scroll_end(animate=False)


def _headings(sheet: Sheet) -> list[tuple[int, str]]:
    return [(anchor.row, anchor.slug) for anchor in sheet.anchors]


def _nothing_to_read(edition: Edition) -> str:
    if edition.story.timeline and edition.story.seen < len(edition.story.timeline):
        return "Nothing to read yet. Press e to say how far you have watched."
    return "This guide has no sections."
