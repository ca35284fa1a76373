"""What a reader brings to a sitting beside the story: what is kept, and how they like it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import SettingsRead


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """`asks`: whether to ask how far the reader is; `folder`: the guide's, whose changes are followed."""

    reader_state: ReaderState
    settings: SettingsRead = field(default_factory=SettingsRead)
    settings_file: Path | None = None
    folder: Path | None = None
    asks: bool = False

    @staticmethod
    def forgetful(session: Session) -> ReaderContext:
        """A sitting that reads and leaves nothing on disk."""
        return ReaderContext(ReaderState.forgetful(session.visible.story))
