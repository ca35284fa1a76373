"""The one dialect of Markdown that guides are written in, so that all who read a page agree on its blocks.

CommonMark with tables, strikethrough, footnotes and task lists; raw HTML is text. Importing markdown-it-py takes 20 to
30 ms, so it is done on first use.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

DEEPEST = 100
"""How deep blocks may lie in each other; what is deeper is dropped by the parser."""


@cache
def blocks_parser() -> MarkdownIt:
    """Reads a text's blocks; what is inside each (emphasis, links) is left for `inline_parser`."""
    return _dialect().disable(["inline", "footnote_tail", "text_join", "github-tasklists"])


@cache
def full_parser() -> MarkdownIt:
    """Reads blocks and what is inside them."""
    return _dialect()


def _dialect() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST, "html": False})
    return parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(tasklists_plugin)
