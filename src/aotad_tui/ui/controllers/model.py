"""The state that the controllers of the reading screen share."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import key_in_words
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import Settings
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.reader_context import ReaderContext


@dataclass
class ReaderModel:
    """The current session and the context of its reader. Nothing else stores a session."""

    session: Session
    context: ReaderContext

    @property
    def visible(self) -> VisibleStory:
        """The visible story."""
        return self.session.visible

    @property
    def reader_state(self) -> ReaderState:
        """The stored state of the reader."""
        return self.context.reader_state

    def notes_on(self, person: str) -> tuple[str, ...]:
        """The notes on a person, also those that were made on somebody who turned out to be the same."""
        bookmarks = self.reader_state.bookmarks(self.visible.story.seen)
        noted = ((self.visible.people.get(bookmark.person or ""), bookmark.note) for bookmark in bookmarks)
        return tuple(note for other, note in noted if other and other.id == person)

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self.context.settings.settings

    @property
    def keys(self) -> Keys:
        """The current keys, by command id."""
        return self.settings.keys

    def key(self, command: str) -> str:
        """The first key of a command, as texts write it."""
        return key_in_words(self.keys[command][0])
