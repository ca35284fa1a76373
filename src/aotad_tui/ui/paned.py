"""A screen of panes: as many as there is room for, and every one reached by a key."""

from __future__ import annotations

from textual.screen import Screen

from aotad_tui.commands.panes import MAIN_PANE

from .command_table import handlers
from .pane_layout import PaneLayout


class PanedScreen(Screen[None]):
    """Arranges its panes whenever there is more or less room."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (20, "-narrow"), (70, "-medium"), (110, "-wide")]  # noqa: RUF012  # Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = f"#{MAIN_PANE}"

    def __init__(self, panes: tuple[str, ...]) -> None:
        """`panes`: the side panes that the reader wants."""
        super().__init__()
        self.layout_of_panes = PaneLayout(self, panes)

    def on_resize(self) -> None:
        """Arrange the panes for the new width."""
        self.call_after_refresh(self.layout_of_panes.arrange)

    def on_descendant_focus(self) -> None:
        """Mark the pane that has the focus."""
        self.layout_of_panes.highlight_active()

    def has_command(self, id: str) -> bool:
        """Whether the reading screen has a command."""
        return id in handlers(self) or id in self.layout_of_panes.commands or hasattr(self, f"action_{id}")

    def action_run_command(self, id: str) -> object:
        """Run a command of the reading screen."""
        table = {**handlers(self), **self.layout_of_panes.commands}
        return table[id]() if id in table else getattr(self, f"action_{id}")()
