"""Long quotes, items and notes, whose contents are parsed block by block.

markdown-it's own rules find where such a block begins, the prefix of its lines and their indentation. An exception
leaves the rule where it would parse the contents. The contents are then parsed like the text around them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

from aotad_tui.markdown import full_parser
from aotad_tui.markdown_internals import (
    NOT_SILENT,
    SILENT,
    InnerBlocks,
    block_rule,
    block_rules,
    line_tables,
    raising_parser,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_EMPTY_ITEM = re.compile(r"\s*(?:[-+*]|\d+[.)])?[ \t]*$")
_LINES_AHEAD = 1_200
"""The least number of lines of a quote that are scanned to find its end."""


@cache
def entering_parser() -> MarkdownIt:
    """A parser whose rules raise `InnerBlocks` where they would parse the contents of a block."""
    return raising_parser(full_parser())


class Lines(Protocol):
    """The lines of a text or of a container, of which only the first may be known."""

    @property
    def known(self) -> int:
        """One past the last known line."""
        ...

    @property
    def complete(self) -> bool:
        """Whether all lines are known."""
        ...

    def know_more(self, line: int) -> None:
        """Find more lines for the block that is parsed at a line: at least as many again."""
        ...


class _Outside:
    """The state of the parser outside a container, which is restored after it."""

    def __init__(self, state: StateBlock) -> None:
        self._indents = state.blkIndent, state.listIndent
        self._parent = state.parentType
        self._level = state.level

    @property
    def indent(self) -> int:
        """The minimal indentation of lines."""
        return self._indents[0]

    def restore(self, state: StateBlock, *, level: bool = False) -> None:
        """Restore the state. With `level` the nesting level too; closing tokens count it down themselves."""
        state.blkIndent, state.listIndent = self._indents
        state.parentType = self._parent
        if level:
            state.level = self._level


class Item:
    """An item of a list, or a note. It consists of the following lines as far as they are indented."""

    def __init__(self, state: StateBlock, around: Lines, outside: _Outside, line: int, tokens: int) -> None:
        self._state = state
        self._around = around
        self._outside = outside
        self._line = line
        self._first = [table[line] for table in line_tables(state)]
        self.opened = state.tokens[tokens:]

    @property
    def known(self) -> int:
        """One past the last known line."""
        return self._around.known

    @property
    def complete(self) -> bool:
        """Whether all lines are known."""
        return self._around.complete

    def know_more(self, line: int) -> None:
        """Find more lines; the marker of the item, before its first line, stays skipped."""
        self._around.know_more(line)
        for table, value in zip(line_tables(self._state), self._first, strict=True):
            table[self._line] = value

    def close(self) -> None:
        """Close the container before the next line."""
        state = self._state
        for token in reversed(self.opened):
            closing = state.push(token.type.replace("_open", "_close"), token.tag, -1)
            closing.markup = token.markup
        self._outside.restore(state)


class Quote:
    """A quote. In its known lines the `>` is skipped."""

    def __init__(self, state: StateBlock, around: Lines, line: int, window: int) -> None:
        self._state = state
        self._around = around
        self._outside = _Outside(state)
        self._window = window
        self._first = line
        self._saved: list[list[int]] = []
        self.complete = False
        self.known = line
        self._skip_markers(line, window)
        self.opened = state.tokens[-1:]

    def know_more(self, line: int) -> None:
        """Find more lines, from the last line with a `>` that is not after the given line."""
        state = self._state
        first = self._restore_markers(line)
        if self.known >= self._around.known and not self._around.complete:
            self._around.know_more(line)
        inside, tokens = _Outside(state), list(state.tokens)
        seen = state.eMarks[self.known - 1] - state.bMarks[first]
        self._outside.restore(state, level=True)
        self._skip_markers(first, max(self._window, 2 * seen))
        inside.restore(state, level=True)
        state.tokens[:] = tokens

    def _restore_markers(self, line: int) -> int:
        """Restore the `>` from the last line that begins with one, up to the given line. Returns its number."""
        state, at = self._state, min(line, self.known - 1) - self._first
        starts, _, shifts, indents, _ = self._saved
        least = self._outside.indent
        while at and not (least <= indents[at] < least + 4 and state.src.startswith(">", starts[at] + shifts[at])):
            at -= 1
        first = self._first + at
        for table, before in zip(line_tables(state), self._saved, strict=True):
            table[first : self.known] = before[at : self.known - self._first]
        return first

    def _skip_markers(self, line: int, characters: int) -> None:
        """Skip the `>` of that many more characters, from a line on that begins with one."""
        state = self._state
        past = self._cut(line, characters)
        self._first = line
        self._saved = [table[line:past] for table in line_tables(state)]
        state.md, state.lineMax = entering_parser(), self._around.known
        try:
            block_rule("blockquote")(state, line, past, *NOT_SILENT)
        except InnerBlocks as inside:
            self.known = inside.end
        state.md = full_parser()
        if self.known < past:  # The rule changes the indentation of the line that ends the quote.
            for table, before in zip(line_tables(state), self._saved, strict=True):
                table[self.known] = before[self.known - line]
        self.complete = self.known < past or (past == self._around.known and self._around.complete)

    def _cut(self, line: int, characters: int) -> int:
        """The line up to which to scan: one that begins with `>`, so that the scan can continue from it."""
        state, indent = self._state, self._state.blkIndent
        enough = state.bMarks[line] + characters
        for past in range(line + 1, self._around.known):
            if state.isEmpty(past):
                break
            begin = state.bMarks[past]
            is_far = begin >= enough and past >= line + _LINES_AHEAD
            if is_far and indent <= state.sCount[past] < indent + 4 and state.src[begin + state.tShift[past]] == ">":
                return past
        return self._around.known

    def close(self) -> None:
        """Close the container before the next line, and restore the `>` of its remaining lines."""
        state = self._state
        if state.line < self.known:
            at = max(state.line - self._first, 0)
            for table, before in zip(line_tables(state), self._saved, strict=True):
                table[self._first + at : self.known] = before[at : self.known - self._first]
        for token in self.opened:
            closing = state.push(token.type.replace("_open", "_close"), token.tag, -1)
            closing.markup = token.markup
        self._outside.restore(state)


Container = Item | Quote


def enter(state: StateBlock, around: Lines, line: int, window: int) -> Container | None:
    """Enter the container that begins on a line. None, without a change of the state, if none begins there."""
    if state.is_code_block(line) or _EMPTY_ITEM.match(state.src, state.bMarks[line], state.eMarks[line]):
        return None
    outside, tokens = _Outside(state), len(state.tokens)
    state.parentType = "root"
    rules = block_rules(state.md)
    begun = next((rule for rule in rules if rule.__name__ != "code" and rule(state, line, around.known, *SILENT)), None)
    outside.restore(state)
    if begun is None or begun.__name__ not in ("blockquote", "list_block", "footnote_def"):
        return None
    if begun.__name__ == "blockquote":
        return Quote(state, around, line, window)
    state.md = entering_parser()
    try:
        begun(state, line, around.known, *NOT_SILENT)
    except InnerBlocks:
        return Item(state, around, outside, line, tokens)
    finally:
        state.md = full_parser()
    return None
