"""Chooses the driver of the terminal."""

from __future__ import annotations

import sys

from textual.app import App


def use_terminal_driver(app: App[None]) -> None:
    """Use our driver in place of Textual's for Linux and macOS, and none other than that."""
    if sys.platform != "win32":
        from textual.drivers.linux_driver import LinuxDriver

        from .terminal_driver import TerminalDriver

        if app.driver_class is LinuxDriver:
            app.driver_class = TerminalDriver
