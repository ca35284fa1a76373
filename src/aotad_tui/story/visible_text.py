"""The part of a section's text that readers see at a point."""

from __future__ import annotations

from .comments import without_comments
from .spoiler_removal import hide_spoilers
from .timeline import Position, Timeline

_MOST_PASSES = 50


def visible_text(text: str, timeline: Timeline, seen: Position) -> str:
    """`text` without comments and without the spoilers that are hidden at `seen`.

    Spoilers go first, so that no comment in a hidden one reaches beyond it. What is left of a line without its comment
    may be a marker, so the result is read again until nothing is left to hide. A text that does not settle is hidden as
    a whole.
    """
    for _ in range(_MOST_PASSES):
        shown = without_comments(hide_spoilers(text, timeline, seen))
        if shown == text:
            return shown
        text = shown
    return ""
