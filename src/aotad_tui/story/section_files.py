"""The names of the files of sections."""

from __future__ import annotations

import re

_SECTION_ENDING = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)


def without_ending(file: str) -> str:
    """The path or name of a section's file without `.md` or `.markdown`."""
    return _SECTION_ENDING.sub("", file)
