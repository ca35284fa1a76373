"""A position in the text of a page that is valid at any width."""

from __future__ import annotations

from typing import NamedTuple


class TextPosition(NamedTuple):
    """A character of a page: the number of its leaf block, and its number in the text of that block."""

    leaf: int
    character: int


START = TextPosition(0, 0)
