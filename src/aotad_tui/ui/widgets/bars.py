"""The line above the panes and the one below them."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from aotad_tui.cells import cut, width
from aotad_tui.commands.keys import DEFAULT_KEYS, Keys
from aotad_tui.commands.registry import FOOTER, key_in_words

from .key_hints import hint_parts


class TitleBar(Widget):
    """The title of the guide, the position in the section and the progress."""

    ALLOW_SELECT = False

    title: reactive[str] = reactive("")
    details: reactive[str] = reactive("")
    """The text on the right: the progress, or the counts of the map."""
    how_far: reactive[str] = reactive("")
    """The position in the section, left out where there is no room."""

    def render(self) -> Content:
        """The title on the left, progress on the right; the title is cut if there is little room."""
        room = self.size.width - 2
        right = cut("  ".join(part for part in (self.how_far, self.details) if part), room)
        if width(self.title) + width(right) + 2 > room:
            right = cut(self.details, room)
        title = cut(self.title, max(room - width(right) - 2, 0))
        gap = " " * max(room - width(title) - width(right), 0)
        return Content.assemble(" ", (title, "bold"), gap, (right, "$text-accent"), " ")


class KeyBar(Widget):
    """The most important keys, as many as fit; each can be clicked."""

    ALLOW_SELECT = False

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keys: Keys = DEFAULT_KEYS, footer: tuple[tuple[str, str], ...] = FOOTER, *, id: str) -> None:
        super().__init__(id=id)
        self._keys = keys
        self._footer = footer

    def _visible_keys(self) -> list[tuple[int, str, str, str]]:
        """The keys that fit: the first cell, the command's id, the key and its word."""
        visible = []
        at = 1
        for id, word in self._footer:
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
