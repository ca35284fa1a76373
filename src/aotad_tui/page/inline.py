"""Inline text: Markdown's inline tokens to spans, with links resolved and names of people linked."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from aotad_tui.cells import Span, split_spans
from aotad_tui.cleaning import breakable_line, single_line
from aotad_tui.inline_rules import WORDS, image_words
from aotad_tui.link import Link, LinkKind, NoteEnd
from aotad_tui.markdown import SIGNS, full_parser, parser_without_brackets
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .leaf_blocks import Spans

if TYPE_CHECKING:
    from markdown_it.token import Token

    from aotad_tui.markdown_internals import Env

T = TypeVar("T")

_STYLES = {"strong": "strong", "em": "em", "s": "strike", "mark": "mark", "kbd": "code"}
# GitHub's autolinks: addresses in plain text.
_ADDRESS = re.compile(r"(?<![\w/@.])(?:https?://|www\.)[^\s<]+|(?<![\w.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\w[\w-]*\w")
_MAY_LINK = re.compile(r"://|www\.|@")  # A quick test for addresses in plain text.
_ENTITY = re.compile(r"&[^\W_]+;\Z")  # Punctuation at the end is not part of an address.
_SPECIAL = re.compile(f"[{SIGNS}]")
# The constructs of most paragraphs: lines of text, words between stars, and links inside the guide. Stars with only
# letters and digits next to them on the inside always belong together.
_SIMPLE = re.compile(
    rf"(?P<text>[^{SIGNS}]+)"
    rf"|(?P<stars>\*\*?)(?P<emphasised>[^\W_](?:[^{SIGNS}]*[^\W_])?)(?P=stars)(?!\*)"
    rf"|\[(?P<words>[^{SIGNS}]+)\]\((?P<target>(?:{LinkKind.CHARACTER}:)?[A-Za-z\d./#_-]+)\)"
    r"|(?<![ \t])\n(?![ \t])"
)


class Inliner:
    """Makes spans of a section's Markdown. `context`: the people whom an ambiguous name may mean here.

    `has_place`: whether a fragment may lead to a place in the section. A link to any other one is plain text.
    """

    def __init__(
        self,
        visible: VisibleStory,
        section: Section,
        context: Collection[str],
        env: Env,
        has_place: Callable[[str], bool] = lambda _: True,
    ) -> None:
        self._visible = visible
        self._context = context
        self._section = section
        self._env = env
        self._parser = full_parser()
        self._parsed: dict[str, list[Token]] = {}
        self._resolved: dict[str, Link | None] = {}
        """The links of the targets in the section, which are drawn more than once."""
        self._has_place = has_place

    def spans(self, markdown: str) -> Spans:
        """The spans of a text."""
        return self._with_names(self.unnamed(markdown))

    def unnamed(self, markdown: str) -> Spans:
        """The spans of a text without links on names. Finding names takes most of the time."""
        if not _SPECIAL.search(markdown):
            return tuple(self._text(markdown, "", None)) if markdown else ()
        return self._simple(markdown) or tuple(self._walk(self._tokens(markdown)))

    def _simple(self, markdown: str) -> Spans:
        """The spans as the parser would make them, six times as fast; empty if the text contains anything else."""
        spans: list[Span] = []
        at = 0
        while at < len(markdown):
            match = _SIMPLE.match(markdown, at)
            if match is None:
                return ()
            at = match.end()
            text, stars, emphasised, words, target = match.groups()
            if text:
                spans += self._text(text, "", None)
            elif stars:
                spans += self._text(emphasised, "strong" if len(stars) == 2 else "em", None)
            elif words:
                link = self._resolve(target)
                spans += self._text(words, "link" if link else "", link, closed=True)
            else:
                spans.append(Span(" "))
        return tuple(spans)

    def plain(self, markdown: str) -> str:
        """The text that a reader sees."""
        if not _SPECIAL.search(markdown):
            return breakable_line(markdown)
        return "".join(span.text for span in self.unnamed(markdown))

    def remember(self, markdown: str, env: Env) -> None:
        """Parse a text once and store its tokens.

        Parsing a reference gives the note its number in `env`, which must not happen at each drawing.
        """
        if markdown not in self._parsed:
            self._parsed[markdown] = self._parse(markdown, env)

    def _tokens(self, markdown: str) -> list[Token]:
        if markdown in self._parsed:
            return self._parsed[markdown]
        return self._parse(markdown, self._env)

    def _parse(self, markdown: str, env: Env) -> list[Token]:
        children: list[Token] = []
        parser = self._parser if "]" in markdown else parser_without_brackets()
        parser.inline.parse(markdown, parser, env, children)
        return children

    def _walk(self, tokens: list[Token]) -> Iterator[Span]:
        styles: list[str] = []
        links: list[Link | None] = []
        text = ""  # Escaped characters and entities are separate tokens. They are joined with the text around them.
        for token in tokens:
            if token.type in ("text", "text_special"):
                text += token.content
                continue
            link = links[-1] if links else None
            style = " ".join((*styles, "link")) if link else " ".join(styles)
            if text:
                yield from self._text(text, style, link, closed=bool(links))
                text = ""
            kind = token.type.removesuffix("_open").removesuffix("_close")
            if kind == "link":
                _push_or_pop(links, token, self._target(token))
            elif kind in _STYLES:
                _push_or_pop(styles, token, _STYLES[kind])
            elif token.type == "code_inline":
                yield Span(single_line(token.content), f"{style} code".strip(), link)
            elif token.type == "softbreak":
                yield Span(" ", style, link)
            elif token.type == "hardbreak":
                yield Span("\n", style, link)
            elif token.type == "image":
                words = single_line(image_words(token)) or "no description"
                yield Span(f"[image: {words}]", f"image {style}".strip(), link)
            elif token.type == "wikilink":
                yield self._wikilink(token, style, link, closed=bool(links))
            elif token.type == "footnote_ref":
                number = int(token.meta["id"]) + 1
                note = NoteEnd(str(number)).link(self._section.id)
                yield Span(f"[{number}]", f"{style} footnote".strip(), note)
            elif token.type != "footnote_anchor":
                yield Span(single_line(token.content), style, link)
        if text:
            yield from self._text(text, " ".join(styles), None)

    def _target(self, token: Token) -> Link | None:
        target = token.attrs.get("href") if token.nesting > 0 else None
        return self._resolve(str(target)) if target else None

    def _resolve(self, target: str) -> Link | None:
        if target not in self._resolved:
            self._resolved[target] = self._visible.links.resolve(target, self._section)
        return self._with_place(self._resolved[target])

    def _with_place(self, link: Link | None) -> Link | None:
        """The link; None if it leads to a place in the section that does not exist."""
        is_own = link is not None and link.is_section and link.id == self._section.id and link.fragment
        return None if link is not None and is_own and not self._has_place(link.fragment) else link

    def _wikilink(self, token: Token, style: str, link: Link | None, *, closed: bool) -> Span:
        read = self._visible.links.read_wikilink(
            single_line(token.content), self._section, single_line(token.meta[WORDS])
        )
        target = self._with_place(read.link)
        if closed or target is None:
            return Span(read.words, style, link)
        return Span(read.words, f"{style} link".strip(), target)

    def _text(self, text: str, style: str, link: Link | None, *, closed: bool = False) -> Iterable[Span]:
        """Plain text, which may contain addresses, unless it is in a link already (`closed`)."""
        text = breakable_line(text)
        if closed or not _MAY_LINK.search(text):
            return (Span(text, style, link),) if text else ()
        return self._addresses(text, style, link)

    def _addresses(self, text: str, style: str, link: Link | None) -> Iterator[Span]:
        at = 0
        for match in _ADDRESS.finditer(text):
            words = _without_tail(match.group())
            full = words if "://" in words else f"http://{words}" if words.startswith("www.") else f"mailto:{words}"
            target = self._visible.links.resolve(full, self._section)
            if not target:
                continue
            if match.start() > at:
                yield Span(text[at : match.start()], style, link)
            yield Span(words, f"{style} link".strip(), target)
            at = match.start() + len(words)
        if at < len(text):
            yield Span(text[at:], style, link)

    def _with_names(self, spans: Spans) -> Spans:
        """The spans with names linked. A name may extend over several styles, but not into a link."""
        text = "".join("\ufffc" * len(span.text) if _closed(span) else span.text for span in spans)
        mentions = self._visible.mentions.find(text, self._context, self._section.unnamed)
        if not mentions:
            return spans
        positions = (position for mention in mentions for position in (mention.start, mention.end))
        before, *cut = split_spans(spans, positions)
        result = list(before)
        for mention, named, after in zip(mentions, cut[::2], cut[1::2], strict=True):
            link = self._visible.link_to(mention.meaning)
            result += [Span(span.text, f"{span.style} name".lstrip(), link) for span in named]
            result += after
        return tuple(result)


def _without_tail(address: str) -> str:
    """An address without the punctuation of its sentence."""
    while address:
        if entity := _ENTITY.search(address):
            address = address[: entity.start()]
        elif address[-1] in "?!.,:*_~'\"" or (address[-1] == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        else:
            break
    return address


def _push_or_pop(stack: list[T], token: Token, value: T) -> None:
    """Push the value of an opening token; pop that of a closing token."""
    if token.nesting > 0:
        stack.append(value)
    elif stack:
        stack.pop()


def _closed(span: Span) -> bool:
    """Whether names in a span stay plain."""
    return span.link is not None or (span.style != "" and not {"code", "image"}.isdisjoint(span.style.split()))
