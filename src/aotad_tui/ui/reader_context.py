"""The context of a reading session: the reader's stored state and settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import SettingsRead


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """Stored state and settings of one reader.

    `asks`: whether to ask for the reader's progress. `folder`: the guide's folder, which is watched for changes.
    """

    reader_state: ReaderState
    settings: SettingsRead = field(default_factory=SettingsRead)
    settings_file: Path | None = None
    folder: Path | None = None
    asks: bool = False

    @staticmethod
    def in_memory(session: Session) -> ReaderContext:
        """A context that reads nothing from disk and writes nothing."""
        return ReaderContext(ReaderState.in_memory(session.visible.story))
