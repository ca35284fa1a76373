"""The saved progress, for commands without `--seen`."""

from __future__ import annotations

from collections.abc import Callable

from aotad_tui.progress.folders import state_file
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position, Timeline

from .output import print_notice


def saved_progress(whole: Story, viewer: str) -> Position:
    """The progress that was set in the reader; 0 if none was."""
    return _saved(whole, viewer, ReaderState.seen) or 0


def saved_before(story: Story, viewer: str) -> Position | None:
    """The progress before it was last raised in the reader; None if it never was."""
    return _saved(story, viewer, ReaderState.seen_before)


def _saved(story: Story, viewer: str, read: Callable[[ReaderState, Timeline], Position | None]) -> Position | None:
    store = Store(state_file())
    position = read(ReaderState(store, story, viewer), story.timeline)
    store.close()
    if store.trouble:
        print_notice(f"aotad-tui: {store.trouble}")
    return position
