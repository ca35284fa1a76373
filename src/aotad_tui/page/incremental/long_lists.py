"""Long lists, parsed some items at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aotad_tui.markdown_internals import SILENT, block_rules, skip_list_marker

from .source_lines import begins_block

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

PIECE = "piece"
"""A key in the meta of a token that opens a list: which piece of the list this is."""

_SCANNED = 10
"""The limit of the scan for blank lines between items, in multiples of the lines of a long block."""
# After a bullet there must be text that is not a thematic break.
_ITEM = re.compile(r"(?:(?P<bullet>[-+*])|\d{1,9}(?P<ordered>[.)]))[ \t]+(?=[^\n]*[^-*_ \t\n])")


@dataclass(frozen=True, slots=True)
class ListPiece:
    """A piece of a long list: the items before it, the first number of the list, and whether the list is loose."""

    items_before: int
    start: int
    loose: bool


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan after the first line of a list: the lines of its items, whether it is loose, and its end if found."""

    items: list[int]
    loose: bool
    past: int | None


class LongLists:
    """Finds the lines at which lists can be split."""

    def __init__(self, state: StateBlock, long: int) -> None:
        self._state = state
        self._long = long
        self._next: ListPiece | None = None

    def next_piece(self, line: int, known: int, *, complete: bool) -> tuple[ListPiece | None, int | None]:
        """The piece of a long list that begins on a line, if any, and the line before which it ends.

        That is the line of an item, `known` for the last piece, and None if the end of the first item is not seen.

        A line at the margin with the marker of the list begins an item whatever precedes it: everything inside an item
        is indented, and anything else ends at such a line.
        """
        piece, self._next = self._next, None
        sign = self._sign(line)
        if not sign:
            return piece, known
        seen = self._scan(line, min(known, line + self._long + 1), sign)
        if seen.past is not None or (complete and known <= line + self._long):
            return piece, known
        if piece is None:
            loose = seen.loose or self._scan(line, min(known, line + _SCANNED * self._long), sign).loose
            piece = ListPiece(0, 1, loose)
        least = line + self._long // 3
        return piece, next((item for item in seen.items if item >= least), seen.items[-1] if seen.items else None)

    def _scan(self, line: int, past: int, sign: str) -> _Scan:
        state, items = self._state, []
        loose = blank = False
        for number in range(line + 1, past):
            if state.isEmpty(number):
                blank = True
                continue
            at_margin = state.sCount[number] == state.blkIndent
            item = at_margin and self._sign(number) == sign
            if item:
                items.append(number)
                loose = loose or blank
            elif state.sCount[number] <= state.blkIndent and (blank or begins_block(state, number, past, "paragraph")):
                return _Scan(items, loose, number)
            blank = False
        return _Scan(items, loose, None)

    def _sign(self, line: int) -> str:
        """The marker with which a line begins an item of a list at the margin, "" if it begins none."""
        state = self._state
        if state.sCount[line] != state.blkIndent:
            return ""
        match = _ITEM.match(state.src, state.bMarks[line] + state.tShift[line])
        return (match["bullet"] or match["ordered"]) if match else ""

    def mark(self, opening: Token, piece: ListPiece) -> ListPiece:
        """Record in the token that opens a list which piece it is."""
        start = piece.start if piece.items_before else int(opening.attrs.get("start", 1))
        opening.meta[PIECE] = piece = ListPiece(piece.items_before, start, piece.loose)
        return piece

    def piece_was_read(self, tokens: list[Token], piece: ListPiece, past: int | None) -> None:
        """Mark the tokens of a piece that ends before an item, and remember what the next piece will be."""
        opening = tokens[0]
        if opening.type not in _LISTS:
            return
        piece = self.mark(opening, piece)
        if past and self._state.line >= past:
            items = sum(token.type == "list_item_open" and token.level == opening.level + 1 for token in tokens)
            self._next = ListPiece(piece.items_before + items, piece.start, piece.loose)

    def item_was_read(self, opening: Token, known: int) -> None:
        """Find out whether the list continues after an item that was read from the inside."""
        if opening.type in _LISTS and self._continues(opening, known):
            piece: ListPiece = opening.meta.get(PIECE) or ListPiece(0, int(opening.attrs.get("start", 1)), loose=False)
            self._next = ListPiece(piece.items_before + 1, piece.start, piece.loose)

    def _continues(self, opening: Token, known: int) -> bool:
        state, line = self._state, self._state.line
        if line >= known or state.sCount[line] < state.blkIndent or state.is_code_block(line):
            return False
        if any(rule(state, line, known, *SILENT) for rule in block_rules(state.md, "list")):
            return False
        after_marker = skip_list_marker(state, line, ordered=opening.type == "ordered_list_open")
        return after_marker >= 0 and state.src[after_marker - 1] == opening.markup


_LISTS = ("bullet_list_open", "ordered_list_open")
