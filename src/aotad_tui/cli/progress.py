"""The saved progress, for commands without `--seen`, and the saved bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.progress.folders import state_file
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position, Timeline

from .output import print_notice

T = TypeVar("T")


def saved_progress(whole: Story, viewer: str) -> Position:
    """The progress that was set in the reader; 0 if none was."""
    return _saved(whole, viewer, ReaderState.seen) or 0


def saved_before(story: Story, viewer: str) -> Position | None:
    """The progress before it was last raised in the reader; None if it never was."""
    return _saved(story, viewer, ReaderState.seen_before)


def saved_bookmarks(story: Story, viewer: str) -> tuple[Bookmark, ...]:
    """The bookmarks, highlights and notes that were set at or before the position of a visible story."""
    return _read(story, viewer, lambda state: state.bookmarks(story.seen))


def _saved(story: Story, viewer: str, read: Callable[[ReaderState, Timeline], Position | None]) -> Position | None:
    return _read(story, viewer, lambda state: read(state, story.timeline))


def _read(story: Story, viewer: str, read: Callable[[ReaderState], T]) -> T:
    store = Store(state_file())
    value = read(ReaderState(store, story, viewer))
    store.close()
    if store.trouble:
        print_notice(f"aotad-tui: {store.trouble}")
    return value
