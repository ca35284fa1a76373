"""The prefixes that limit a search, in a module of their own, so that a start does not import the palette."""

from __future__ import annotations

PEOPLE, HEADINGS, COMMANDS, TEXT = "@", "#", ">", "/"
KINDS = (PEOPLE, HEADINGS, COMMANDS, TEXT)
"""Each limits the search to one kind of entry when it is typed first."""
