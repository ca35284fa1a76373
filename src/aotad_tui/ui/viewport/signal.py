"""A signal between the parts of a viewport."""

from __future__ import annotations

from collections.abc import Callable


class Signal:
    """Calls the connected functions, in the order in which they were connected, each time it is sent."""

    def __init__(self) -> None:
        self._receivers: list[Callable[[], None]] = []

    def connect(self, receiver: Callable[[], None]) -> None:
        """Call a function from now on."""
        self._receivers.append(receiver)

    def send(self) -> None:
        """Call all connected functions."""
        for receiver in self._receivers:
            receiver()
