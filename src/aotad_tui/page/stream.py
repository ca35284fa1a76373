"""A text's blocks, one top-level block at a time, so that a long text can be read in short slices.

The rules are markdown-it's own, over one state: this is its `ParserBlock.tokenize` with a pause after each top-level
block. Cutting the text instead would not be safe, since what a line is can hang on all lines before it. A block that
comes to the end of the lines known so far is read again with more of them. A long list is read in pieces of items.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aotad_tui.markdown import full_parser

from .source_lines import LONG_LIST, WINDOW, SourceLines

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    Env = MutableMapping[str, Any]  # markdown-it's own name for what its rules know of a text


_NOT_SILENT = (False,)  # a rule that is silent only says whether it would

PIECE = "piece"
"""Where the meta of a token that opens a list holds which piece of it this is, if it is not all of it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a long list: how many items come before it, the first number of all, and whether all of it is loose.

    `past` is about the line where the whole list ends.
    """

    items_before: int
    start: int
    loose: bool
    past: int


class BlockStream:
    """The top-level blocks of a text in order. `env` fills with its definitions of links and footnotes meanwhile.

    `window`: how many characters are cut into lines at once; `long_list`: a list of more lines is read in pieces.
    """

    def __init__(self, text: str, window: int = WINDOW, long_list: int = LONG_LIST) -> None:
        parser = full_parser()
        if "\r" in text or "\0" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self.text = text
        self.env: Env = {}
        self._rules: list[Callable[[StateBlock, int, int, bool], bool]] = parser.block.ruler.getRules("")
        self._lines = SourceLines(text, self.env, window, long_list)
        self._line = 0
        self._empty_lines = False
        self._next_piece: Piece | None = None

    @property
    def done(self) -> bool:
        """Whether there is nothing more to read."""
        return self._lines.all_known and self._line >= self._lines.count

    @property
    def characters_read(self) -> int:
        """How much of the text was read."""
        return self._lines.start(self._line)

    def lines(self, first: int, past: int) -> str:
        """Lines of the text as they are written."""
        return self.text[self._lines.start(first) : self._lines.start(past)]

    def next(self) -> list[Token]:
        """The tokens of the next top-level block; none for what draws nothing, such as a definition, and at the end."""
        lines, state = self._lines, self._lines.state
        line = lines.first_of_block(self._line)
        state.tokens.clear()
        if line < lines.count:
            self._read_block(line)
            line = state.line
            if line - 1 < lines.count and state.isEmpty(line - 1):
                self._empty_lines = True
            if line < lines.count and state.isEmpty(line):
                self._empty_lines = True
                line += 1
        self._line = line
        return list(state.tokens)

    def _read_block(self, line: int) -> None:
        lines, state = self._lines, self._lines.state
        piece, self._next_piece = self._next_piece, None
        if piece is None and lines.list_sign(line):
            past, loose = lines.end_of_list(line)
            piece = Piece(0, 1, loose, past)
        cut = lines.between_items(line, piece.past) if piece else None
        in_list = piece is not None and piece.items_before > 0
        defined = _sizes(self.env)
        self._apply_rules(line, cut or lines.count, in_list=in_list)
        while not cut and not lines.all_known and state.skipEmptyLines(state.line) >= lines.count:
            lines.know_more(line)
            _forget(self.env, defined)
            self._apply_rules(line, lines.count, in_list=in_list)
        if piece and (in_list or cut):
            self._mark_piece(piece, cut)

    def _mark_piece(self, piece: Piece, cut: int | None) -> None:
        """Says in the tokens which piece of a list they are, and remembers what the next one will be."""
        state = self._lines.state
        opening = state.tokens[0]
        if opening.type not in ("bullet_list_open", "ordered_list_open"):
            return
        start = piece.start if piece.items_before else int(opening.attrs.get("start", 1))
        opening.meta[PIECE] = Piece(piece.items_before, start, piece.loose, piece.past)
        if cut and state.line >= cut:
            items = sum(token.type == "list_item_open" and token.level == 1 for token in state.tokens)
            self._next_piece = Piece(piece.items_before + items, start, piece.loose, piece.past)

    def _apply_rules(self, line: int, past: int, *, in_list: bool) -> None:
        """Reads the block that begins on a line, as if the text ended at the line `past`."""
        from markdown_it.rules_block import list_block

        state = self._lines.state
        state.tokens.clear()
        state.line, state.lineMax = line, past
        for rule in (list_block,) if in_list else self._rules:
            if rule(state, line, past, *_NOT_SILENT):
                break
        state.tight = not self._empty_lines
        state.lineMax = self._lines.count


def _definitions(env: Env) -> dict[str, Any]:
    """All that block rules write into `env`, by where it is."""
    found = {name: env[name] for name in ("references", "duplicate_refs") if name in env}
    if "footnotes" in env:
        found["footnotes"] = env["footnotes"]["refs"]
    return found


def _sizes(env: Env) -> dict[str, int]:
    return {name: len(some) for name, some in _definitions(env).items()}


def _forget(env: Env, sizes: dict[str, int]) -> None:
    """Takes out of `env` what was written into it since it had these sizes."""
    for name, some in _definitions(env).items():
        if name not in sizes:
            del env[name]
            continue
        for _ in range(len(some) - sizes[name]):
            some.popitem() if isinstance(some, dict) else some.pop()
