"""The help: all keys, from the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import MOVING, Command, Scope, by_topic, keys_in_words
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog, WithoutStory

_KEYS_WIDTH = 22


class Topic(Vertical):
    """The commands of one topic. `table`: draws commands."""

    def __init__(self, topic: str, commands: Sequence[Command], table: Callable[[Iterable[Command]], Table]) -> None:
        super().__init__(classes="keys-topic")
        self._topic = topic
        self._commands = commands
        self._table = table

    def compose(self) -> ComposeResult:
        """The heading, and the commands with their keys."""
        yield Static(Content(self._topic), classes="topic")
        yield Static(self._table(self._commands), classes="topic-keys")

    def show(self, words: Sequence[str], keys: Keys) -> None:
        """Show the commands that have all the words, and the heading if there are any."""

        def text(command: Command) -> str:
            return f"{self._topic} {command.title} {keys_in_words(keys[command.id])}".casefold()

        matching = [command for command in self._commands if all(word in text(command) for word in words)]
        self.display = bool(matching)
        self.query_one(".topic-keys", Static).update(self._table(matching))


class KeysScreen(Dialog[None], WithoutStory):
    """All commands by topic, with their keys: first those of where the reader is.

    Typing filters them. A click on a row runs its command, if the screen below has it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss_dialog", "Close", priority=True),
        ("down", "scroll(1)", "Down"),
        ("up", "scroll(-1)", "Up"),
        ("pagedown", "scroll(10)", "Screen down"),
        ("pageup", "scroll(-10)", "Screen up"),
    ]

    def __init__(self, keys: Keys, *, on_page: bool, first: str = MOVING) -> None:
        """`on_page`: whether the page has the focus, so that its own keys work too. `first`: the topic at the top."""
        super().__init__()
        self._on_page = on_page
        self._first = first
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The table, which scrolls if it is longer than the screen."""
        with DialogBox("Help: keys", ("up", "scroll up"), ("down", "scroll down"), ("esc", "close")):
            yield Input(placeholder="Type to filter, click to run", compact=True, id="keys-filter")
            with VerticalScroll(can_focus=False):
                for topic, commands in sorted(by_topic().items(), key=lambda item: item[0] != self._first):
                    yield Topic(topic, commands, self._table)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """Show the commands whose title, topic or keys have the typed words."""
        event.stop()
        for topic in self.query(Topic):
            topic.show(event.value.casefold().split(), self._keys)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, rows: int) -> None:
        """Scroll by that many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def _table(self, commands: Iterable[Command]) -> Table:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=_KEYS_WIDTH, style="bold")
        table.add_column()
        for command in commands:
            if command.scope is not Scope.PAGE or self._on_page:
                cells = Text(keys_in_words(self._keys[command.id])), Text(command.title)
                table.add_row(*(cell.on(click=f"screen.leave_for('{command.id}')") for cell in cells))
        return table
