"""The one table of panes: commands, settings, layout, widths and tests follow from its rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Width:
    """How wide a side pane is, in cells: `share` percent of a wide window within bounds, else `medium`."""

    share: int
    least: int
    most: int
    medium: int


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """A pane of the reading screen.

    `title` names it in commands. `widget` is the entry point of its class, a `Pane`. The pane without a `toggle_key`
    and a `width` takes the room that is left. `shown`: whether it is shown until the reader hides it.
    """

    id: str
    title: str
    key: str
    widget: str
    toggle_key: str = ""
    width: Width | None = None
    shown: bool = True


PANES: tuple[PaneSpec, ...] = (
    PaneSpec("sections", "sections", "1", "aotad_tui.ui.panes.sections:SectionsPane", "s", Width(24, 28, 36, 28)),
    PaneSpec("page", "page", "2", "aotad_tui.ui.panes.page:PagePane"),
    PaneSpec("people", "people", "3", "aotad_tui.ui.panes.people:PeoplePane", "c", Width(32, 38, 52, 36)),
)
"""From left to right."""

MAIN_PANE = next(pane.id for pane in PANES if pane.width is None)
"""The id of the pane that is always shown where two fit."""

SIDE_PANES = tuple(pane.id for pane in PANES if pane.width is not None)
"""The ids of the panes that can be hidden."""

DEFAULT_PANES = tuple(pane.id for pane in PANES if pane.width is not None and pane.shown)
"""The ids of the side panes that are shown until a reader hides them."""
