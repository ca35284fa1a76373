"""Named places of a page other than headings: `<a id="…">` and block ids (`^id`), which links lead to."""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.inline_rules import anchors_in
from aotad_tui.story.fragments import fragment_of, is_block_id

from .leaf_blocks import LeafBlock, markdowns


class Anchors:
    """The leaf blocks of named places, by their fragments. Of two places with one name the first counts."""

    def __init__(self) -> None:
        self._leaves: dict[str, int] = {}

    def add(self, leaf: LeafBlock, number: int) -> None:
        """Add the places in a leaf block of that number, and those just above it."""
        self.add_above(leaf.anchors, number)
        for text in markdowns(leaf):
            if "<" in text or "^" in text:
                for name in anchors_in(text):
                    self._leaves.setdefault(fragment_of(name), number)

    def add_above(self, names: Iterable[str], number: int) -> None:
        """Add places above a leaf block. A block id on a line of its own is that of the block before it."""
        for name in names:
            self._leaves.setdefault(fragment_of(name), number - is_block_id(name))

    def find(self, fragment: str) -> int | None:
        """The leaf block of a place; None if there is none of that name."""
        return self._leaves.get(fragment)
