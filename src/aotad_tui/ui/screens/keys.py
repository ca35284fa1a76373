"""The keys, from the registry."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from aotad_tui.cells import pad
from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import Scope, by_topic, keys_in_words

from .dialog import Dialog

_KEYS_WIDTH = 22


class KeysScreen(Dialog[None]):
    """All commands under their topics, with their keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q,question_mark,enter", "dismiss_dialog", "Close"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
        ("space", "scroll(10)", "Screen down"),
        ("b", "scroll(-10)", "Screen up"),
    ]

    def __init__(self, keys: Keys, *, on_page: bool) -> None:
        """`on_page`: whether the page has the focus, so that its own keys work too."""
        super().__init__()
        self._on_page = on_page
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The table, scrolled where it is longer than the screen."""
        with Vertical(classes="box"):
            yield Static(Content("Keys"), classes="box-title")
            with VerticalScroll():
                yield Static(self._table())
            yield Static(Content("j k scroll  esc close"), classes="box-keys")

    def action_scroll(self, rows: int) -> None:
        """Scrolls by that many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def _table(self) -> Content:
        rows: list[str | tuple[str, str]] = []
        for topic, commands in by_topic().items():
            rows.append((f"{chr(10) if rows else ''}{topic}\n", "bold $text-accent"))
            for command in commands:
                if command.scope is Scope.PAGE and not self._on_page:
                    continue
                rows.append((f"  {pad(keys_in_words(self._keys[command.id]), _KEYS_WIDTH)} ", "bold"))
                rows.append(f"{command.title}\n")
        return Content.assemble(*rows)
