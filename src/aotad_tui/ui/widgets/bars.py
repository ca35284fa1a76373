"""The line above the panes and the one below them."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from aotad_tui.cells import cut, width
from aotad_tui.commands.keys import DEFAULT_KEYS, Keys
from aotad_tui.commands.registry import FOOTER, key_in_words
from aotad_tui.ui.theme import MUTED

from .key_hints import hint_parts

_SEPARATOR = " › "
_NO_COMMANDS: Mapping[str, str] = {}


class TitleBar(Widget):
    """Where the reader is: guide, part and section; on the right the position in the section and the progress.

    A part with a command can be clicked.
    """

    ALLOW_SELECT = False

    class Pressed(Message):
        """A part was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    title: reactive[str] = reactive("")
    section: reactive[tuple[str, ...]] = reactive(())
    """The parts above the open section, and last its title."""
    details: reactive[str] = reactive("")
    """The text on the right: the progress, or the counts of the map."""
    how_far: reactive[str] = reactive("")
    """The position in the section, or the part of the map that is in view."""

    def __init__(self, commands: Mapping[str, str] = _NO_COMMANDS, *, keeps: str = "details", id: str) -> None:
        """`commands`: the ids of the commands of `title`, `how_far` and `details`.

        `keeps`: which of the parts on the right is kept where there is no room for both.
        """
        super().__init__(id=id)
        self._commands = commands
        self._kept = keeps

    def _parts(self) -> list[tuple[int, str, str]]:
        """The parts that fit, from left to right: the first cell, the name and the text.

        Where there is little room, the guide is left out first.
        """
        room = self.size.width - 2
        locations = [
            _SEPARATOR.join(path)
            for path in ((self.title, *self.section), self.section, self.section[-1:])
            if path and path[-1]
        ] or [""]
        both = [(name, text) for name, text in (("how_far", self.how_far), ("details", self.details)) if text]
        kept = [part for part in both if part[0] == self._kept] or both
        fitting = (
            (left, right)
            for right in (both, kept)
            for left in locations
            if width(left) + sum(width(text) + 2 for _, text in right) <= room
        )
        left, right = next(fitting, (locations[-1], [(name, cut(text, room)) for name, text in kept[:1]]))
        parts = [(1, "title", cut(left, max(room - sum(width(text) + 2 for _, text in right), 0)))]
        end = self.size.width - 1
        for name, text in reversed(right):
            parts.insert(1, (end - width(text), name, text))
            end -= width(text) + 2
        return parts

    def render(self) -> Content:
        """The location on the left, its last part in bold; progress on the right."""
        row: list[str | tuple[str, str]] = []
        end = 0
        for start, name, text in self._parts():
            row.append(" " * max(start - end, 0))
            if name == "title":
                *above, last = text.rpartition(_SEPARATOR)
                row += [("".join(above), MUTED), (last, "bold")]
            else:
                row.append((text, "$text-accent"))
            end = start + width(text)
        return Content.assemble(*row, " " * max(self.size.width - end, 0))

    def on_click(self, event: events.Click) -> None:
        """Run the command of the clicked part."""
        for start, name, text in self._parts():
            if start <= event.x < start + width(text) and name in self._commands:
                self.post_message(self.Pressed(self._commands[name]))


class KeyBar(Widget):
    """The most important keys, as many as fit; each can be clicked."""

    ALLOW_SELECT = False

    footer: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """The ids of the commands, each with its word."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keys: Keys = DEFAULT_KEYS, footer: tuple[tuple[str, str], ...] = FOOTER, *, id: str) -> None:
        super().__init__(id=id)
        self._keys = keys
        self.set_reactive(KeyBar.footer, footer)

    def _visible_keys(self) -> list[tuple[int, str, str, str]]:
        """The keys that fit: the first cell, the command's id, the key and its word."""
        visible = []
        at = 1
        for id, word in self.footer:
            if not self._keys[id]:
                continue
            key = min((key_in_words(key) for key in self._keys[id]), key=width)
            size = width(f"{key} {word}")
            if at + size <= self.size.width:
                visible.append((at, id, key, word))
                at += size + 2
        return visible

    def render(self) -> Content:
        """Keys and their words."""
        parts: list[str | tuple[str, str]] = [" "]
        for number, (_, _, key, word) in enumerate(self._visible_keys()):
            parts += ["  " if number else "", *hint_parts(key, word)]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Run the command of the clicked key."""
        for at, id, key, word in self._visible_keys():
            if at <= event.x < at + width(f"{key} {word}"):
                self.post_message(self.Pressed(id))
