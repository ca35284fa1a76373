"""A text's blocks, one top-level block at a time, so that a long text can be read in short slices.

The rules are markdown-it's own, over one state: this is its `ParserBlock.tokenize` with a pause after each top-level
block. Cutting the text instead would not be safe, since what a line is can hang on all lines before it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING

from aotad_tui.markdown import full_parser

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    Env = MutableMapping[str, Any]  # markdown-it's own name for what its rules know of a text


_NOT_SILENT = (False,)  # a rule that is silent only says whether it would


class BlockStream:
    """The top-level blocks of a text in order. `env` fills with its definitions of links and footnotes meanwhile."""

    def __init__(self, text: str) -> None:
        parser = full_parser()
        if "\r" in text or "\0" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self.text = text
        self.env: Env = {}
        self._rules: list[Callable[[StateBlock, int, int, bool], bool]] = parser.block.ruler.getRules("")
        self._state = _state(text, self.env)
        self._line = 0
        self._empty_lines = False

    @property
    def done(self) -> bool:
        """Whether there is nothing more to read."""
        return self._line >= self._state.lineMax

    @property
    def characters_read(self) -> int:
        """How much of the text was read."""
        return self._state.bMarks[min(self._line, self._state.lineMax)]

    def lines(self, first: int, past: int) -> str:
        """Lines of the text as they are written."""
        marks = self._state.bMarks
        return self.text[marks[first] : marks[min(past, self._state.lineMax)]]

    def next(self) -> list[Token]:
        """The tokens of the next top-level block; none for what draws nothing, such as a definition, and at the end."""
        state, end = self._state, self._state.lineMax
        state.tokens.clear()
        state.line = line = state.skipEmptyLines(self._line)
        if line < end:
            for rule in self._rules:
                if rule(state, line, end, *_NOT_SILENT):
                    break
            state.tight = not self._empty_lines
            line = state.line
            if line - 1 < end and state.isEmpty(line - 1):
                self._empty_lines = True
            if line < end and state.isEmpty(line):
                self._empty_lines = True
                line += 1
                state.line = line
        self._line = line
        return list(state.tokens)


def _state(text: str, env: Env) -> StateBlock:
    """The state that markdown-it's constructor makes, without a step for each line: 5 MB would stall for its time."""
    from markdown_it.rules_block import StateBlock

    state = StateBlock("", full_parser(), env, [])
    state.src = text
    lines = text.split("\n")
    if not lines[-1].strip(" \t"):
        lines.pop()  # behind the last newline there is no line unless something stands in it
    ends = list(accumulate((len(line) + 1 for line in lines), initial=-1))
    state.bMarks = [end + 1 for end in ends]
    state.eMarks = ends[1:]
    state.eMarks.append(len(text))
    state.bMarks[-1] = len(text)
    state.lineMax = count = len(lines)
    state.tShift, state.sCount, state.bsCount = [0] * (count + 1), [0] * (count + 1), [0] * (count + 1)
    for number, line in enumerate(lines):
        if line[:1] in (" ", "\t"):
            indent = len(line) - len(line.lstrip(" \t"))
            state.tShift[number] = indent
            state.sCount[number] = len(line[:indent].expandtabs(4))
    return state
