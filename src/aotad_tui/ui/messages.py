"""Messages from a screen to the application. In their own module, so that the first frame imports no screen."""

from __future__ import annotations

from pathlib import Path

from textual.message import Message


class SessionShown(Message):
    """The session is shown, with the question of a first start if there is one.

    `asks`: whether there is. What was typed before was not meant as its answer.
    """

    def __init__(self, *, asks: bool) -> None:
        super().__init__()
        self.asks = asks


class GuideWanted(Message):
    """The reader wants to open the guide in another folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder


class Notice(Message):
    """A command of a part of the screen cannot act. `words`: a sentence that says so."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
