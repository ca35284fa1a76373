"""Rules of inline Markdown beyond CommonMark, for markdown-it: what Obsidian and GitHub's readers write.

Wikilinks and embeds, `==highlights==`, block ids (` ^id` at the end of a block, which nobody sees), and the HTML that
rows of cells can express. Where it can, a rule makes the tokens of CommonMark, so that no reader of tokens needs to
know HTML. New are `wikilink` (its target is the content, its words are in `meta`), `mark_open` and `mark_close`,
`kbd_open` and `kbd_close`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from aotad_tui.markdown_internals import definition_key

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from aotad_tui.markdown_internals import InlineRule

WORDS = "words"
"""The key of a wikilink's words in its token's meta; "" where it has none of its own."""

_WIKILINK = re.compile(r"(?P<embed>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]")
_MEDIA = re.compile(
    r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp|flac|m4a|mp3|ogg|wav|3gp|mkv|mov|mp4|ogv|webm|pdf)\Z", re.IGNORECASE
)
_SIZE = re.compile(r"(?:^|\|)\d+(?:x\d+)?\Z")
_HIGHLIGHT = re.compile(r"==(?P<words>(?=[^\s=])(?:[^=\n]|=(?!=))*?)(?<=\S)==")
_BLOCK_ID = re.compile(r"\^(?P<id>[A-Za-z\d-]+)[ \t]*\Z")

_ATTRIBUTES = r"""(?:\s++[^\s"'=<>/`]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+"""
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z\d]*+)(?P<attributes>{_ATTRIBUTES})/?>")
_ATTRIBUTE = re.compile(r"""(?P<key>[^\s"'=<>/`]+)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'=<>`]+))""")
_SMALL = re.compile(r"<(?P<name>su[bp])>(?P<text>[^<&*_`\[\]\n]+)</(?P=name)>", re.IGNORECASE)
_STYLES = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("s", "del", "strike"), "s"),
    **dict.fromkeys(("kbd", "code", "tt", "samp"), "kbd"),
    "mark": "mark",
}
_BLOCKS = {
    **dict.fromkeys(("article", "center", "details", "div", "figure", "footer", "header", "main", "p", "section"), ""),
    **dict.fromkeys(("figcaption", "summary", "h1", "h2", "h3", "h4", "h5", "h6"), "strong"),
}
"""Elements that begin on a line of their own, with the style of their text."""
_WRAPPERS = frozenset(("a", "abbr", "big", "font", "ins", "picture", "small", "source", "span", "sub", "sup", "u"))
_UNDRAWN = re.compile(
    rf"(?:\s++|</?(?:{'|'.join(sorted(_WRAPPERS | {name for name, style in _BLOCKS.items() if not style}))})"
    rf"{_ATTRIBUTES}/?>)*+(?:\^[A-Za-z\d-]+\s*)?",
    re.IGNORECASE,
)
"""A text of nothing but tags and a block id."""
_SUPERSCRIPTS = dict(
    zip("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)
)
_SUBSCRIPTS = dict(zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_DROPPED_TAG = "dropped_tag"
"""The type of the token of a tag that draws nothing, until a text is trimmed."""
_BREAK, _BLOCK_END = "<br>", "block"
"""The markup of the tokens of a line break, and of a break between elements that begin on lines of their own."""
_MOST_SMALL_LETTERS = 3
"""More small letters in a row, such as a whole word, cannot be read."""


def rules() -> dict[str, InlineRule]:
    """The rules by name."""
    return {
        "wikilink": _wikilink,
        "highlight": _highlight,
        "block_id": _block_id,
        "small": _small,
        "html_tag": _html_tag,
    }


def is_drawn(markdown: str) -> bool:
    """Whether anything of a text is drawn: not if it is nothing but tags that are dropped, and a block id."""
    return markdown[:1] not in ("<", "^") or _UNDRAWN.fullmatch(markdown) is None


def anchors_in(markdown: str) -> Iterator[str]:
    """The names in a text that links can lead to: the `id` and `name` of tags, and `^id` for its block id."""
    if "<" in markdown:
        for tag in _TAG.finditer(markdown):
            attributes = _attributes(tag)
            yield from (attributes[key] for key in ("id", "name") if attributes.get(key))
    if "^" in markdown and (block_id := _BLOCK_ID.search(markdown)) and _may_begin(markdown, block_id.start()):
        yield f"^{block_id['id']}"


def image_words(image: Token) -> str:
    """The words of an image: the text in its brackets without markup, and without a size as in `![alt|100](…)`."""
    words = "".join(
        image_words(token) if token.type == "image" else " " if token.type == "softbreak" else token.content
        for token in image.children or []
    )
    return _SIZE.sub("", words)


def _wikilink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    match = _WIKILINK.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "[!" else None
    if match is None or definition_key(match["target"]) in state.env.get("references", ()):
        return False
    if not silent:
        target, words = match["target"].rstrip("\\").strip(), (match["words"] or "").strip()
        if match["embed"]:
            words = _SIZE.sub("", words)
        if match["embed"] and _MEDIA.search(target):
            _push_image(state, words or target.rpartition("/")[2])
        else:
            token = state.push("wikilink", "", 0)
            token.content = target
            token.meta[WORDS] = words
    state.pos = match.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    match = _HIGHLIGHT.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "=" else None
    if match is None:
        return False
    if not silent:
        state.push("mark_open", "mark", 1)
        end, state.pos, state.posMax = state.posMax, match.start("words"), match.end("words")
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push("mark_close", "mark", -1)
    state.pos = match.end()
    return True


def _block_id(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    if state.src[state.pos] != "^" or not _may_begin(state.src, state.pos):
        return False
    match = _BLOCK_ID.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.pending = state.pending.rstrip()
        if not state.pending and state.tokens and state.tokens[-1].type in ("softbreak", "hardbreak"):
            state.tokens.pop()
            state.tokens_meta.pop()
    state.pos = match.end()
    return True


def _may_begin(text: str, at: int) -> bool:
    """Whether a block id may begin there: after white space, or at the beginning."""
    return at == 0 or text[at - 1].isspace()


def _small(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    """`<sub>` and `<sup>` with characters that have a small form."""
    match = _SMALL.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "<" else None
    if match is None:
        return False
    forms = _SUPERSCRIPTS if match["name"].lower() == "sup" else _SUBSCRIPTS
    text = match["text"].replace("\N{MINUS SIGN}", "-")
    if not forms.keys() >= set(text) or sum(map(str.isalpha, text)) > _MOST_SMALL_LETTERS:
        return False
    if not silent:
        state.pending += "".join(forms[character] for character in text)
    state.pos = match.end()
    return True


def _html_tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    tag = _TAG.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "<" else None
    if tag is None:
        return False
    name, is_closing = tag["name"].lower(), bool(tag["slash"])
    if name not in _WRAPPERS and name not in _STYLES and name not in _BLOCKS and name not in ("br", "img"):
        return False
    if not silent:
        attributes = _attributes(tag)
        if name == "br":
            state.push("hardbreak", "br", 0).markup = _BREAK
        elif name == "img":
            _push_image(state, attributes.get("alt", ""))
        elif name == "a" and (is_closing or "href" in attributes):
            _push_pair(state, "link", is_closing=is_closing, href=attributes.get("href", ""))
        elif name in _STYLES:
            _push_pair(state, _STYLES[name], is_closing=is_closing)
        elif name in _BLOCKS:
            _push_block(state, _BLOCKS[name], is_closing=is_closing)
        else:
            state.push(_DROPPED_TAG, "", 0)
    state.pos = tag.end()
    return True


def _attributes(tag: re.Match[str]) -> dict[str, str]:
    """The attributes of a tag that have a value, by their names in lower case."""
    return {
        match["key"].lower(): unescape(match["a"] or match["b"] or match["c"] or "")
        for match in _ATTRIBUTE.finditer(tag["attributes"])
    }


def _push_image(state: StateInline, words: str) -> None:
    from markdown_it.token import Token

    image = state.push("image", "img", 0)
    image.content = words
    image.children = [Token("text", "", 0, content=words)]


def _push_pair(state: StateInline, kind: str, *, is_closing: bool, href: str = "") -> None:
    """Push one end of a pair. Tags need not match, so that the parser must not take this for an end of its own."""
    token = state.push(f"{kind}_close" if is_closing else f"{kind}_open", "a" if kind == "link" else kind, 0)
    token.nesting = -1 if is_closing else 1
    if href:
        token.attrs["href"] = href


def _push_block(state: StateInline, style: str, *, is_closing: bool) -> None:
    """Push one end of an element that begins on a line of its own."""
    if style and is_closing:
        _push_pair(state, style, is_closing=True)
    state.push("hardbreak", "br", 0).markup = _BLOCK_END
    if style and not is_closing:
        _push_pair(state, style, is_closing=False)


def trim(state: StateInline) -> None:
    """Remove the white space that tags leave at both ends of a line, and lines with nothing on them."""
    if not any(token.type == _DROPPED_TAG or token.markup in (_BREAK, _BLOCK_END) for token in state.tokens):
        return
    lines: list[list[Token]] = [[]]
    for token in state.tokens:
        if token.markup == _BLOCK_END:
            lines.append([token])
        elif token.type != _DROPPED_TAG:
            lines[-1].append(token)
    kept: list[Token] = []
    for line in lines:
        drawn = [number for number, token in enumerate(line) if token.nesting == 0 and not _is_blank(token)]
        if drawn and kept and line[0].markup == _BLOCK_END:
            kept.append(line[0])
        first, last = (drawn[0], drawn[-1]) if drawn else (len(line), -1)
        kept += (token for number, token in enumerate(line) if token.nesting or first <= number <= last)
        if drawn:
            line[first].content = line[first].content.lstrip(" ")
            line[last].content = line[last].content.rstrip(" ")
    state.tokens[:] = kept


def _is_blank(token: Token) -> bool:
    return token.type in ("softbreak", "hardbreak") or (token.type == "text" and not token.content.strip())
