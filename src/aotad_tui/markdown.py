"""The dialect of Markdown that guides are written in, in one place, so that all readers of a page agree on its blocks.

CommonMark with tables, strikethrough, footnotes, task lists and `inline_rules`; other raw HTML is text. markdown-it-py
takes 20 to 30 ms to import, so it is imported on first use.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from aotad_tui.inline_rules import rules, trim
from aotad_tui.markdown_internals import (
    NOT_SILENT,
    add_inline_rules,
    block_rules,
    block_state,
    stop_inline_at,
    use_quick_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 100
"""How deep blocks may be nested; the parser drops deeper ones."""


_SIGNS_WITHOUT_BRACKETS = r"\n\\`*_~=^<&"
SIGNS = rf"{_SIGNS_WITHOUT_BRACKETS}\[\]!"
"""The characters with which inline rules begin or end, as the inside of a character class."""


@cache
def blocks_parser() -> MarkdownIt:
    """A parser of blocks that leaves their inline text (emphasis, links) unparsed."""
    return _dialect().disable(["inline", "footnote_tail", "text_join", "github-tasklists"])


def top_level_blocks(text: str) -> Iterator[tuple[int, int, list[Token]]]:
    """The top-level blocks of a text (with newlines as line ends): first line, one past the last line, tokens.

    All tokens together are those of `blocks_parser().parse(text)`, but never in memory at once: this is markdown-it's
    `ParserBlock.tokenize`, which yields after each block.
    """
    parser = blocks_parser()
    state = block_state(text, parser, {})
    end, line = state.lineMax, 0
    while line < end:
        state.tokens.clear()
        state.line = first = state.skipEmptyLines(line)
        if first >= end:
            return
        for rule in block_rules(parser):
            if rule(state, first, end, *NOT_SILENT):
                break
        line = state.line
        yield first, state.line, list(state.tokens)


@cache
def full_parser() -> MarkdownIt:
    """A parser of blocks and inline text."""
    return _dialect()


@cache
def parser_without_brackets() -> MarkdownIt:
    """`full_parser` without everything that needs a closing bracket.

    For a text without one: the parser would search for it from each opening bracket, and from those inside again.
    """
    parser = _dialect().disable(["link", "image", "footnote_inline", "footnote_ref", "wikilink"])
    stop_inline_at(parser, _SIGNS_WITHOUT_BRACKETS)
    return parser


def _dialect() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST, "html": False})
    stop_inline_at(parser, SIGNS)
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(tasklists_plugin)
    use_quick_tables(parser)
    add_inline_rules(parser, rules(), trim)
    return parser
