"""An external link, shown in full before anything is opened."""

from __future__ import annotations

import os
import sys
from typing import ClassVar
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog


class AddressScreen(Dialog[None]):
    """Asks whether to open an address; it can be copied instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "open_address", "Open"),
        ("y", "copy_address", "Copy"),
        ("q", "dismiss_dialog", "Close"),
    ]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        """The address, its host, and the keys."""
        parts = urlsplit(self._address)
        opening = (("enter", "open"),) if has_display() else ()
        with DialogBox("External link", *opening, ("y", "copy"), ("esc", "close")):
            yield Static(Content(self._address), id="address")
            whom = f"to {parts.path}" if parts.scheme == "mailto" else f"at {parts.hostname}"
            yield Static(Content(whom if opening else f"{whom} (no browser found)"), classes="box-note")

    def action_open_address(self) -> None:
        """Open it in the browser. Without a display nothing is opened: a text browser would draw over this screen."""
        if has_display():
            self.app.open_url(self._address)
            self.dismiss(None)

    def action_copy_address(self) -> None:
        """Copy it to the clipboard."""
        self.app.copy_to_clipboard(self._address)
        self.app.notify("Copied address", markup=False, timeout=3)
        self.dismiss(None)


def has_display() -> bool:
    """Whether a browser would open in a window of its own."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
