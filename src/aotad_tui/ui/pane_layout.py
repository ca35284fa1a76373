"""The layout of panes: which are shown, how wide they are, and which has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from textual.screen import Screen

from aotad_tui.commands.panes import (
    ALL_FIT_FROM,
    BY_ID,
    DEFAULT_PANES,
    MAIN_PANE,
    PANES,
    SIDE_PANES,
    TWO_FIT_FROM,
)
from aotad_tui.page.page import MEASURE
from aotad_tui.story.visible import VisibleStory

from .command_table import Handler
from .pane import width_wanted
from .pane_widths import side_widths

_PAGE_EDGE = 5
"""The cells of the page pane next to its text: two margins and the scroll bar."""
_LEAST_PAGE = 40
"""The width that is left to the page when a side pane is resized, in cells."""
_STEP = 4
"""The cells by which a key resizes a pane."""


class PaneChoice:
    """Remembers which side panes the reader wants, and selects those to show.

    Where all fit, the wanted ones are shown. Elsewhere, and while the page is alone, at most one is shown: the one that
    the reader has opened, or else one that is shown unasked at that width.
    """

    def __init__(self, wanted: Iterable[str] = DEFAULT_PANES) -> None:
        self._wanted = set(wanted)
        self._opened: str | None = None
        self._shows_unasked = True
        self._is_alone = False

    def fits_all(self, window: int) -> bool:
        """Whether all wanted panes are shown in a window of that width."""
        return window >= ALL_FIT_FROM and not self._is_alone

    def open(self, pane: str) -> None:
        """Show a pane, also where not all fit."""
        if pane in SIDE_PANES:
            self._wanted.add(pane)
            self._opened = pane

    def close(self) -> str | None:
        """Close the opened pane and return it, if any. What it was shown instead of is shown again."""
        closed, self._opened = self._opened, None
        return closed

    def hide(self, pane: str, window: int) -> None:
        """Hide a pane. No other one is shown instead."""
        self._opened = None
        if self.fits_all(window):
            self._wanted.discard(pane)
        elif window >= TWO_FIT_FROM:
            self._shows_unasked = False

    def toggle_alone(self) -> None:
        """Show the page without the side panes, or with those that were there before."""
        self._is_alone = not self._is_alone
        self._opened = None

    def shown(self, window: int, active: str, there: Iterable[str] = SIDE_PANES) -> set[str]:
        """The panes to show in a window of that width, `active` among them. `there`: the side panes with content."""
        if window < TWO_FIT_FROM:
            return {active}
        there = [pane for pane in SIDE_PANES if pane in set(there)]
        if self.fits_all(window):
            return {MAIN_PANE, active, *self._wanted.intersection(there)}
        if active != MAIN_PANE:
            return {MAIN_PANE, active}
        if self._opened in there:
            return {MAIN_PANE, self._opened}
        return {MAIN_PANE, *self._unasked(window, there)[:1]}

    def _unasked(self, window: int, there: Iterable[str]) -> list[str]:
        if self._is_alone or not self._shows_unasked:
            return []
        return [pane for pane in there if pane in self._wanted and is_unasked(pane, window)]


def is_unasked(pane: str, window: int) -> bool:
    """Whether a window of that width has room for a side pane that the reader has not asked for."""
    width = BY_ID[pane].width
    return width is not None and window >= width.unasked_from


class PaneLayout:
    """Shows and hides the panes of a screen, sets their widths and moves the focus between them."""

    def __init__(self, screen: Screen[None], wanted: Iterable[str], visible: Callable[[], VisibleStory]) -> None:
        """`visible`: returns the visible story, on which it depends whether a pane has anything to show."""
        self._screen = screen
        self._choice = PaneChoice(wanted)
        self._visible = visible
        self._widths_wanted: tuple[VisibleStory, Mapping[str, int]] | None = None
        self._measure = MEASURE
        self._chosen_widths: dict[str, int] = {}
        """The widths in cells that the reader has set, by pane."""

    @property
    def _window(self) -> int:
        return self._screen.app.size.width

    @property
    def fits_two(self) -> bool:
        """Whether a side pane fits next to the page."""
        return self._window >= TWO_FIT_FROM

    @property
    def fits_all(self) -> bool:
        """Whether all panes fit, and the page is not alone."""
        return self._choice.fits_all(self._window)

    @property
    def active(self) -> str:
        """The id of the focused pane; the page if none has the focus."""
        focused = self._screen.focused
        return focused.id if focused and focused.id in BY_ID else MAIN_PANE

    def _there(self) -> Mapping[str, int]:
        """The panes that have anything to show, in order, and the width from which on nothing in each is cut."""
        visible = self._visible()
        if self._widths_wanted is None or self._widths_wanted[0] is not visible:
            wanted = {spec.id: width_wanted(spec, visible) for spec in PANES}
            self._widths_wanted = visible, {id: cells for id, cells in wanted.items() if cells is not None}
        return self._widths_wanted[1]

    def set_measure(self, cells: int) -> None:
        """Set the greatest width of the page's text."""
        if cells != self._measure:
            self._measure = cells
            self.arrange()

    def arrange(self, focus: str | None = None) -> None:
        """Show the panes that are wanted and fit, the focused one among them; move the focus to `focus` if given."""
        there, active = self._there(), focus or self.active
        if active not in there:
            active = focus = MAIN_PANE
        shown = self._choice.shown(self._window, active, there)
        specs = [spec for spec in PANES if spec.id in shown]
        page, whole_page = (cells + _PAGE_EDGE for cells in (min(self._measure, MEASURE), self._measure))
        widths = side_widths(self._window, specs, there, page, whole_page)
        for spec in PANES:
            pane = self._screen.query_one(f"#{spec.id}")
            pane.display = spec.id in shown
            if spec.id in widths:
                pane.styles.width = self._width(spec.id, widths[spec.id])
        if focus:
            self._screen.set_focus(self._screen.query_one(f"#{focus}"))  # at once: the next key may be on its way

    def _width(self, pane: str, cells: int) -> int | str:
        """The width of a pane: as the reader set it, else as laid out; all where only one fits."""
        if not self.fits_two:
            return "1fr"
        return self._width_within(pane, self._chosen_widths[pane]) if pane in self._chosen_widths else cells

    @property
    def resizable(self) -> list[str]:
        """The ids of the side panes that are next to the page."""
        return [id for id in SIDE_PANES if self.fits_two and self._screen.query_one(f"#{id}").display]

    def resize(self, pane: str, cells: int) -> None:
        """Set the width of a side pane, within what leaves enough to all panes."""
        self._chosen_widths[pane] = self._width_within(pane, cells)
        self.arrange()

    def resize_focused(self, cells: int) -> None:
        """Widen the focused side pane by that many cells, or narrow it. The page has the room that is left."""
        pane = self.active
        if pane not in self.resizable:
            self._screen.notify("Go to a side pane to resize it.", timeout=2)
            return
        before = self._screen.query_one(f"#{pane}").region.width
        self.resize(pane, before + cells)
        if self._chosen_widths[pane] == before:
            self._screen.notify(f"This pane cannot be {'wider' if cells > 0 else 'narrower'}.", timeout=2)

    def _width_within(self, pane: str, cells: int) -> int:
        width = BY_ID[pane].width
        others = sum(self._screen.query_one(f"#{id}").region.width for id in self.resizable if id != pane)
        return max(min(cells, self._window - _LEAST_PAGE - others), width.least if width else 0)

    def open(self, pane: str) -> None:
        """Show a pane from the next arrangement on."""
        self._choice.open(pane)

    def close(self) -> bool:
        """Close the pane that was opened where not all fit, and go to the page. Returns whether there was one."""
        if self.fits_all or not self.fits_two:
            return False
        shown = {id for id in SIDE_PANES if self._screen.query_one(f"#{id}").display}
        self._choice.close()
        self.arrange(MAIN_PANE)
        return any(not self._screen.query_one(f"#{id}").display for id in shown)

    def go_to_page(self) -> None:
        """Move the focus to the page. A side pane that was opened to choose from gives its room back."""
        active = self.active
        if active != MAIN_PANE and not is_unasked(active, self._window):
            self._choice.close()
        self.arrange(MAIN_PANE)

    def want_only(self, panes: Iterable[str]) -> None:
        """Show these side panes and no others, where they fit."""
        self._choice = PaneChoice(panes)
        self.arrange(MAIN_PANE)

    def highlight_active(self) -> None:
        """Highlight the focused pane."""
        for spec in PANES:
            pane = self._screen.query_one(f"#{spec.id}")
            pane.set_class(pane.has_focus, "-active")

    @property
    def commands(self) -> Mapping[str, Handler]:
        """The functions of the commands that follow from the table of panes."""
        return {
            **{f"go_to_{spec.id}": partial(self.go_to, spec.id) for spec in PANES},
            **{f"toggle_{spec.id}": partial(self.toggle, spec.id) for spec in PANES if spec.toggle_key},
            "next_pane": self.go_to_next,
            "pane_left": partial(self.go_beside, -1),
            "pane_right": partial(self.go_beside, 1),
            "page_alone": self.toggle_alone,
            "wider_pane": partial(self.resize_focused, _STEP),
            "narrower_pane": partial(self.resize_focused, -_STEP),
        }

    def go_to(self, pane: str) -> None:
        """Show a pane and move the focus there."""
        if pane not in self._there():
            self._screen.notify(f"No {BY_ID[pane].title}{self._visible().yet}.", markup=False, timeout=2)
            return
        self._choice.open(pane)
        self.arrange(pane)

    def go_to_next(self) -> None:
        """Move the focus to the next pane, even if it is hidden now."""
        ids = list(self._there())
        self.arrange(ids[(ids.index(self.active) + 1) % len(ids)])

    def go_beside(self, steps: int) -> None:
        """Move the focus to the pane on the left or right, even if it is hidden now."""
        ids = list(self._there())
        number = ids.index(self.active) + steps
        if 0 <= number < len(ids):
            self.arrange(ids[number])
        else:
            self._screen.notify(f"No pane on the {'right' if steps > 0 else 'left'}.", timeout=2)

    def toggle(self, pane: str) -> None:
        """Show a pane and move the focus there, or hide it."""
        if self._screen.query_one(f"#{pane}").display:
            self._choice.hide(pane, self._window)
            self.arrange(MAIN_PANE)
        else:
            self.go_to(pane)

    def toggle_alone(self) -> None:
        """Show the page without the side panes, or with those that were there before."""
        if not self.fits_two:
            self._screen.notify("Only one pane fits in this window.", timeout=2)
            return
        self._choice.toggle_alone()
        self.arrange(MAIN_PANE)
