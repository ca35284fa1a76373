"""The lines of a text as markdown-it's block rules want them, found as far as they are needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aotad_tui.markdown import full_parser

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

    from .stream import Env

WINDOW = 32_000
"""How many characters are cut into lines at once."""
LONG_LIST = 300
"""A list of more lines is cut into pieces."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# Behind a bullet something must stand that is no rule across the page.
_ITEM = re.compile(r"(?:(?P<bullet>[-+*])|\d{1,9}(?P<ordered>[.)]))[ \t]+(?=[^\n]*[^-*_ \t\n])")


class SourceLines:
    """The state of the block rules over a text, of which only the first lines are known.

    What is known ends with a blank line, so that nothing that may not hold one is ever seen in part.
    """

    def __init__(self, text: str, env: Env, window: int = WINDOW, long_list: int = LONG_LIST) -> None:
        from markdown_it.rules_block import StateBlock

        self.state: StateBlock = StateBlock("", full_parser(), env, [])
        self.state.src = text
        self._window = window
        self._long_list = long_list
        self._known = 0  # how many characters are cut into lines
        for marks in self._marks:
            marks.clear()
        self._end()
        self.know_more(0)

    @property
    def _marks(self) -> tuple[list[int], ...]:
        state = self.state
        return state.bMarks, state.eMarks, state.tShift, state.sCount, state.bsCount

    def _end(self) -> None:
        """What stands behind the last line, so that the rules need not ask whether there is one."""
        for marks, value in zip(self._marks, (self._known, self._known, 0, 0, 0), strict=True):
            marks.append(value)
        self.state.lineMax = self.count

    @property
    def count(self) -> int:
        """How many lines are known."""
        return len(self.state.bMarks) - 1

    @property
    def all_known(self) -> bool:
        """Whether there are no more lines than are known."""
        return self._known >= len(self.state.src)

    def start(self, line: int) -> int:
        """The character with which a line begins, or at which what is known ends."""
        return self.state.bMarks[min(line, self.count)]

    def know_more(self, line: int) -> None:
        """Finds more lines for a block that begins on a line: at least as many again as it may have by now."""
        text, begin = self.state.src, self._known
        blank = _BLANK_LINE.search(text, begin + max(self._window, begin - self.start(line)))
        self._known = past = blank.end() if blank else len(text)
        lines = text[begin:past].split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()  # behind the last newline there is no line unless something stands in it
        for marks in self._marks:
            marks.pop()
        starts, ends, shifts, indents, _ = self._marks
        at = begin
        for one in lines:
            starts.append(at)
            at += len(one)
            ends.append(at)
            at += 1
            indent = len(one) - len(one.lstrip(" \t")) if one[:1] in (" ", "\t") else 0
            shifts.append(indent)
            indents.append(len(one[:indent].expandtabs(4)) if indent else 0)
        self.state.bsCount.extend([0] * len(lines))
        self._end()

    def first_of_block(self, line: int) -> int:
        """The next line that is not empty, with more known behind it than most blocks take; `count` for none."""
        line = self.state.skipEmptyLines(line)
        while not self.all_known and self._known - self.start(line) < self._window // 4:
            self.know_more(line)
            line = self.state.skipEmptyLines(line)
        return line

    def list_sign(self, line: int) -> str:
        """The sign with which a line at the margin begins an item of a list, "" where it begins none."""
        match = _ITEM.match(self.state.src, self.start(line))
        return (match["bullet"] or match["ordered"]) if match else ""

    def end_of_list(self, line: int) -> tuple[int, bool]:
        """About where the list at the margin that begins on a line ends, and whether blank lines are between its items.

        Only about, since a rule may end it before.
        """
        sign, state = self.list_sign(line), self.state
        loose = blank = False
        while sign:
            line += 1
            if line >= state.lineMax:
                if self.all_known:
                    break
                self.know_more(line)
            if state.isEmpty(line):
                blank = True
                continue
            if blank and state.sCount[line] == 0:
                if self.list_sign(line) != sign:
                    break
                loose = True
            blank = False
        return line, loose

    def between_items(self, line: int, past: int) -> int | None:
        """The line of an item at which the list that begins on a line and ends about at `past` is to be cut.

        A line at the margin with the sign of the list begins an item whatever stands before it: all that is in an item
        is indented, and what is not ends at such a line.
        """
        if past - line <= self._long_list:
            return None
        sign, piece = self.list_sign(line), self._long_list // 3
        return next((cut for cut in range(line + piece, past - 1) if self.list_sign(cut) == sign), None)
