"""Handles keys one after another, however fast they come.

Textual passes a key to the focused widget and handles the next key at once. The effect of the first key (a dialog
closes, an input opens) comes later, after it has passed the message queues of the widget and its ancestors. So the next
keys of a burst would go to a dialog that is about to close. Here they wait.
"""

from __future__ import annotations

from collections import deque
from weakref import ref

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from .stale_events import is_on_removed_widget

_ROUNDS = 3
"""How often the queues are passed: by the key itself, by the messages it posts, and by the messages those post."""


class SequentialKeys(App[None]):
    """An application that handles one key, or one paste, at a time.

    When a key opens or closes a screen, repeated presses of it in the same burst are dropped: they were not meant for
    the new screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._busy = False
        self._held = False

    def hold_keys(self) -> None:
        """Hold all input until `release_keys`; only the key that quits the program is handled."""
        self._held = True

    def release_keys(self, *, drop: bool = False) -> None:
        """Handle the input that was held, or drop it, and handle all input from now on."""
        if drop:
            self._waiting.clear()
        self._held = False
        if not self._busy:  # else the key that is being handled is followed by the next one
            self._busy = True  # so that new keys wait behind the held ones
            self.screen.call_later(self._handle_next)

    def handle_instead(self, keys: list[events.Key]) -> None:
        """Handle these keys before all that wait, after the key that is being handled."""
        self._waiting.extendleft(reversed(keys))

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back until the one before it is done; drop what a mouse does on a widget that is gone."""
        if self.screen_stack and is_on_removed_widget(event, self.screen):
            return
        leaving = self._held and _key(event) == "ctrl+q"
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or leaving:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if not (self._busy or self._held):
            await self._handle_next()

    async def _handle_next(self) -> None:
        self._busy = bool(self._waiting) and not self._held
        if self._busy:
            event, screen = self._waiting.popleft(), self.screen
            nodes = [*(self.focused or screen).ancestors_with_self]
            await super().on_event(event)
            self._follow(nodes * _ROUNDS, event, ref(screen))

    def _follow(self, nodes: list[DOMNode], event: events.Event, before: ref[Screen[object]]) -> None:
        """Follow the key through the message queue of each node, and finish on the screen it opened, if any.

        `before` is a weak reference: a queue keeps its last message until the next one, and would keep the screen too.
        """
        while nodes:
            node, *nodes = nodes
            if node.call_later(
                self._follow, nodes, event, before
            ):  # False: the node is closing and handles nothing more
                return
        if self.screen is not before() and isinstance(event, events.Key):
            while self._waiting and _key(self._waiting[0]) == event.key:
                self._waiting.popleft()
        self.screen.call_later(self._handle_next)


def hold_keys(app: App[object]) -> None:
    """Hold all input until `release_keys`, for a screen that cannot react before it is drawn."""
    if isinstance(app, SequentialKeys):
        app.hold_keys()


def release_keys(app: App[object]) -> None:
    """Handle the input that was held, and all input from now on."""
    if isinstance(app, SequentialKeys):
        app.release_keys()


def _key(event: events.Event) -> str:
    return event.key if isinstance(event, events.Key) else ""
