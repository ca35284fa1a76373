"""Long tables, code and paragraphs, parsed some lines at a time by the rules of markdown-it.

A rule gets an earlier end of the text. To continue, the first lines of the block are copied into the line tables just
before the next lines, so that the rule finds the beginning of a block there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol

from aotad_tui.markdown_internals import NOT_SILENT, SILENT, block_rule, line_tables

from .source_lines import begins_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock

MORE = "more"
"""A key in the meta of a token: the token continues the block of the last token of its type."""

CODE_LINE, TEXT_LINE = 333, 66
"""The characters that a line of code, and a line of a paragraph, counts as for the limit of a long block."""

_BLANK = re.compile(r"\n[ \t>]*\n")
_UNDERLINE = re.compile(r"^[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_MOST_MISSING = 0x10000
"""The number of cells that may be missing from all rows of a table together, as in markdown-it."""


class LongLeaf(Protocol):
    """A leaf block whose first lines are parsed."""

    may_continue: bool
    """Whether it may continue at the next line."""

    def continue_from(self, line: int, known: int) -> bool:
        """Parse more of it from a line on. False, without a change, if it does not continue there."""
        ...


class LongLeaves:
    """Finds the long tables, code blocks and paragraphs of a text, from front to back."""

    def __init__(self, state: StateBlock, long: int) -> None:
        self._state = state
        self._long = long
        self._blanks = _Finder(_BLANK)
        self._underlines = _Finder(_UNDERLINE)

    def begin(self, line: int, known: int) -> LongLeaf | None:
        """Parse the first lines of a long block that begins on a line. None, without a change, if none begins there."""
        state, long = self._state, self._long
        if known - line <= long:
            return None
        if _Table.begins(state, line, known):
            return _Table(state, line, known, long)
        if state.is_code_block(line):
            return _Indented(state, line, known, long)
        if _Fence.begins(state, line, known, long):
            return _Fence(state, line, known, long)
        return _Paragraph.of(state, line, known, long, self._may_be_heading)

    def _may_be_heading(self, line: int, past: int) -> bool:
        """Whether a paragraph from a line to at least another may end in the underline of a heading."""
        src = self._state.src
        end = self._blanks.first(src, self._state.bMarks[past], len(src))
        return self._underlines.first(src, self._state.eMarks[line], end) < end


class _Finder:
    """Finds matches of a pattern from rising positions on, and searches no character twice."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._start = self._searched = 0  # There is no match between them,
        self._found: int | None = None  # and this one after them.

    def first(self, text: str, position: int, end: int) -> int:
        """Where the first match from a position on begins, or `end`."""
        if not self._start <= position <= self._searched:
            self._start = self._searched = position
            self._found = None
        if self._found is None and self._searched < end:
            match = self._pattern.search(text, self._searched, end)
            self._found = match.start() if match else None
            self._searched = match.start() if match else end
        return end if self._found is None else min(self._found, end)


class _Table:
    def __init__(self, state: StateBlock, line: int, known: int, long: int) -> None:
        self._state = state
        self._head = [table[line : line + 2] for table in line_tables(state)]
        self._missing = 0
        self.may_continue = False
        tokens = len(state.tokens)
        self._columns = 0
        self._rows = max(long // 3, 1)
        self._read(line, known)
        self._columns = sum(token.type == "th_open" for token in state.tokens[tokens:])
        self._too_many(line + 2, state.line)

    @staticmethod
    def begins(state: StateBlock, line: int, known: int) -> bool:
        under = state.bMarks[line + 1] + state.tShift[line + 1]
        return state.src.startswith(("|", "-", ":"), under) and block_rule("table")(state, line, known, *SILENT)

    def _read(self, line: int, known: int) -> None:
        """Read rows after the two lines of the header."""
        past = min(line + 2 + self._rows, known)
        enough = self._too_many(line + 2, past) if self._columns else past
        block_rule("table")(self._state, line, enough, *NOT_SILENT)
        self.may_continue = self._state.line == past

    def _too_many(self, line: int, past: int) -> int:
        """The first row with which too many cells are missing, else `past`."""
        state = self._state
        for number in range(line, past):
            row = state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()
            bars = row.count("|") - row.count("\\|")
            cells = bars + 1 - row.startswith("|") - (row.endswith("|") and not row.endswith("\\|") and len(row) > 1)
            missing = self._missing + self._columns - cells
            if missing > _MOST_MISSING:
                return number
            self._missing = missing
        return past

    def continue_from(self, line: int, known: int) -> bool:
        state, head, tokens = self._state, line - 2, len(self._state.tokens)
        above = [table[head:line] for table in line_tables(state)]
        for table, values in zip(line_tables(state), self._head, strict=True):
            table[head:line] = values
        self._read(head, known)
        for table, values in zip(line_tables(state), above, strict=True):
            table[head:line] = values
        state.tokens[tokens].meta[MORE] = True
        if state.line > line:
            return True
        del state.tokens[tokens:]
        return False


class _Indented:
    def __init__(self, state: StateBlock, line: int, known: int, long: int) -> None:
        self._state = state
        self._long = long
        self.may_continue = False
        self._read(line, known)

    def _read(self, line: int, known: int) -> None:
        past = min(line + self._long, known)
        block_rule("code")(self._state, line, past, *NOT_SILENT)
        self.may_continue = self._state.skipEmptyLines(self._state.line) >= past

    def continue_from(self, line: int, known: int) -> bool:
        state = self._state
        words = state.skipEmptyLines(line)
        if words >= known or not state.is_code_block(words):
            return False
        self._read(words, known)
        code = state.tokens[-1]
        code.content = state.getLines(line, words, state.blkIndent + 4, keepLastLF=True) + code.content
        code.map = [line, state.line]
        code.meta[MORE] = True
        return True


class _Fence:
    def __init__(self, state: StateBlock, line: int, known: int, long: int) -> None:
        self._state = state
        self._long = long
        self._head = [table[line] for table in line_tables(state)]
        self._blank = (
            0  # The blank lines at the end of the parsed lines, which are part of the code only if more lines follow.
        )
        self.may_continue = False
        self._read(line, known)

    @staticmethod
    def begins(state: StateBlock, line: int, known: int, long: int) -> bool:
        """Whether a code block begins that is too long to be highlighted."""
        behind = state.eMarks[line]
        begins = state.src[state.bMarks[line] + state.tShift[line]] in "`~" and block_rule("fence")(
            state, line, known, *SILENT
        )
        return begins and not _FENCE.search(state.src, behind, behind + long * CODE_LINE)

    def _read(self, line: int, known: int) -> None:
        """Read lines of code after the opening fence."""
        state = self._state
        past = min(line + 1 + self._long, known)
        block_rule("fence")(state, line, past, *NOT_SILENT)
        code = state.tokens[-1]
        code.info = ""
        lines = code.content.count("\n")
        self.may_continue = state.line == past and lines == past - line - 1
        code.content = "\n" * self._blank + code.content
        if self.may_continue:
            words = code.content.rstrip("\n")
            code.content, before = words + "\n" if words else "", code.content
            code.map = [line - self._blank, state.line]
            self._blank = len(before) - len(code.content)

    def continue_from(self, line: int, known: int) -> bool:
        if line >= known:
            return False
        above = [table[line - 1] for table in line_tables(self._state)]
        for table, value in zip(line_tables(self._state), self._head, strict=True):
            table[line - 1] = value
        self._read(line - 1, known)
        for table, value in zip(line_tables(self._state), above, strict=True):
            table[line - 1] = value
        self._state.tokens[-1].meta[MORE] = True
        return True


class _Paragraph:
    def __init__(self, state: StateBlock, long: int) -> None:
        self._state = state
        self._long = long
        self.may_continue = False

    @classmethod
    def of(
        cls, state: StateBlock, line: int, known: int, long: int, may_be_heading: Callable[[int, int], bool]
    ) -> _Paragraph | None:
        """Read its first lines, unless it may be a heading or a definition, which end with their last line."""
        paragraph = cls(state, long)
        past = paragraph._past(line, known)
        if past >= known or state.src[state.bMarks[line] + state.tShift[line]] == "[":
            return None
        ends = (
            state.isEmpty(number) or begins_block(state, number, known, "paragraph") for number in range(line + 1, past)
        )
        if begins_block(state, line, known, "root") or any(ends) or may_be_heading(line, past):
            return None
        paragraph._read(line, past)
        return paragraph

    def _past(self, line: int, known: int) -> int:
        starts = self._state.bMarks
        return min(max(bisect_right(starts, starts[line] + self._long * TEXT_LINE) - 1, line + 1), known)

    def _read(self, line: int, past: int) -> None:
        state = self._state
        lines, state.lineMax = state.lineMax, past
        block_rule("paragraph")(state, line, past, *NOT_SILENT)
        state.lineMax = lines
        self.may_continue = state.line == past

    def continue_from(self, line: int, known: int) -> bool:
        state, tokens = self._state, len(self._state.tokens)
        if line >= known or state.isEmpty(line):
            return False
        if 0 <= state.sCount[line] <= state.blkIndent + 3 and begins_block(state, line, known, "paragraph"):
            return False
        self._read(line, self._past(line, known))
        state.tokens[tokens].meta[MORE] = True
        return True
