"""A screen of three panes: as many beside the page as there is room for, and every one reached by a key."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from .arrangement import PAGE, PANES, PEOPLE, SECTIONS, Arrangement
from .late_callbacks import NoLateCallbacks


class PanedScreen(NoLateCallbacks, Screen[None]):
    """Shows and hides the panes as the width and their reader want it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (20, "-narrow"), (70, "-medium"), (110, "-wide")]  # noqa: RUF012  # Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = f"#{PAGE}"

    def __init__(self, panes: tuple[str, ...]) -> None:
        """`panes`: those beside the page that its reader wants."""
        super().__init__()
        self._panes = Arrangement(panes)

    def on_resize(self) -> None:
        """Arranges the panes anew when there is more or less room."""
        self.call_after_refresh(self._arrange)

    @property
    def _room_for(self) -> int:
        return 3 if self.has_class("-wide") else 2 if self.has_class("-medium") else 1

    @property
    def _active(self) -> str:
        """The pane that is being used."""
        return self.focused.id if self.focused and self.focused.id in PANES else PAGE

    def _arrange(self, focus: str | None = None) -> None:
        """Shows as many panes as there is room for, the one with the focus among them."""
        shown = self._panes.shown(self._room_for, focus or self._active)
        for name in PANES:
            self.query_one(f"#{name}").display = name in shown
        if focus:
            self.set_focus(self.query_one(f"#{focus}"))  # at once: the next key may be on its way

    def _arrange_wanted(self, panes: tuple[str, ...]) -> None:
        """Shows these panes beside the page, where there is room."""
        self._panes = Arrangement(panes)
        self._arrange(PAGE)

    def on_descendant_focus(self) -> None:
        """Lights the pane that has the focus."""
        for name in PANES:
            pane = self.query_one(f"#{name}", Widget)
            pane.set_class(pane.has_focus, "-active")

    # The commands of the registry

    def action_go_to_sections(self) -> None:
        """The focus to the sections."""
        self._panes.want(SECTIONS)
        self._arrange(SECTIONS)

    def action_go_to_page(self) -> None:
        """The focus to the page."""
        self._arrange(PAGE)

    def action_go_to_people(self) -> None:
        """The focus to the people."""
        self._panes.want(PEOPLE)
        self._arrange(PEOPLE)

    def action_next_pane(self) -> None:
        """The focus to the next pane, also to one that is not shown."""
        self._arrange(PANES[(PANES.index(self._active) + 1) % len(PANES)])

    def _toggle(self, name: str) -> None:
        pane = self.query_one(f"#{name}")
        if not pane.display:
            self._panes.want(name)
            self._arrange(name)
            return
        self._panes.dismiss(name)
        self._arrange(PAGE)

    def action_toggle_sections(self) -> None:
        """Shows the sections and goes there, or hides them."""
        self._toggle(SECTIONS)

    def action_toggle_people(self) -> None:
        """Shows the people and goes there, or hides them."""
        self._toggle(PEOPLE)
