"""Closes the screens that show an edition of the story which is no longer the visible one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual.screen import Screen

from aotad_tui.ui.dialogs.dialog import WithoutStory


@runtime_checkable
class Reopened(Protocol):
    """A screen that is opened again with the new edition, by a command of the reading screen."""

    reopened_by: str
    """The id of the command."""


class StoryScreens:
    """The screens above the reading screen. `run` runs a command of the reading screen by its id.

    All of them count as made of the guide, unless they are `WithoutStory`: a new dialog need not remember to close.
    """

    def __init__(self, screen: Screen[None], run: Callable[[str], object]) -> None:
        self._screen = screen
        self._run = run

    def close(self) -> None:
        """Close the screens of the former edition, and those above them. The lowest is opened again if it can be."""
        stack = self._screen.app.screen_stack
        above = stack[stack.index(self._screen) + 1 :] if self._screen in stack else []
        first = next((number for number, screen in enumerate(above) if not isinstance(screen, WithoutStory)), None)
        if first is None:
            return
        for screen in reversed(above[first:]):
            screen.dismiss(None)
        lowest = above[first]
        if first == 0 and isinstance(lowest, Reopened):
            self._screen.call_later(self._run, lowest.reopened_by)
        else:
            self._screen.notify("The guide has changed.", timeout=3)
