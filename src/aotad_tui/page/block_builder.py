"""Builds leaf blocks from the block tokens of markdown-it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aotad_tui.cells import Span, expand_tabs, line_width, width
from aotad_tui.inline_rules import anchors_in, is_drawn
from aotad_tui.page.incremental.long_leaves import MORE
from aotad_tui.page.incremental.long_lists import PIECE, ListPiece
from aotad_tui.story.spoilers import spoiler_stamp, without_marker

from .callouts import CALLOUT_SIGNS, CALLOUT_STYLES
from .cutting import cut_row, cut_text, end_of_code
from .leaf_blocks import Body, Code, Grid, Label, LeafBlock, Prose, Rows, Rule, Spans

if TYPE_CHECKING:
    from markdown_it.token import Token

_CALLOUT = re.compile(rf"\[!(?P<mark>{'|'.join(CALLOUT_SIGNS)})\][+-]?[ \t]*(?P<words>[^\n]*)\n?", re.IGNORECASE)
_MARKDOWN = re.compile(r"[\\`*_~=\[&<^@/]")
"""The characters that begin inline markup. Without any of them, a callout is drawn as written."""
_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+")
_BULLETS = ("•", "◦", "▪")
_TAB = 4
_ROWS, _LONGEST_ROWS = 25, 20_000
"""The most rows of a table in a leaf block, and the most characters in them."""


@dataclass(slots=True)
class _Container:
    """A quote, a list or a list item around leaf blocks.

    `first`: the prefix of its very first line, `rest`: that of all other lines. `loose`: its blocks have gaps between
    them. `used`: it has a leaf block; `started`: it has a block. `marked`: it contains the marker of a spoiler. Of a
    list `start`: its first number, `number`: the items so far, `digits`: the width of the longest number.
    """

    first: Spans = ()
    rest: Spans = ()
    style: str = ""
    loose: bool = True
    used: bool = False
    started: bool = False
    item: bool = False
    marked: bool = False
    start: int | None = None
    number: int = 0
    digits: int = 0


class BlockBuilder:
    """Reads the tokens of a text once, from front to back. `sign`: the prefix of a footnote."""

    def __init__(self, sign: Span | None = None) -> None:
        self._tokens: list[Token] = []
        self._grid: Grid | None = None
        self.note_texts: dict[str, list[str]] = {}
        """The texts with footnotes that are not drawn as written, each with the texts that are drawn instead."""
        self._containers = [_Container(started=True)]
        if sign:
            self._containers = [_Container((sign,), (Span(" " * width(sign.text)),), started=True)]
        self._gap: Spans | None = ()
        self.anchors: list[str] = []
        """The names of places in texts that draw nothing, until the next leaf block."""
        self._skip = ""  # The marker with which the next text begins; it is not drawn.

    def leaves(self, tokens: list[Token]) -> Iterator[LeafBlock]:
        """The leaf blocks of the next block, with a gap above, or of the next piece of a block."""
        self._tokens = tokens
        if len(self._containers) == 1 and not (tokens and MORE in tokens[0].meta):
            self._gap = ()
        for at, token in enumerate(self._tokens):
            kind = token.type
            if kind in ("paragraph_open", "heading_open"):
                yield from self._prose(token, self._tokens[at + 1])
            elif kind == "blockquote_open":
                yield from self._open_quote(at)
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self._open_list(at)
            elif kind == "list_item_open":
                self._open_item()
            elif kind in ("blockquote_close", "bullet_list_close", "ordered_list_close"):
                self._containers.pop()
            elif kind == "list_item_close":
                yield from self._close_item(token)
            elif kind in ("fence", "code_block"):
                yield from self._code(token)
            elif kind == "hr":
                self._begin()
                yield self._leaf(Rule(), token)
            elif kind == "table_open":
                yield from self._table(at)

    def _begin(self, token: Token | None = None) -> None:
        """Begin a block.

        Set a gap above it, unless it is the first in its container, the container is tight or it continues.
        """
        container = self._containers[-1]
        if token and MORE in token.meta:
            self._gap = None
        elif container.started and container.loose and self._gap is None:
            self._gap = tuple(span for around in self._containers for span in around.rest)
        container.started = True

    def _leaf(self, body: Body, token: Token, lines: tuple[int, int] | None = None) -> LeafBlock:
        first = tuple(span for around in self._containers for span in (around.rest if around.used else around.first))
        rest = tuple(span for container in self._containers for span in container.rest)
        for container in self._containers:
            container.used = True
        gap, self._gap = self._gap, None
        anchors, self.anchors = tuple(self.anchors), []
        start, end = token.map or (0, 0)
        return LeafBlock(body, first, rest, gap, lines or (start, end), anchors)

    @property
    def _style(self) -> str:
        return "quoted" if any(container.style for container in self._containers) else ""

    def _prose(self, opening: Token, inline: Token) -> Iterator[LeafBlock]:
        text = inline.content
        if self._skip:
            text, self._skip = text.removeprefix(self._skip), ""
            if not text.strip():
                return
        if "[!" in text and (bare := _without_marks(text)) != text:
            if not bare:
                self._containers[-1].marked = True
                return
            text = bare
        if not is_drawn(text):
            self.anchors += anchors_in(text)
            return
        container = self._containers[-1]
        if not container.used and container.item and opening.type == "paragraph_open" and (task := _TASK.match(text)):
            box = Span("[ ] " if task["done"] == " " else "[x] ", "bullet")
            numbered = self._containers[-2].start is not None  # A box replaces a bullet, but follows a number.
            container.first = (*container.first, box) if numbered else (box,)
            container.rest = (Span(" " * line_width(container.first)),)
            text = text[task.end() :]
        self._begin(opening)
        level = int(opening.tag[1:]) if opening.type == "heading_open" else 0
        for number, piece in enumerate(cut_text(text)):
            self._record_note_text(inline.content, piece)
            yield self._leaf(Prose(piece, 0 if number else level, self._style), opening)

    def _record_note_text(self, text: str, piece: str) -> None:
        if piece != text and "^" in piece and "^[" in piece:
            self.note_texts.setdefault(text, []).append(piece)

    def _open_quote(self, at: int) -> Iterator[LeafBlock]:
        head = self._head_of_quote(at)
        if spoiler_stamp(head) is not None:
            self._containers[-1].marked = True
            self._open_container(_Container(loose=True))
            return
        callout = _CALLOUT.match(head)
        if callout is None:
            bar = (Span("│ ", "quote"),)
            self._open_container(_Container(bar, bar, "quoted"))
            return
        self._skip = callout.group()
        mark, words = callout["mark"].lower(), " ".join(callout["words"].split())
        style = CALLOUT_STYLES[mark]
        bar = (Span("│ ", f"quote {style}"),)
        self._open_container(_Container(bar, bar))
        title = f"{CALLOUT_SIGNS[mark]} {mark}" + (f" · {words}" if words else "")
        if _MARKDOWN.search(words):
            self._record_note_text(head, title)
            yield self._leaf(Prose(title, style=f"callout {style}"), self._tokens[at])
        else:
            yield self._leaf(Label((Span(title, f"callout {style}"),)), self._tokens[at])

    def _head_of_quote(self, at: int) -> str:
        """The text that a quote begins with, if it begins with a paragraph or a heading."""
        after = self._tokens[at + 1 : at + 3]
        opens = len(after) == 2 and after[0].type in ("paragraph_open", "heading_open")
        return after[1].content if opens else ""

    def _open_container(self, container: _Container) -> None:
        self._begin()
        self._containers.append(container)

    def _open_list(self, at: int) -> None:
        opening = self._tokens[at]
        closing = opening.type.replace("_open", "_close")
        count, loose = 0, False
        for token in self._tokens[at + 1 :]:
            if token.level == opening.level and token.type == closing:
                break
            count += token.level == opening.level + 1 and token.type == "list_item_open"
            loose = loose or (token.level == opening.level + 2 and token.type == "paragraph_open" and not token.hidden)
        piece: ListPiece | None = opening.meta.get(PIECE)
        container = _Container(loose=loose if piece is None else piece.loose)
        if opening.type == "ordered_list_open":
            container.start = piece.start if piece else int(opening.attrs.get("start", 1))
            container.number = piece.items_before if piece else 0
            container.digits = len(f"{container.start + container.number + count - 1}. ")
        self._open_container(container)
        if piece and piece.items_before and not piece.loose:
            self._gap = None

    def _open_item(self) -> None:
        around = self._containers[-1]
        if around.start is not None:
            sign = f"{around.start + around.number}. ".rjust(around.digits)
        else:
            depth = sum(container.item for container in self._containers)
            sign = f"{_BULLETS[min(depth, len(_BULLETS) - 1)]} "
        self._begin()
        around.number += 1
        item = _Container((Span(sign, "bullet"),), (Span(" " * width(sign)),), loose=around.loose, item=True)
        self._containers.append(item)

    def _close_item(self, token: Token) -> Iterator[LeafBlock]:
        """End an item. An empty item is drawn too, except one that contains only the marker of a spoiler."""
        item = self._containers[-1]
        if item.used or not item.marked:
            if not item.used:
                yield self._leaf(Prose(""), token)
            self._containers.pop()
            return
        self._containers.pop()
        self._containers[-1].number -= 1

    def _code(self, token: Token) -> Iterator[LeafBlock]:
        continues = MORE in token.meta
        if continues and not token.content.strip("\n"):
            return  # Blank lines at its end.
        self._begin(token)
        language = token.info.split()[:1]
        whole = "\n".join(expand_tabs(line, _TAB) for line in token.content.rstrip("\n").split("\n"))
        opened = 1 if token.type == "fence" else 0
        top = (token.map[0] if token.map else 0) + (opened if continues else 0)
        opened = 0 if continues else opened
        first = start = 0
        while start <= len(whole):
            end = end_of_code(whole, start)
            past = first + whole.count("\n", start, end)
            piece_lines = (top + (first + opened if start else 0), top + opened + past + 1)
            if token.map and end == len(whole):
                piece_lines = (piece_lines[0], token.map[1])
            yield self._leaf(Code(whole[start:end], language[0] if language else "", whole, start), token, piece_lines)
            is_line_end = whole.startswith("\n", end) or end == len(whole)
            first, start = past + is_line_end, end + is_line_end

    def _table(self, at: int) -> Iterator[LeafBlock]:
        self._begin(self._tokens[at])
        rows: list[list[str]] = []
        lines: list[int] = []
        alignment: list[str] = []
        for token in self._tokens[at + 1 :]:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
                lines.append(token.map[0] if token.map else 0)
            elif token.type == "th_open":
                alignment.append(str(token.attrs.get("style", "text-align:left")).removeprefix("text-align:"))
            elif token.type == "inline":
                rows[-1].append(token.content)
        pieces = [(line, piece) for line, row in zip(lines, rows, strict=True) for piece in cut_row(row)]
        opening = self._tokens[at]
        if MORE not in opening.meta or self._grid is None:
            (_, header), *pieces = pieces
            self._grid = Grid(header, [], tuple(alignment))
            top, last = lines[0], lines[0] + 1
        else:
            pieces = [(line, piece) for line, piece in pieces if line > lines[0]]
            top = last = pieces[0][0]
        grid, start, characters = self._grid, len(self._grid.rows), 0
        for line, piece in pieces:
            size = sum(map(len, piece))
            if len(grid.rows) - start == _ROWS or (characters and characters + size > _LONGEST_ROWS):
                yield self._leaf(Rows(grid, start, len(grid.rows)), opening, (top, last + 1))
                start, top, characters = len(grid.rows), line, 0
            grid.rows.append(piece)
            characters += size
            last = max(line, last)
        yield self._leaf(Rows(grid, start, len(grid.rows)), opening, (top, last + 1))


def _without_marks(text: str) -> str:
    """A text without the spoiler markers at the beginning of its lines, which only matter in the file."""
    lines = (line if spoiler_stamp(line) is None else without_marker(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line).strip()
