"""Properties of pages of nested blocks. Each page knows its words and the position from which each is visible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import assume, given
from hypothesis import strategies as st

from aotad_tui.markdown import blocks_parser, full_parser, top_level_blocks
from aotad_tui.story.spoiler_removal import hide_spoilers
from aotad_tui.story.spoilers import spoiler_stamp
from aotad_tui.story.story import Story

from .stories import LENGTH, Pages, positions, section, story, timeline


@dataclass
class Block:
    """A container ("quote", "item"), a spoiler (its stamp), or a leaf ("text", "fence", "table")."""

    kind: str
    stamp: int = 0
    inner: list[Block] = field(default_factory=list)
    lazy: bool = False


leaves = st.builds(Block, st.sampled_from(["text", "fence", "table"]), lazy=st.booleans())
blocks = st.recursive(
    leaves,
    lambda inner: st.builds(
        Block,
        st.sampled_from(["quote", "item", "spoiler", "spoiler"]),
        st.integers(0, LENGTH),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


class Page:
    """A page made of blocks, with the position from which each of its words is visible."""

    def __init__(self, page: list[Block]) -> None:
        self.words: dict[str, int] = {}
        self.nested = False
        self.text = "\n".join("\n".join([*self._lines(block, 0), ""]) for block in page)

    def _word(self, since: int) -> str:
        word = f"word{len(self.words)}x"
        self.words[word] = since
        return word

    def _lines(self, block: Block, since: int, *, within: bool = False) -> list[str]:
        if block.kind == "fence":
            return ["```", "> [!spoiler] 9", self._word(since), "```"]
        if block.kind == "table":
            return ["| head |", "|---|", f"| {self._word(since)} |"]
        if block.kind == "text":
            return [self._word(since), self._word(since)]
        if block.kind == "spoiler":
            self.nested |= within
            within = True
            since = max(since, block.stamp)
            inner = [f"[!spoiler] {block.stamp or 'start'}", self._word(since), ""]
        else:
            inner = [self._word(since), ""]  # so that no inner spoiler comes first
        for inner_block in block.inner:
            inner += [*self._lines(inner_block, since, within=within), ""]
        inner.pop()
        if block.kind == "item":
            return [("- " if not number else "  " if line else "") + line for number, line in enumerate(inner)]
        quoted = [f"> {line}".rstrip() for line in inner]
        if block.inner[-1].kind == "text" and block.inner[-1].lazy:
            quoted[-1] = quoted[-1].lstrip("> ")  # a lazy continuation line of the paragraph
        return quoted


pages = st.lists(blocks, min_size=1, max_size=4).map(Page)

QUOTES = ("> [!spoiler] 4", "> > [!spoiler] 7", "- > [!spoiler] 4", "   > [!spoiler]", "> ", ">", "> > ", ">> ")
MARKERS = (
    "- ",
    "1. ",
    "  ",
    "    ",
    "\t",
    "```",
    "~~~",
    "> ```",
    "# ",
    "***",
    "===",
    "| a |",
    "|---|",
    "[^1]: ",
    "<div>",
)
_SIGNS = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[\s>]+|$))*")
WORDS = ("secret", "word", "[a]: /b", "\n", "\n", "\n", "\n\n", "\n\n", "\r\n")
anything = st.lists(st.sampled_from(QUOTES + MARKERS + WORDS), max_size=25).map("".join)


@given(pages, positions)
def test_a_word_is_visible_exactly_from_its_spoilers_point_on(page: Page, seen: int) -> None:
    assume(not page.nested)
    shown = hide_spoilers(page.text, timeline(), seen)
    assert {word for word in page.words if word in shown} == {
        word for word, since in page.words.items() if since <= seen
    }


@given(pages)
def test_at_the_end_a_page_is_unchanged(page: Page) -> None:
    assert hide_spoilers(page.text, timeline(), LENGTH) == page.text


@given(pages, positions)
def test_hidden_words_are_never_in_the_text_of_a_story(page: Page, seen: int) -> None:
    whole: Story = story(sections=(section("page"),), texts=Pages({"page.md": page.text}))
    text = whole.as_of(seen).text(whole.sections[0])
    assert not any(word in text for word, since in page.words.items() if since > seen)


def _stamps_of_quotes(text: str) -> Iterator[str]:
    """The stamp of every spoiler quote that the page would draw, from the parser that the page uses."""
    tokens = full_parser().parse(text)
    for number, token in enumerate(tokens):
        if token.type == "blockquote_open":
            first = next((item for item in tokens[number:] if item.type in ("inline", "blockquote_close")), token)
            stamp = spoiler_stamp(first.content) if first.type == "inline" else None
            if stamp is not None:
                yield stamp


@given(anything, positions)
def test_no_page_contains_a_hidden_spoiler_quote_whatever_the_text(text: str, seen: int) -> None:
    for stamp in _stamps_of_quotes(hide_spoilers(text, timeline(), seen)):
        position = timeline().position(stamp)
        assert (LENGTH if position is None else position) <= seen


@given(anything)
def test_blocks_parsed_one_by_one_equal_those_of_the_whole_text(text: str) -> None:
    text = text.replace("\r\n", "\n")
    one_by_one = [token for _, _, block in top_level_blocks(text) for token in block]
    assert [token.as_dict() for token in one_by_one] == [token.as_dict() for token in blocks_parser().parse(text)]


def _words(text: str) -> list[str]:
    """The lines of a text without the markers of quotes and items, since text can move up to a marker."""
    bare = (_SIGNS.sub("", line).strip() for line in text.replace("\r\n", "\n").split("\n"))
    return [line for line in bare if line]


@given(anything, positions, positions)
def test_hiding_only_deletes_lines_and_is_idempotent(text: str, first: int, second: int) -> None:
    shown = hide_spoilers(text, timeline(), first)
    lines = iter(_words(text))
    assert all(line in lines for line in _words(shown))
    assert hide_spoilers(shown, timeline(), max(first, second)) == shown


@given(anything, positions, positions)
def test_a_later_point_never_shows_fewer_lines(text: str, first: int, second: int) -> None:
    fewer = _words(hide_spoilers(text, timeline(), min(first, second)))
    more = iter(_words(hide_spoilers(text, timeline(), max(first, second))))
    assert all(line in more for line in fewer)
