"""Messages from a screen to the application, apart from the screen so that a first frame need not import it."""

from __future__ import annotations

from pathlib import Path

from textual.message import Message


class SessionShown(Message):
    """The session stands on the screen, and the question of a first start, if there is one."""


class GuideWanted(Message):
    """The reader wants to open the guide in another folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
