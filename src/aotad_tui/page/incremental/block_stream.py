"""The blocks of a text, one at a time, so that a long text can be read in short slices.

The rules are those of markdown-it, over one state: this is its `ParserBlock.tokenize` with a pause after each block.
Splitting the text first would not be safe, since the meaning of a line can depend on any line before it. A block that
reaches the end of the known lines is parsed again with more lines. A long block is parsed in pieces: a list by items,
a table or code by lines, and the contents of a long quote, item or note block by block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aotad_tui.markdown import full_parser
from aotad_tui.markdown_internals import NOT_SILENT, Env, block_rule, block_rules

from .containers import Container, Item, Lines, enter
from .long_leaves import LongLeaf, LongLeaves
from .long_lists import ListPiece, LongLists
from .source_lines import LONG, WINDOW, SourceLines, begins_block

if TYPE_CHECKING:
    from typing import Any

    from markdown_it.token import Token


_DEEPEST_ENTERED = 20
"""The deepest nesting of entered quotes, items and notes. Deeper ones are parsed as a whole."""


class BlockStream:
    """The blocks of a text in order. `env` collects its definitions of links and footnotes.

    `window`: the number of characters that are split into lines at once. `long`: blocks of more lines are parsed in
    pieces.
    """

    def __init__(self, text: str, window: int = WINDOW, long: int = LONG) -> None:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.text = text
        self.env: Env = {}
        self._rules = block_rules(full_parser())
        self._source = SourceLines(text, self.env, window)
        self._window = window
        self._long = long
        self._line = 0
        self._inside: list[Container] = []
        self._leaf: LongLeaf | None = None
        self._leaves = LongLeaves(self._source.state, long)
        self._lists = LongLists(self._source.state, long)
        self._blank = 0  # A line that was blank when it was looked at.

    @property
    def done(self) -> bool:
        """Whether the text is read to its end."""
        return not self._inside and not self._leaf and self._source.complete and self._line >= self._source.known

    @property
    def characters_read(self) -> int:
        """The number of characters of the text that are parsed."""
        return self._source.start(self._line)

    def lines(self, first: int, past: int) -> str:
        """Lines of the text, as written."""
        return self.text[self._source.start(first) : self._source.start(past)]

    def next(self) -> list[Token]:
        """The tokens of the next block or piece of a block, with those that open or close its containers.

        The list is empty at the end, and for a block without tokens, such as a definition.
        """
        state = self._source.state
        state.tokens.clear()
        around = self._around
        leaf, self._leaf = self._leaf, None
        if not (leaf and self._continue_leaf(leaf, around)):
            while self._read_block():
                pass  # Opening tokens are returned together with the first block inside.
        self._line = state.line
        return list(state.tokens)

    @property
    def _around(self) -> Lines:
        return self._inside[-1] if self._inside else self._source

    def _continue_leaf(self, leaf: LongLeaf, around: Lines) -> bool:
        """Parse more of a long table, code block or paragraph. Returns whether it continued."""
        self._extend_lines(around, self._line)
        if not leaf.continue_from(self._line, around.known):
            self._source.state.line = self._line
            return False
        self._leaf = leaf if leaf.may_continue else None
        return True

    def _extend_lines(self, around: Lines, line: int) -> int:
        """Split more text into lines, until more lines follow a line than a piece of a long block has.

        Returns the number of the first line from there on that is not empty.
        """
        state = self._source.state
        state.lineMax = around.known
        first = state.skipEmptyLines(line)
        while not around.complete and (first >= around.known or around.known - line < 2 * self._long + 2):
            around.know_more(line)
            state.lineMax = around.known
            first = state.skipEmptyLines(line)
        return first

    def _read_block(self) -> bool:
        """Parse a block, close a container, or enter one. Returns whether one was entered."""
        state, around = self._source.state, self._around
        line = state.line = self._extend_lines(around, state.line)
        if self._inside and (line >= around.known or state.sCount[line] < state.blkIndent):
            self._close(self._inside.pop())
            return False
        if line >= around.known:
            return False
        piece, past = self._lists.next_piece(line, around.known, complete=around.complete)
        if len(self._inside) < _DEEPEST_ENTERED and (past is None or self._may_be_long(line, around)):
            container = enter(state, around, line, self._window)
            if container:
                if piece and isinstance(container, Item):
                    self._lists.mark(container.opened[0], piece)
                self._inside.append(container)
                return True
        if not piece:
            self._leaf = self._leaves.begin(line, around.known)
            if self._leaf:
                if not self._leaf.may_continue:
                    self._leaf = None
                return False
        self._read_whole(line, around, piece, past if past and past < around.known else None)
        return False

    def _may_be_long(self, line: int, around: Lines) -> bool:
        """Whether a quote or note that begins on a line may be long, because its end is not seen soon after."""
        state = self._source.state
        if around.known - line <= self._long:
            return False
        begin = state.bMarks[line] + state.tShift[line]
        if state.src.startswith(">", begin):
            return not any(self._ends_quote(number, around.known) for number in range(line + 1, line + self._long))
        if state.src.startswith("[^", begin):
            return not any(self._ends_note(number, around.known) for number in range(line + 1, line + self._long))
        return False

    def _ends_quote(self, line: int, known: int) -> bool:
        """Whether a quote cannot extend to a line."""
        state = self._source.state
        if state.isEmpty(line):
            return True
        is_quoted = state.src.startswith(">", state.bMarks[line] + state.tShift[line])
        return not is_quoted and begins_block(state, line, known, "blockquote")

    def _ends_note(self, line: int, known: int) -> bool:
        """Whether a note cannot extend to a line."""
        state = self._source.state
        if state.isEmpty(line) or state.sCount[line] >= state.blkIndent + 4:
            return False
        return state.isEmpty(line - 1) or begins_block(state, line, known, "paragraph")

    def _close(self, container: Container) -> None:
        state = self._source.state
        container.close()
        state.lineMax = self._around.known
        if isinstance(container, Item):
            self._lists.item_was_read(container.opened[0], self._around.known)

    def _read_whole(self, line: int, around: Lines, piece: ListPiece | None, cut: int | None) -> None:
        """Parse a whole block. `cut`: of a list only the part before this line."""
        state = self._source.state
        in_list = piece is not None and piece.items_before > 0
        tokens, defined = len(state.tokens), _sizes(self.env)
        self._apply_rules(line, cut or around.known, in_list=in_list)
        while not cut and not around.complete and not self._ends(line, around.known):
            around.know_more(line)
            _remove_definitions(self.env, defined)
            del state.tokens[tokens:]
            self._apply_rules(line, around.known, in_list=in_list)
        state.lineMax = around.known
        if piece and (in_list or cut):
            self._lists.piece_was_read(state.tokens[tokens:], piece, cut)

    def _ends(self, line: int, known: int) -> bool:
        """Whether a block that was read is the same whatever follows the known lines.

        No rule looks further than to the second line after a block or, for a definition, to the next blank line.
        """
        state = self._source.state
        if state.skipEmptyLines(state.line) + 1 >= known:
            return False
        may_define = state.src.find("]:", state.bMarks[line], state.bMarks[state.line]) >= 0
        return not may_define or self._has_blank(state.line, known)

    def _has_blank(self, line: int, known: int) -> bool:
        """Whether a known line from the given one on is blank and followed by text.

        The last blank line is remembered: definitions without blank lines between them all look for the same one.
        """
        state = self._source.state
        if not (line <= self._blank < known and state.isEmpty(self._blank)):
            start = self._blank if line <= self._blank <= known else line
            self._blank = next((number for number in range(start, known) if state.isEmpty(number)), known)
        return state.skipEmptyLines(self._blank) < known

    def _apply_rules(self, line: int, past: int, *, in_list: bool) -> None:
        """Parse the block that begins on a line, as if the text ended before the line `past`."""
        state = self._source.state
        state.line, state.lineMax = line, past
        for rule in (block_rule("list_block"),) if in_list else self._rules:
            if rule(state, line, past, *NOT_SILENT):
                break


def _definitions(env: Env) -> dict[str, Any]:
    """Everything that block rules write into `env`, by its key."""
    definitions = {name: env[name] for name in ("references", "duplicate_refs") if name in env}
    if "footnotes" in env:
        definitions["footnotes"] = env["footnotes"]["refs"]
    return definitions


def _sizes(env: Env) -> dict[str, int]:
    return {name: len(values) for name, values in _definitions(env).items()}


def _remove_definitions(env: Env, sizes: dict[str, int]) -> None:
    """Remove the definitions that were added to `env` since it had these sizes."""
    for name, values in _definitions(env).items():
        if name not in sizes:
            del env[name]
            continue
        for _ in range(len(values) - sizes[name]):
            values.popitem() if isinstance(values, dict) else values.pop()
