"""The one door to the parts of markdown-it that its documentation does not promise.

Reading a long text in slices needs markdown-it's own block rules, called one at a time over one state, and the tables
of lines that they work on. Everything else in the program uses markdown-it's public parser and tokens. Each function
says what it relies on and which public request would make it unnecessary; `tests/test_markdown_internals.py` checks
each of them, so that a new release of markdown-it-py fails there first.

markdown-it-py takes 20 to 30 ms to import, so each function imports it when it is first called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    InlineRule = Callable[[StateInline, bool], bool]
    """A rule: the state, and whether it only tests (see `SILENT`)."""

    BlockRule = Callable[[StateBlock, int, int, bool], bool]
    """A rule: the state, the first line, one past the last line, and whether it only tests (see `SILENT`)."""

Env = MutableMapping[str, Any]
"""The definitions of links and footnotes that the rules find in a text. `Any` is markdown-it's own type for it."""

SILENT, NOT_SILENT = (True,), (False,)
"""The last argument of a block rule: a silent one only says whether its block begins on the line."""

_CELL_END = re.compile(r"\|(?<!\\\|)")  # The bar comes first, so that `re` skips to it: 5 ms instead of 50 for 5 MB.


def block_state(text: str, parser: MarkdownIt, env: Env) -> StateBlock:
    """The state of the block rules over a text.

    Relies on the arguments of `StateBlock`. Request: a public method of the parser that returns its state.
    """
    from markdown_it.rules_block import StateBlock

    return StateBlock(text, parser, env, [])


def line_tables(state: StateBlock) -> tuple[list[int], ...]:
    """For each line: where it begins and ends in the text, and how far it is indented; lists that may be changed.

    Relies on `bMarks`, `eMarks`, `tShift`, `sCount` and `bsCount`, with one entry more than there are lines. Request:
    a parser that can be given more lines of a text later.
    """
    return state.bMarks, state.eMarks, state.tShift, state.sCount, state.bsCount


def block_rules(parser: MarkdownIt, chain: str = "") -> list[BlockRule]:
    """The rules that are tried in turn on a line; with `chain` those that may end the block of that name.

    Relies on `Ruler.getRules`. Request: a method that yields the top-level blocks of a text one at a time.
    """
    return parser.block.ruler.getRules(chain)


def block_rule(name: Literal["blockquote", "code", "fence", "list_block", "paragraph", "table"]) -> BlockRule:
    """The rule of that name.

    Relies on the functions of `markdown_it.rules_block`. Request: as for `block_rules`.
    """
    from markdown_it import rules_block

    rule: BlockRule = _table_rule() if name == "table" else getattr(rules_block, name)
    return rule


def use_quick_tables(parser: MarkdownIt) -> None:
    """Let a parser split the rows of tables at once, not by a step for each character: 75 ms for a row of 1 MB.

    Relies on the names in `markdown_it.rules_block.table`. Request: a faster `escapedSplit`.
    """
    parser.block.ruler.at("table", _table_rule(), {"alt": ["paragraph", "reference"]})


@cache
def _table_rule() -> BlockRule:
    """The rule for tables, with another function in the place of `escapedSplit`."""
    from markdown_it.rules_block import table

    return FunctionType(table.__code__, {**table.__globals__, "escapedSplit": split_cells})


def split_cells(row: str) -> list[str]:
    """The cells of a row of a table: split at each `|` without a backslash before it."""
    return [cell.replace("\\|", "|") for cell in _CELL_END.split(row)]


def skip_list_marker(state: StateBlock, line: int, *, ordered: bool) -> int:
    """The character behind the list marker that a line begins with; -1 where it begins with none.

    Relies on two functions of `markdown_it.rules_block.list`. Request: as for `block_rules`.
    """
    from markdown_it.rules_block.list import skipBulletListMarker, skipOrderedListMarker

    return (skipOrderedListMarker if ordered else skipBulletListMarker)(state, line)


def stop_inline_at(parser: MarkdownIt, signs: str) -> None:
    """Let the inline parser try its rules only at these signs (the inside of a character class).

    By itself it stops at each hyphen and colon too, to try thirteen rules in vain. Relies on
    `ParserInline.terminator_re`. Request: terminators that follow from the rules that are enabled.
    """
    parser.inline.terminator_re = re.compile(f"[{signs}]")


def add_inline_rules(
    parser: MarkdownIt, rules: Mapping[str, InlineRule], after_all: Callable[[StateInline], None]
) -> None:
    """Try more inline rules, before those for links and images, and change the tokens of each text with `after_all`.

    Relies on the names of markdown-it's own rules. Request: none, since its documentation shows plugins that do this.
    """
    for name, rule in rules.items():
        parser.inline.ruler.before("link", name, rule)
    parser.inline.ruler2.push("after_all", after_all)


def definition_key(label: str) -> str:
    """The key of a link's label among the definitions in `env["references"]`.

    Relies on `normalizeReference`. Request: a public method that finds a definition.
    """
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(label)


class InnerBlocks(Exception):
    """A rule is about to read the blocks inside another block, which ends at the latest at line `end`."""

    def __init__(self, end: int) -> None:
        self.end = end


def raising_parser(parser: MarkdownIt) -> MarkdownIt:
    """A copy of a parser whose rules raise `InnerBlocks` where they would read the blocks inside a block.

    Relies on `ParserBlock.tokenize` being what quotes, items and notes call. Request: as for `block_rules`.
    """
    from copy import copy

    from markdown_it.parser_block import ParserBlock

    class Raising(ParserBlock):
        def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: ARG002, N803  # its names
            raise InnerBlocks(endLine)

    raising = copy(parser)
    raising.block = Raising()
    raising.block.ruler = parser.block.ruler
    return raising
