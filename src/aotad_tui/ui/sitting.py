"""What a reader brings to a sitting beside the story: what is kept, and how they like it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from aotad_tui.reading.journal import Journal
from aotad_tui.reading.session import Session
from aotad_tui.reading.settings import SettingsRead


@dataclass(frozen=True, slots=True)
class Sitting:
    """`asks`: whether to ask how far the reader is; `folder`: the guide's, whose changes are followed."""

    journal: Journal
    settings: SettingsRead = field(default_factory=SettingsRead)
    settings_file: Path | None = None
    folder: Path | None = None
    asks: bool = False

    @staticmethod
    def forgetful(session: Session) -> Sitting:
        """A sitting that reads and leaves nothing on disk."""
        return Sitting(Journal.forgetful(session.edition.story))
