"""Keys one after the other: each is done before the next is looked at, however fast they come.

Textual hands a key to what has the focus and looks at the next one at once. What the first key does (close a box, open
a line to type in) comes later, when it has been through the queues of the widget and of all around it; so the keys
behind it in one burst would go to the box that is about to close. Here they wait.
"""

from __future__ import annotations

from collections import deque
from weakref import ref

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

_ROUNDS = 3
"""A key runs through the queues as itself; then what it posts does, and what that posts."""


class SequentialKeys(App[None]):
    """An application that hears one key, or one paste, at a time.

    A key that opened or closed something and was pressed twice at once does so once: the second was not meant for what
    has come up.
    """

    def __init__(self) -> None:
        super().__init__()
        self._unheard: deque[events.Key | events.Paste] = deque()
        self._busy = False
        self._held = False

    def hold_keys(self) -> None:
        """Keeps all that is typed for what is still to come; only the key that leaves the program is heard."""
        self._held = True

    def hear_keys(self) -> None:
        """Hears what was kept, and all that is typed from now on."""
        self._held = False
        if not self._busy:  # else the key that is being done is followed by the next one
            self._busy = True  # so that a key that comes meanwhile waits behind those that were kept
            self.screen.call_later(self._hear)

    async def on_event(self, event: events.Event) -> None:
        """Keeps a key back until the one before it is done."""
        leaving = self._held and _key(event) == "ctrl+q"
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or leaving:
            await super().on_event(event)
            return
        self._unheard.append(event)
        if not (self._busy or self._held):
            await self._hear()

    async def _hear(self) -> None:
        self._busy = bool(self._unheard) and not self._held
        if self._busy:
            event, screen = self._unheard.popleft(), self.screen
            way = [*(self.focused or screen).ancestors_with_self]
            await super().on_event(event)
            self._follow(way * _ROUNDS, event, ref(screen))  # the last message of a queue is kept until the next one

    def _follow(self, way: list[DOMNode], event: events.Event, before: ref[Screen[object]]) -> None:
        """Goes behind a key from queue to queue, and at last to the screen that has come up, which takes the focus."""
        while way:
            node, *way = way
            if node.call_later(self._follow, way, event, before):  # else it is closing: nothing more comes of it
                return
        if self.screen is not before() and isinstance(event, events.Key):
            while self._unheard and _key(self._unheard[0]) == event.key:
                self._unheard.popleft()
        self.screen.call_later(self._hear)


def hold_keys(app: App[object]) -> None:
    """Keeps all that is typed until `hear_keys`, for a screen that cannot answer before it is drawn."""
    if isinstance(app, SequentialKeys):
        app.hold_keys()


def hear_keys(app: App[object]) -> None:
    """Hears what was kept, and all that is typed from now on."""
    if isinstance(app, SequentialKeys):
        app.hear_keys()


def _key(event: events.Event) -> str:
    return event.key if isinstance(event, events.Key) else ""
