"""Rows that lead somewhere, in a box over the reading screen: recap, what is new, how two people are connected."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from aotad_tui.cells import Line
from aotad_tui.link import Link
from aotad_tui.ui.dialogs.dialog import Dialog

from .lines_view import LinesView

Fill = Callable[[int], list[Line]]
"""The rows at a width in cells."""


class ListingView(LinesView):
    """Draws the rows; the keys step through those that lead somewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "step(1)", "Down"),
        ("k,up", "step(-1)", "Up"),
        ("space,pagedown,ctrl+d", "screen(1)", "Screen down"),
        ("b,pageup,ctrl+u", "screen(-1)", "Screen up"),
        ("g,home", "end(-1)", "To the beginning"),
        ("G,end", "end(1)", "To the end"),
        ("enter", "open", "Open"),
    ]

    def __init__(self, fill: Fill, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fill = fill

    def refill(self, fill: Fill) -> None:
        """Shows other rows."""
        self._fill = fill
        self._set()
        self.scroll_home(animate=False)

    def fill_up(self) -> None:
        """Shows the rows again with what has come behind them; what was marked stays marked."""
        before = self.current
        self._set()
        if before in self.stops:
            self.mark(before)

    def on_resize(self) -> None:
        """Sets the rows at the new width."""
        self._set()

    def _set(self) -> None:
        cells = self.scrollable_content_region.width
        if cells > 0:
            self.show_lines(self._fill(cells))

    def action_step(self, steps: int) -> None:
        """To the next row that leads somewhere, or a line on where there is none near."""
        stops, top = self.stops, int(self.scroll_y)
        bottom = top + self.scrollable_content_region.height
        if self.current in stops and top <= self.current.row < bottom:
            number = stops.index(self.current) + steps
        else:
            inside = [number for number, stop in enumerate(stops) if top <= stop.row < bottom]
            number = inside[0 if steps > 0 else -1] if inside else len(stops)
        if 0 <= number < len(stops) and top - 3 <= stops[number].row < bottom + 3:
            self.mark(stops[number])
        else:
            self.scroll_relative(y=steps, animate=False)

    def action_screen(self, screens: int) -> None:
        """A screen on or back."""
        self.scroll_relative(y=screens * max(self.scrollable_content_region.height - 1, 1), animate=False)

    def action_end(self, way: int) -> None:
        """To the beginning or the end."""
        self.scroll_home(animate=False) if way < 0 else self.scroll_end(animate=False)


class _TabbedView(ListingView):
    """The same where it stands alone, so that tab need not lead from it to anything else."""

    BINDINGS: ClassVar[list[BindingType]] = [("tab", "step(1)", "Down"), ("shift+tab", "step(-1)", "Up")]


class ListingScreen(Dialog[Link]):
    """A heading and rows; gives back the link of the row that was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "dismiss_dialog", "Close")]

    def __init__(self, heading: str, fill: Fill, keys: str = "j k move  enter open  esc close") -> None:
        super().__init__()
        self._heading = heading
        self._fill = fill
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Heading, rows, keys."""
        with Vertical(classes="box listing"):
            yield Static(Content(self._heading), classes="box-title")
            yield _TabbedView(self._fill)
            yield Static(Content(self._keys), classes="box-keys")

    def on_styled_view_followed(self, event: LinesView.Followed) -> None:
        """Goes where the row leads."""
        event.stop()
        self.dismiss(event.link)
