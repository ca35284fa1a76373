"""The signs by which the palette is asked and answers: apart from it, since a start does without what it finds by."""

from __future__ import annotations

PEOPLE, HEADINGS, COMMANDS, TEXT = "@", "#", ">", "/"
KINDS = (PEOPLE, HEADINGS, COMMANDS, TEXT)
"""What may stand in front of what is typed, to find one kind of thing only."""
