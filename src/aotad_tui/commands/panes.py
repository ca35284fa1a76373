"""The one table of panes: commands, settings, layout, widths and tests follow from its rows."""

from __future__ import annotations

from dataclasses import dataclass

TWO_FIT_FROM = 70
"""The width of a window, in cells, from which a side pane fits next to the page."""
ALL_FIT_FROM = 120
"""The width from which all panes fit, with `LEAST_PAGE` left for the page."""
LEAST_PAGE = 60
"""The width that side panes leave to the page before they grow."""


@dataclass(frozen=True, slots=True)
class Width:
    """The width of a side pane in cells. `unasked_from`: the width of a window that shows it without being asked to."""

    least: int
    most: int
    unasked_from: int


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """A pane of the reading screen.

    `title` names it in commands. `widget` is the entry point of its class, a `Pane`, and `width_wanted` that of a
    function from the visible story to the width from which on nothing is cut (see `ui.pane.width_wanted`). The pane
    without a `toggle_key` and a `width` takes the room that is left. `shown`: whether it is shown until the reader
    hides it.
    """

    id: str
    title: str
    key: str
    widget: str
    toggle_key: str = ""
    width: Width | None = None
    width_wanted: str = ""
    shown: bool = True


_SECTIONS, _PEOPLE = "aotad_tui.ui.panes.sections", "aotad_tui.ui.panes.people"

PANES: tuple[PaneSpec, ...] = (
    PaneSpec(
        "sections", "sections", "1", f"{_SECTIONS}:SectionsPane", "s", Width(26, 44, 88), f"{_SECTIONS}:width_wanted"
    ),
    PaneSpec("page", "page", "2", "aotad_tui.ui.panes.page:PagePane"),
    PaneSpec(
        "people", "people", "3", f"{_PEOPLE}:PeoplePane", "c", Width(34, 52, ALL_FIT_FROM), f"{_PEOPLE}:width_wanted"
    ),
)
"""From left to right."""

BY_ID = {pane.id: pane for pane in PANES}

MAIN_PANE = next(pane.id for pane in PANES if pane.width is None)
"""The id of the pane that is always shown where two fit."""

SIDE_PANES = tuple(pane.id for pane in PANES if pane.width is not None)
"""The ids of the panes that can be hidden."""

DEFAULT_PANES = tuple(pane.id for pane in PANES if pane.width is not None and pane.shown)
"""The ids of the side panes that are shown until a reader hides them."""
