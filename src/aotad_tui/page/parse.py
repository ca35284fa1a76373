"""Markdown to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from aotad_tui.cells import Span
from aotad_tui.markdown import full_parser
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import heading_slug
from aotad_tui.story.spoilers import spoiler_stamp, without_mark
from aotad_tui.story.values import Certainty, Section

from .blocks import Block, Blocks, Code, Footnote, Heading, Item, Items, Paragraph, Quote, Rule, Spans, Table
from .inline import Inliner

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALERTS = ("note", "tip", "important", "warning", "caution")
_CALLOUT = re.compile(rf"\[!(?P<mark>{'|'.join((*Certainty, *_ALERTS))})\][+-]?[ \t]*(?P<words>[^\n]*)", re.IGNORECASE)


def parse(text: str, edition: Edition, section: Section) -> Blocks:
    """The blocks of a section's text."""
    near = edition.mentions.people_in(text, section.unnamed, edition.links.people_linked(text))
    return _Reader(full_parser().parse(text), Inliner(edition, section, near)).blocks()


class _Reader:
    """Goes through the tokens once, front to back."""

    def __init__(self, tokens: list[Token], inliner: Inliner) -> None:
        self._tokens = tokens
        self._inliner = inliner
        self._at = 0
        self._slugs: dict[str, int] = {}
        self._readers: dict[str, Callable[[Token], Block | Blocks]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "blockquote_open": self._quote,
            "bullet_list_open": self._items,
            "ordered_list_open": self._items,
            "table_open": self._table,
            "footnote_block_open": self._footnotes,
            "fence": _code,
            "code_block": _code,
            "hr": lambda _: Rule(),
        }

    def blocks(self, end: str = "") -> Blocks:
        """The blocks up to the token of type `end`, which is passed."""
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == end:
                break
            reader = self._readers.get(token.type)
            if reader:
                block = reader(token)
                found.extend(block if isinstance(block, tuple) else (block,))
            elif token.type == "inline":
                found.append(Paragraph(self._inliner.spans(token)))
            elif token.type == "html_block" and token.content.strip():
                found.append(Paragraph((Span(token.content.strip()),)))
        return tuple(found)

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _paragraph(self, _opening: Token) -> Block:
        spans = self._inliner.spans(self._next())
        while self._next().type != "paragraph_close":
            pass  # the anchor that leads back from a footnote
        return Paragraph(spans)

    def _heading(self, opening: Token) -> Block:
        spans = self._inliner.spans(self._next())
        self._next()
        slug = heading_slug("".join(span.text for span in spans))
        times = self._slugs.get(slug, 0)
        self._slugs[slug] = times + 1
        return Heading(int(opening.tag[1:]), spans, f"{slug}-{times}" if times else slug)

    def _quote(self, _opening: Token) -> Block | Blocks:
        head = self._head_of_quote()
        if head and spoiler_stamp(head.content) is not None:
            # Known by now, so it is ordinary text; its mark and stamp are for the file only.
            _drop_mark(head)
            return _without_empty(self.blocks("blockquote_close"))
        callout = _CALLOUT.match(head.content) if head else None
        if head is None or callout is None:
            return Quote(self.blocks("blockquote_close"))
        _drop_line(head)
        blocks = _without_empty(self.blocks("blockquote_close"))
        return Quote(blocks, callout["mark"].lower(), callout["words"].strip())

    def _head_of_quote(self) -> Token | None:
        """The inline token that a quote begins with, when it begins with a paragraph or heading."""
        after = self._tokens[self._at : self._at + 2]
        opens = len(after) == 2 and after[0].type in ("paragraph_open", "heading_open")
        return after[1] if opens else None

    def _items(self, opening: Token) -> Block:
        closing = opening.type.replace("_open", "_close")
        numbered = opening.type == "ordered_list_open"
        items: list[Item] = []
        loose = False
        while (token := self._next()).type != closing:
            if token.type != "list_item_open":
                continue
            first = self._tokens[self._at : self._at + 2]
            loose = loose or (len(first) == 2 and first[0].type == "paragraph_open" and not first[0].hidden)
            done = _task(first[1]) if len(first) == 2 and first[1].type == "inline" else None
            items.append(Item(self.blocks("list_item_close"), done))
        start = opening.attrs.get("start", 1)
        return Items(tuple(items), int(start) if numbered else None, loose)

    def _table(self, _opening: Token) -> Block:
        rows: list[list[Spans]] = []
        alignment: list[str] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                alignment.append(str(token.attrs.get("style", "text-align:left")).removeprefix("text-align:"))
            elif token.type == "inline":
                rows[-1].append(self._inliner.spans(token))
        header, *body = [tuple(row) for row in rows]
        return Table(header, tuple(body), tuple(alignment))

    def _footnotes(self, _opening: Token) -> Blocks:
        notes: list[Block] = []
        while (token := self._next()).type != "footnote_block_close":
            if token.type == "footnote_open":
                notes.append(Footnote(int(token.meta["id"]) + 1, self.blocks("footnote_close")))
        return tuple(notes)


def _code(token: Token) -> Block:
    language = token.info.split()
    return Code(token.content.rstrip("\n"), language[0] if language else "")


def _drop_mark(inline: Token) -> None:
    """Takes the mark and stamp of a spoiler out of its first line."""
    first = inline.children[0] if inline.children else None
    if first is not None and first.type == "text":
        first.content = without_mark(first.content)
        if not first.content:
            _drop_line(inline)


def _drop_line(inline: Token) -> None:
    """Takes the first line out of a paragraph, with the line break behind it."""
    children = inline.children or []
    breaks = [number for number, child in enumerate(children) if child.type in ("softbreak", "hardbreak")]
    del children[: breaks[0] + 1 if breaks else len(children)]


def _without_empty(blocks: Blocks) -> Blocks:
    """Without the paragraph that held nothing but a mark."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph | Heading) and not "".join(span.text for span in first.spans).strip():
        return blocks[1:]
    return blocks


def _task(inline: Token) -> bool | None:
    """Whether a list item's box is ticked; None when it has no box."""
    box = inline.children[0] if inline.children else None
    if box is None or box.type != "html_inline" or "task-list-item-checkbox" not in box.content:
        return None
    return 'checked="checked"' in box.content
