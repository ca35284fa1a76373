"""The saved progress, for commands without `--seen`."""

from __future__ import annotations

from aotad_tui.progress.folders import state_file
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

from .output import print_notice


def saved_progress(whole: Story, viewer: str) -> Position:
    """The progress that was set in the reader; 0 if none was."""
    store = Store(state_file())
    seen = ReaderState(store, whole, viewer).seen(whole.timeline)
    store.close()
    if store.trouble:
        print_notice(f"aotad-tui: {store.trouble}")
    return seen or 0
