"""Long lists, read some items at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aotad_tui.markdown_internals import SILENT, block_rules, skip_list_marker

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

PIECE = "piece"
"""Where the meta of a token that opens a list holds which piece of it this is, if it is not all of it."""

_LOOKED_AT = 10
"""So many times the lines of a long list are looked at for room between its items."""
# Behind a bullet something must stand that is no rule across the page.
_ITEM = re.compile(r"(?:(?P<bullet>[-+*])|\d{1,9}(?P<ordered>[.)]))[ \t]+(?=[^\n]*[^-*_ \t\n])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a long list: how many items come before it, the first number of all, whether all of it is loose."""

    items_before: int
    start: int
    loose: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands behind a line with which a list begins: its items, if it is loose, and its end if that was seen."""

    items: list[int]
    loose: bool
    past: int | None


class LongLists:
    """Where the lists of a text are to be cut."""

    def __init__(self, state: StateBlock, long: int) -> None:
        self._state = state
        self._long = long
        self._next: Piece | None = None

    def next_piece(self, line: int, known: int, *, complete: bool) -> tuple[Piece | None, int | None]:
        """Which piece of a long list begins on a line, if one does, and before which line it ends.

        That is an item's line, `known` for the last piece, and None where the end of the first item is not seen.

        A line at the margin with the sign of the list begins an item whatever stands before it: all that is in an item
        is indented, and what is not ends at such a line.
        """
        piece, self._next = self._next, None
        sign = self._sign(line)
        if not sign:
            return piece, known
        seen = self._look(line, min(known, line + self._long + 1), sign)
        if seen.past is not None or (complete and known <= line + self._long):
            return piece, known
        if piece is None:
            loose = seen.loose or self._look(line, min(known, line + _LOOKED_AT * self._long), sign).loose
            piece = Piece(0, 1, loose)
        least = line + self._long // 3
        return piece, next((item for item in seen.items if item >= least), seen.items[-1] if seen.items else None)

    def _look(self, line: int, past: int, sign: str) -> _Seen:
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
            elif blank and state.sCount[number] <= state.blkIndent:
                return _Seen(items, loose, number)
            blank = False
        return _Seen(items, loose, None)

    def _sign(self, line: int) -> str:
        """The sign with which a line begins an item of a list at the margin, "" where it begins none."""
        state = self._state
        if state.sCount[line] != state.blkIndent:
            return ""
        match = _ITEM.match(state.src, state.bMarks[line] + state.tShift[line])
        return (match["bullet"] or match["ordered"]) if match else ""

    def mark(self, opening: Token, piece: Piece) -> Piece:
        """Says in the token that opens a list which piece of it this is."""
        start = piece.start if piece.items_before else int(opening.attrs.get("start", 1))
        opening.meta[PIECE] = piece = Piece(piece.items_before, start, piece.loose)
        return piece

    def piece_was_read(self, tokens: list[Token], piece: Piece, past: int | None) -> None:
        """Marks the tokens of a piece that ends before an item; remembers what the next one will be."""
        opening = tokens[0]
        if opening.type not in _LISTS:
            return
        piece = self.mark(opening, piece)
        if past and self._state.line >= past:
            items = sum(token.type == "list_item_open" and token.level == opening.level + 1 for token in tokens)
            self._next = Piece(piece.items_before + items, piece.start, piece.loose)

    def item_was_read(self, opening: Token, known: int) -> None:
        """Finds whether the list goes on behind its item that was read from inside."""
        if opening.type in _LISTS and self._goes_on(opening, known):
            piece: Piece = opening.meta.get(PIECE) or Piece(0, int(opening.attrs.get("start", 1)), loose=False)
            self._next = Piece(piece.items_before + 1, piece.start, piece.loose)

    def _goes_on(self, opening: Token, known: int) -> bool:
        state, line = self._state, self._state.line
        if line >= known or state.sCount[line] < state.blkIndent or state.is_code_block(line):
            return False
        if any(rule(state, line, known, *SILENT) for rule in block_rules(state.md, "list")):
            return False
        behind = skip_list_marker(state, line, ordered=opening.type == "ordered_list_open")
        return behind >= 0 and state.src[behind - 1] == opening.markup


_LISTS = ("bullet_list_open", "ordered_list_open")
