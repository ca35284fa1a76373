"""The lines of a text in the form of markdown-it's block rules. The text is split as far as they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aotad_tui.markdown import full_parser
from aotad_tui.markdown_internals import SILENT, Env, block_rules, block_state, line_tables

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

WINDOW = 32_000
"""The number of characters that are split into lines at once."""
LONG = 300
"""A block of more lines is parsed in pieces."""


def begins_block(state: StateBlock, line: int, known: int, parent: Literal["root", "paragraph", "blockquote"]) -> bool:
    """Whether a block that may interrupt a paragraph begins on a line; one that may end a quote if that is the parent.

    In the parent "paragraph", no list begins with an empty item or another number than 1.
    """
    before, state.parentType = state.parentType, parent
    rules = block_rules(state.md, "blockquote" if parent == "blockquote" else "paragraph")
    begins = any(rule(state, line, known, *SILENT) for rule in rules)
    state.parentType = before
    return begins


class SourceLines:
    """The state of the block rules over a text of which only the first lines are known."""

    def __init__(self, text: str, env: Env, window: int = WINDOW) -> None:
        self.state: StateBlock = block_state("", full_parser(), env)
        self.state.src = text
        self._window = window
        self._known = 0  # The number of characters that are split into lines.
        for table in line_tables(self.state):
            table.clear()
        self._add_end()
        self.know_more(0)

    def _add_end(self) -> None:
        """Add the entry after the last line, so that the rules need not check whether there is one."""
        for table, value in zip(line_tables(self.state), (self._known, self._known, 0, 0, 0), strict=True):
            table.append(value)
        self.state.lineMax = self.known

    @property
    def known(self) -> int:
        """The number of known lines."""
        return len(self.state.bMarks) - 1

    @property
    def complete(self) -> bool:
        """Whether all lines are known."""
        return self._known >= len(self.state.src)

    def start(self, line: int) -> int:
        """The character with which a line begins; for an unknown line, the end of the known part."""
        begin = self.state.bMarks[min(line, self.known)]  # Inside a quote, this is after the `>`.
        return self.state.src.rfind("\n", 0, begin) + 1 if line < self.known else begin

    def know_more(self, line: int) -> None:
        """Split more text into lines for a block that begins on a line: at least as much again as it has."""
        text, begin = self.state.src, self._known
        newline = text.find("\n", begin + max(self._window, begin - self.start(line)))
        self._known = past = newline + 1 if newline >= 0 else len(text)
        lines = text[begin:past].split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()  # After the last newline there is a line only if it has text.
        for table in line_tables(self.state):
            table.pop()
        starts, ends, shifts, indents, _ = line_tables(self.state)
        at = begin
        for content in lines:
            starts.append(at)
            at += len(content)
            ends.append(at)
            at += 1
            indent = len(content) - len(content.lstrip(" \t")) if content[:1] in (" ", "\t") else 0
            shifts.append(indent)
            indents.append(len(content[:indent].expandtabs(4)) if indent else 0)
        self.state.bsCount.extend([0] * len(lines))
        self._add_end()
