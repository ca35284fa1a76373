"""The characters that limit a search, apart from the palette so that a start need not import it."""

from __future__ import annotations

PEOPLE, HEADINGS, COMMANDS, TEXT = "@", "#", ">", "/"
KINDS = (PEOPLE, HEADINGS, COMMANDS, TEXT)
"""Each limits the search to one kind of entry when it is typed first."""
