"""The layout of panes: as many as fit, always with the focused one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual.screen import Screen

from aotad_tui.commands.panes import DEFAULT_PANES, MAIN_PANE, PANES, SIDE_PANES

from .command_table import Handler

_IDS = tuple(pane.id for pane in PANES)
_LEAST_PAGE = 40
"""The width that is left to the page when a border is dragged, in cells."""


class PaneChoice:
    """Remembers which side panes the reader wants, and selects the ones that fit."""

    def __init__(self, wanted: Iterable[str] = DEFAULT_PANES) -> None:
        self._wanted = set(wanted)
        self._recent = list(reversed(SIDE_PANES))
        """The side panes, the last used one first: if only one fits, the first wanted one is shown."""

    def want(self, pane: str) -> None:
        """Remember that the reader wants to see a pane."""
        if pane in SIDE_PANES:
            self._wanted.add(pane)
            self._use(pane)

    def hide(self, pane: str) -> None:
        """Remember that the reader has hidden a pane."""
        if pane in SIDE_PANES:
            self._wanted.discard(pane)
            self._recent.remove(pane)
            self._recent.append(pane)

    def _use(self, pane: str) -> None:
        self._recent.remove(pane)
        self._recent.insert(0, pane)

    def shown(self, room_for: int, active: str) -> set[str]:
        """The panes to show where `room_for` panes fit, `active` among them."""
        if active in SIDE_PANES:
            self._use(active)
        if room_for == 1:
            return {active}
        ordered = [active, *(pane for pane in self._recent if pane in self._wanted and pane != active)]
        return {MAIN_PANE, *[pane for pane in ordered if pane != MAIN_PANE][: room_for - 1]}


class PaneLayout:
    """Shows and hides the panes of a screen, sets their widths and moves the focus between them."""

    def __init__(self, screen: Screen[None], wanted: Iterable[str]) -> None:
        self._screen = screen
        self._choice = PaneChoice(wanted)
        self._dragged_widths: dict[str, int] = {}
        """The widths in cells that the reader has set by dragging, by pane."""

    @property
    def room_for(self) -> int:
        """The number of panes that fit side by side."""
        screen = self._screen
        return 3 if screen.has_class("-wide") else 2 if screen.has_class("-medium") else 1

    @property
    def active(self) -> str:
        """The id of the focused pane; the page if none has the focus."""
        focused = self._screen.focused
        return focused.id if focused and focused.id in _IDS else MAIN_PANE

    def arrange(self, focus: str | None = None) -> None:
        """Show as many panes as fit, the one with the focus among them; move the focus to `focus` if it is given."""
        shown = self._choice.shown(self.room_for, focus or self.active)
        for spec in PANES:
            pane = self._screen.query_one(f"#{spec.id}")
            pane.display = spec.id in shown
            if spec.width:
                self._set_width(spec.id)
        if focus:
            self._screen.set_focus(self._screen.query_one(f"#{focus}"))  # at once: the next key may be on its way

    def _set_width(self, id: str) -> None:
        width = next(spec.width for spec in PANES if spec.id == id)
        styles = self._screen.query_one(f"#{id}").styles
        if width is None:
            return
        if id in self._dragged_widths and self.room_for > 1:
            styles.width = self._width_within(id, self._dragged_widths[id])
            styles.min_width = styles.max_width = None
            return
        wide = self.room_for == 3
        styles.width = f"{width.share}%" if wide else width.medium if self.room_for == 2 else "1fr"
        styles.min_width = width.least if wide else None
        styles.max_width = width.most if wide else None

    @property
    def resizable(self) -> list[str]:
        """The ids of the side panes that are next to the page."""
        return [id for id in SIDE_PANES if self.room_for > 1 and self._screen.query_one(f"#{id}").display]

    def resize(self, pane: str, cells: int) -> None:
        """Set the width of a side pane, within what leaves enough to all panes."""
        self._dragged_widths[pane] = self._width_within(pane, cells)
        self._set_width(pane)

    def _width_within(self, pane: str, cells: int) -> int:
        spec = next(spec for spec in PANES if spec.id == pane)
        others = sum(self._screen.query_one(f"#{id}").region.width for id in self.resizable if id != pane)
        most = self._screen.size.width - _LEAST_PAGE - others
        return max(min(cells, most), spec.width.least if spec.width else 0)

    def want(self, pane: str) -> None:
        """Show a pane from the next arrangement on."""
        self._choice.want(pane)

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
        }

    def go_to(self, pane: str) -> None:
        """Show a pane and move the focus there."""
        self._choice.want(pane)
        self.arrange(pane)

    def go_to_next(self) -> None:
        """Move the focus to the next pane, even if it is hidden now."""
        self.arrange(_IDS[(_IDS.index(self.active) + 1) % len(_IDS)])

    def toggle(self, pane: str) -> None:
        """Show a pane and move the focus there, or hide it."""
        if self._screen.query_one(f"#{pane}").display:
            self._choice.hide(pane)
            self.arrange(MAIN_PANE)
        else:
            self.go_to(pane)
