"""The inside of a paragraph: Markdown's inline tokens to spans, links resolved and people's names made live."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from aotad_tui.cells import Span, slice_spans
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, WIKILINK
from aotad_tui.story.values import Section

from .blocks import Spans

if TYPE_CHECKING:
    from markdown_it.token import Token

T = TypeVar("T")

_STYLES = {"strong": "strong", "em": "em", "s": "strike"}


class Inliner:
    """Makes spans for one section. `near`: the people whom an ambiguous name may mean here."""

    def __init__(self, edition: Edition, section: Section, near: Collection[str]) -> None:
        self._edition = edition
        self._section = section
        self._near = near

    def spans(self, token: Token) -> Spans:
        """What stands in an inline token."""
        return self._with_names(tuple(self._walk(token.children or [])))

    def _walk(self, tokens: list[Token]) -> Iterator[Span]:
        styles: list[str] = []
        links: list[str | None] = []
        for token in tokens:
            style = " ".join(styles)
            link = links[-1] if links else None
            if link:
                style = f"{style} link".strip()
            kind = token.type.removesuffix("_open").removesuffix("_close")
            if kind == "link":
                _turn(links, token, self._target(token))
            elif kind in _STYLES:
                _turn(styles, token, _STYLES[kind])
            elif token.type == "text":
                yield from self._text(token.content, style, link)
            elif token.type == "code_inline":
                yield Span(token.content, f"{style} code".strip(), link)
            elif token.type == "softbreak":
                yield Span(" ", style, link)
            elif token.type == "hardbreak":
                yield Span("\n", style, link)
            elif token.type == "image":
                words = token.content or "without words"
                yield Span(f"[image: {words}]", f"{style} image".strip(), link)
            elif token.type == "footnote_ref":
                yield Span(f"[{int(token.meta['id']) + 1}]", f"{style} footnote".strip())
            elif token.type not in ("html_inline", "footnote_anchor"):
                yield Span(token.content, style, link)

    def _target(self, token: Token) -> str | None:
        target = token.attrs.get("href") if token.nesting > 0 else None
        return self._edition.links.resolve(str(target), self._section) if target else None

    def _text(self, text: str, style: str, link: str | None) -> Iterator[Span]:
        """Plain text, in which `[[wikilinks]]` may stand."""
        at = 0
        for match in WIKILINK.finditer(text):
            yield Span(text[at : match.start()], style, link)
            words = match["text"] or match["target"].partition("#")[0]
            target = self._edition.links.resolve_wikilink(match["target"])
            yield Span(words, f"{style} link".strip() if target else style, target)
            at = match.end()
        if at < len(text):
            yield Span(text[at:], style, link)

    def _with_names(self, spans: Spans) -> Spans:
        """The spans with the names in them live; a name may run through several styles, but not into a link."""
        text = "".join("\ufffc" * len(span.text) if _closed(span) else span.text for span in spans)
        found: list[Span] = []
        at = 0
        for mention in self._edition.mentions.find(text, self._near, self._section.unnamed):
            found.extend(slice_spans(spans, at, mention.start))
            link = CHARACTER + mention.who
            named = slice_spans(spans, mention.start, mention.end)
            found.extend(replace(span.styled("name"), link=link) for span in named)
            at = mention.end
        found.extend(slice_spans(spans, at, len(text)))
        return tuple(found)


def _turn(stack: list[T], token: Token, value: T) -> None:
    """Notes that something begins or ends with a token."""
    if token.nesting > 0:
        stack.append(value)
    elif stack:
        stack.pop()


def _closed(span: Span) -> bool:
    """Whether names in a span stay as they are."""
    return span.link is not None or "code" in span.style.split() or "image" in span.style.split()
