"""The interface of a widget that a scroller needs, so that it can be tested without a screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Window(Protocol):
    """A window on a page. All lengths are in cells or rows."""

    @property
    def cells(self) -> int:
        """The width of the content, without the scroll bar; 0 before the first layout of the screen."""
        ...

    @property
    def rows(self) -> int:
        """The number of visible rows, at least 1."""
        ...

    @property
    def top(self) -> int:
        """The row of the page at the top."""
        ...

    def set_top(self, row: int) -> None:
        """Scroll to a row without drawing."""
        ...

    def set_height(self, rows: int) -> None:
        """Set the height of the page."""
        ...

    def refresh(self) -> object:
        """Draw the window in the next frame."""
        ...

    def call_later(self, callback: Callable[[], None]) -> object:
        """Call a function once the current events have been handled."""
        ...
