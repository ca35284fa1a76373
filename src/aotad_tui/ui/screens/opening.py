"""The screen while a guide is being read, which takes longer than drawing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from aotad_tui.commands.keys import Keys
from aotad_tui.ui.widgets.bars import KeyBar, TitleBar

if TYPE_CHECKING:  # the first frame does not wait for imports of the second
    from aotad_tui.story.story import Story

    from .reading import ReadingScreen


class Guides(Protocol):
    """Reads guides and makes their screens, for one reader."""

    def load(self, folder: Path) -> Story:
        """Read a guide, on any thread. Raises `GuideUnreadable`."""

    def begin(self, whole: Story, folder: Path) -> ReadingScreen:
        """The screen of a guide, at the reader's last position; on the thread of the interface."""


@runtime_checkable
class SavesLocation(Protocol):
    """A screen that can store the reader's location."""

    def save(self) -> None:
        """Store the location now."""


class OpeningScreen(Screen[None]):
    """The frame of the reading screen, still empty."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Title, empty panes, keys."""
        bar = TitleBar(id="title")
        bar.title = "Opening the guide …"
        yield bar
        yield Horizontal(id="panes")
        yield KeyBar(self._keys, id="keys")
