"""The help: all keys, from the registry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import Command, Scope, by_topic, keys_in_words
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog, WithoutStory

_KEYS_WIDTH = 22


class KeysScreen(Dialog[None], WithoutStory):
    """All commands by topic, with their keys."""

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
        """The table, which scrolls if it is longer than the screen."""
        with DialogBox("Help: keys", ("j", "down"), ("k", "up"), ("esc", "close")), VerticalScroll():
            for topic, commands in by_topic().items():
                yield Static(Content(topic), classes="topic")
                yield Static(self._table(commands), classes="topic-keys")

    def action_scroll(self, rows: int) -> None:
        """Scroll by that many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def _table(self, commands: Iterable[Command]) -> Table:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=_KEYS_WIDTH, style="bold")
        table.add_column()
        for command in commands:
            if command.scope is not Scope.PAGE or self._on_page:
                table.add_row(Text(keys_in_words(self._keys[command.id])), Text(command.title))
        return table
