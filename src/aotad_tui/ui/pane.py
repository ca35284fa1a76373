"""The base of all panes of the reading screen: a pane shows a session, and the same keys move in every pane."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pkgutil import resolve_name

from textual.widget import Widget

from aotad_tui.commands.panes import PaneSpec
from aotad_tui.commands.registry import Scope
from aotad_tui.progress.session import Session
from aotad_tui.story.visible import VisibleStory

from .bindings import bindings_for
from .command_table import Handler


class Movable:
    """A widget with rows: defines the commands of `Scope.PANE` by four methods that each widget has.

    Not a widget by itself, since Textual takes styles from the first base class only: the class that has it as its
    first base sets `BINDINGS = MOVEMENT_BINDINGS`. Textual's metaclass does not enforce abstract methods, mypy does.
    """

    @abstractmethod
    def move_rows(self, rows: int) -> None:
        """Move by single rows or items, down where `rows` is above 0."""

    @abstractmethod
    def move_screens(self, screens: float) -> None:
        """Move by a part of the visible height, down where `screens` is above 0."""

    @abstractmethod
    def move_to_end(self, *, top: bool) -> None:
        """Move to the top or to the bottom."""

    @abstractmethod
    def open_current(self) -> None:
        """Open the selected item."""

    @cached_property
    def commands(self) -> Mapping[str, Handler]:
        """The functions of the commands that work while this widget has the focus."""
        return movement_handlers(self)

    def action_run_command(self, id: str) -> object:
        """Run a command of this widget."""
        return self.commands[id]()


MOVEMENTS: Mapping[str, Callable[[Movable], None]] = {
    "line_down": lambda pane: pane.move_rows(1),
    "line_up": lambda pane: pane.move_rows(-1),
    "half_page_down": lambda pane: pane.move_screens(0.5),
    "half_page_up": lambda pane: pane.move_screens(-0.5),
    "screen_down": lambda pane: pane.move_screens(1),
    "screen_up": lambda pane: pane.move_screens(-1),
    "top": lambda pane: pane.move_to_end(top=True),
    "bottom": lambda pane: pane.move_to_end(top=False),
    "open": lambda pane: pane.open_current(),
}
"""The commands of `Scope.PANE`."""


def movement_handlers(widget: Movable) -> dict[str, Handler]:
    """The functions of the commands of `Scope.PANE` for one widget."""
    return {id: partial(move, widget) for id, move in MOVEMENTS.items()}


MOVEMENT_BINDINGS = bindings_for(Scope.PANE)
"""The keys of the commands of `Scope.PANE`."""


class Pane(Movable):
    """A pane of the reading screen."""

    def show_session(self, session: Session) -> None:
        """Show the session. Called after each change of it. Panes that controllers fill need not override it."""


def pane_class(spec: PaneSpec) -> type[Widget]:
    """The class of a pane, which is a `Pane` too. Raises TypeError if the entry point names anything else."""
    widget: object = resolve_name(spec.widget)
    if not (isinstance(widget, type) and issubclass(widget, Pane) and issubclass(widget, Widget)):
        raise TypeError(f"{spec.widget} is not a Pane")
    return widget


def width_wanted(spec: PaneSpec, visible: VisibleStory) -> int | None:
    """The width of a pane in cells from which on nothing is cut; 0 for any, None if it has nothing to show."""
    if not spec.width_wanted:
        return 0
    wanted: Callable[[VisibleStory], int | None] = resolve_name(spec.width_wanted)
    return wanted(visible)
