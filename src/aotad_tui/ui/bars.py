"""The line above the panes and the one below them."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from aotad_tui.cells import cut, width
from aotad_tui.commands.registry import Command, key_in_words


class TitleBar(Widget):
    """What is being read, and how much of the story has been seen."""

    ALLOW_SELECT = False

    title: reactive[str] = reactive("")
    told: reactive[str] = reactive("")

    def render(self) -> Content:
        """The title on the left, what was seen on the right; the title gives way when it is narrow."""
        room = self.size.width - 2
        told = cut(self.told, room)
        title = cut(self.title, max(room - width(told) - 2, 0))
        gap = " " * max(room - width(title) - width(told), 0)
        return Content.assemble(" ", (title, "bold"), gap, (told, "$text-accent"), " ")


class KeyBar(Widget):
    """The keys that matter most here, as many as fit whole; each can be clicked."""

    ALLOW_SELECT = False

    commands: reactive[tuple[Command, ...]] = reactive(())

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def _fitting(self) -> list[tuple[int, Command]]:
        """The commands that fit, with the cell at which each begins."""
        fitting: list[tuple[int, Command]] = []
        at = 1
        for command in self.commands:
            size = width(f"{key_in_words(command.keys[0])} {command.short}")
            if at + size > self.size.width:
                break
            fitting.append((at, command))
            at += size + 2
        return fitting

    def render(self) -> Content:
        """Keys and their words."""
        parts: list[Content | str | tuple[str, str]] = [" "]
        for number, (_, command) in enumerate(self._fitting()):
            if number:
                parts.append("  ")
            parts.append((key_in_words(command.keys[0]), "bold $text-accent"))
            parts.append((f" {command.short}", "$text-muted"))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Does what the clicked key does."""
        for at, command in self._fitting():
            if at <= event.x < at + width(f"{key_in_words(command.keys[0])} {command.short}"):
                self.post_message(self.Pressed(command.id))
