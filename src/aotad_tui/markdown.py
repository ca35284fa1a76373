"""The one dialect of Markdown that guides are written in, so that all who read a page agree on its blocks.

CommonMark with tables, strikethrough, footnotes and task lists; raw HTML is text. Importing markdown-it-py takes 20 to
30 ms, so it is done on first use.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 100
"""How deep blocks may lie in each other; what is deeper is dropped by the parser."""


SIGNS = r"\n\\`*_~\[\]!^<&"
"""All with which a rule for what is inside a block begins or ends, as a class of a regular expression has it."""
SILENT, NOT_SILENT = (True,), (False,)
"""How a block rule is called: one that is silent only says whether it would."""


@cache
def blocks_parser() -> MarkdownIt:
    """Reads a text's blocks; what is inside each (emphasis, links) is left for `inline_parser`."""
    return _dialect().disable(["inline", "footnote_tail", "text_join", "github-tasklists"])


def top_level_blocks(text: str) -> Iterator[tuple[int, int, list[Token]]]:
    """Each top-level block of a text (newlines its only line ends): its first line, one past its last, its tokens.

    All tokens together are those of `blocks_parser().parse(text)`, but never there all at once: this is markdown-it's
    `ParserBlock.tokenize`, which hands on what it has after each block.
    """
    from markdown_it.rules_block import StateBlock

    parser = blocks_parser()
    state = StateBlock(text, parser, {}, [])
    end, line = state.lineMax, 0
    while line < end:
        state.tokens.clear()
        state.line = first = state.skipEmptyLines(line)
        if first >= end:
            return
        for rule in parser.block.ruler.getRules(""):
            if rule(state, first, end, *NOT_SILENT):
                break
        line = state.line
        yield first, state.line, list(state.tokens)


@cache
def full_parser() -> MarkdownIt:
    """Reads blocks and what is inside them."""
    return _dialect()


def _dialect() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST, "html": False})
    # By itself the parser stops at each hyphen and colon too, to ask thirteen rules in vain.
    parser.inline.terminator_re = re.compile(f"[{SIGNS}]")
    return parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(tasklists_plugin)
