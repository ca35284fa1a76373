"""Named places of a page, which links lead to: headings, `<a id="…">` and block ids (`^id`)."""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.inline_rules import anchors_in
from aotad_tui.link import NoteEnd
from aotad_tui.story.fragments import fragment_of, is_block_id, unique_slug

from .leaf_blocks import LeafBlock, markdowns


class Anchors:
    """The slugs of headings, and the leaf blocks of other places. Of two places with one name the first counts."""

    def __init__(self) -> None:
        self._slugs: dict[str, int] = {}
        self._leaves: dict[str, int] = {}
        self._expected: set[str] = set()
        """The fragments that links were drawn for before the page was complete."""
        self._is_complete = False

    def slug_of(self, heading: str) -> str:
        """The slug of the next heading, unique in the page."""
        return unique_slug(heading, self._slugs)

    def add(self, leaf: LeafBlock, number: int) -> None:
        """Add the places other than headings in a leaf block of that number, and those just above it."""
        self.add_above(leaf.anchors, number)
        for text in markdowns(leaf):
            if "<" in text or "^" in text:
                for name in anchors_in(text):
                    self._leaves.setdefault(fragment_of(name), number)

    def add_above(self, names: Iterable[str], number: int) -> None:
        """Add places above a leaf block. A block id on a line of its own is that of the block before it."""
        for name in names:
            self._leaves.setdefault(fragment_of(name), number - is_block_id(name))

    def may_have(self, fragment: str) -> bool:
        """Whether the page has a place of that name, or may have one in the text that is not read yet."""
        if not self._is_complete:
            self._expected.add(fragment)
            return True
        return fragment in self._slugs or fragment in self._leaves or NoteEnd.parse(fragment) is not None

    def complete(self) -> bool:
        """Take the page as complete. Returns whether a link was drawn for a place that it does not have."""
        self._is_complete = True
        return not all(map(self.may_have, self._expected))

    def find(self, fragment: str) -> int | None:
        """The leaf block of a place that is no heading; None if there is none of that name."""
        return self._leaves.get(fragment)
