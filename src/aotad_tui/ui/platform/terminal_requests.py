"""What an application asks of its terminal: a title for the window, and the background colour.

The application has one such object, and the driver of the terminal looks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, runtime_checkable

from textual.app import App

from aotad_tui.cells import cut
from aotad_tui.cleaning import printable, single_line

from .terminal_background import BackgroundColor

ResultT = TypeVar("ResultT")

SAVE_TITLE, RESTORE_TITLE = "\x1b[22;0t", "\x1b[23;0t"
"""Push the title on the terminal's stack of titles, and pop it. Terminals without a stack ignore both."""
_MOST_CELLS = 200


class TerminalRequests:
    """The requests of one application."""

    def __init__(self) -> None:
        self.title = ""
        """The title of the window; empty to leave the terminal its own."""
        self.write_title: Callable[[str], None] | None = None
        """Writes a title. The driver sets it."""
        self.background: BackgroundColor | None = None
        """The background colour, once the terminal has reported it."""
        self.use_background: Callable[[BackgroundColor], None] | None = None
        """Takes the background colour when the terminal reports it; None if nobody needs it."""
        self.ask_background: Callable[[], None] | None = None
        """Asks the terminal for the background colour. The driver sets it."""

    def report_background(self, color: BackgroundColor) -> None:
        """Take the answer of the terminal. Only the first one counts."""
        self.background = self.background or color
        use, self.use_background = self.use_background, None
        if use:
            use(self.background)


@runtime_checkable
class AsksTerminal(Protocol):
    """An application with requests."""

    terminal: TerminalRequests


def show_title(app: App[object], title: str) -> None:
    """Set the title of the terminal's window."""
    if isinstance(app, AsksTerminal) and title != app.terminal.title:
        app.terminal.title = title
        if app.terminal.write_title:
            app.terminal.write_title(title)


def follow_background(app: App[ResultT], use: Callable[[BackgroundColor], None]) -> None:
    """Call `use` with the background: now, or once the terminal has answered."""
    if not isinstance(app, AsksTerminal):
        return
    if app.terminal.background:
        use(app.terminal.background)
        return
    app.terminal.use_background = use
    if app.terminal.ask_background:
        app.terminal.ask_background()


def forget_background(app: App[ResultT]) -> None:
    """Ignore the background from now on, for example because the reader chooses a theme."""
    if isinstance(app, AsksTerminal):
        app.terminal.use_background = None


def title_sequence(title: str) -> str:
    """The escape sequence that sets a title, without any control character of the title itself."""
    return f"\x1b]2;{cut(printable(single_line(title)), _MOST_CELLS)}\x07"
