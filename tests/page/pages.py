"""Pages of short texts, and what they show."""

from __future__ import annotations

import re
from typing import Any

from aotad_tui.cells import Line, Span, plain
from aotad_tui.page.leaf_blocks import LeafBlock
from aotad_tui.page.page import Page
from aotad_tui.page.page_links import people_in
from aotad_tui.page.rows import OUTSIDE_TEXT
from aotad_tui.page.tables import Table
from aotad_tui.story.grounds import NO_GROUNDS, Grounds, Source
from aotad_tui.story.story import Story
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, Pages, person, section, stages, story

ON_JO = person(
    "on-jo",
    name_stages=stages((0, "Nam On-jo")),
    native_stages=stages((0, "남온조")),
    aliases=stages((0, "On-jo"), (0, "온조")),
)
CHEONG_SAN = person("cheong-san", since=3, name_stages=stages((3, "Lee Cheong-san")), aliases=stages((3, "Cheong-san")))
SU = person("su", name_stages=stages((0, "Lee Su-hyeok")), aliases=stages((0, "Lee")))
LEE = person("lee", name_stages=stages((0, "Lee Na-yeon")), aliases=stages((0, "Lee")))
CAST = (ON_JO, CHEONG_SAN, SU, LEE)

OTHER = section("part/other", file="10-part/20-other.md", title="Another page", aliases=("The other",))
LATER = section("part/later", since=5, file="10-part/30-later.md", title="A later page")


def page(text: str, *characters: Character, **more: Any) -> Page:
    """A page of that text with the title "Here", not parsed yet. The story has a second section, "there"."""
    here = section("here", title="Here", **more)
    whole = story(
        *characters, sections=(here, section("there")), texts=Pages({"here.md": text, "there.md": "# Part two\n"})
    )
    return Page(VisibleStory(whole), here)


def lines(text: str, cells: int, *characters: Character) -> list[str]:
    """The lines of a text at a width, without its title."""
    return [plain(line).rstrip() for line in page(text, *characters).lines(cells)][2:]


def spans(text: str, *characters: Character) -> list[Span]:
    """All spans of a text, without its title, at a width that breaks nothing."""
    return [span for line in list(page(text, *characters).lines(10_000))[2:] for span in line]


def links(text: str, *characters: Character) -> dict[str, str]:
    """The target of each link by the text of the link."""
    return {span.text: str(span.link) for span in spans(text, *characters) if span.link}


def words(some: Page) -> str:
    """The text of a page without the signs beside it and without white space."""
    some.read_all()
    sheet = some.layout(10_000)
    rows = (row for leaf in range(1, len(some.leaves)) for row in sheet.rows(leaf))
    text = (span.text for row in rows for span, at in zip(row.spans, row.starts, strict=True) if at != OUTSIDE_TEXT)
    return re.sub(r"\s+", "", "".join(text))


def story_with(
    text: str, title: str = "A page", grounds: Grounds = NO_GROUNDS, sources: tuple[Source, ...] = ()
) -> Story:
    """A story with that text as its first page, and a few people and pages that it may mention."""
    here = section("part/page", file="10-part/10-page.md", title=title, grounds=grounds)
    return story(*CAST, sections=(here, OTHER, LATER), sources=sources, texts=Pages({here.file: text}))


def parsed_page(whole: Story, seen: int = LENGTH) -> Page:
    """The first page of a story, parsed to its end."""
    now = whole.as_of(seen)
    first = Page(VisibleStory(now), now.sections[0])
    first.read_all()
    return first


def page_of(text: str, seen: int = LENGTH) -> Page:
    """The page of a text in such a story, parsed to its end."""
    return parsed_page(story_with(text), seen)


def leaves_of(text: str, seen: int = LENGTH) -> list[LeafBlock]:
    """The leaf blocks of a text, without its title."""
    return page_of(text, seen).leaves[1:]


def drawn_lines(text: str, cells: int, seen: int = LENGTH) -> list[Line]:
    """The lines of a text at a width, without its title."""
    return list(page_of(text, seen).lines(cells))[2:]


def rows_of(text: str, cells: int, seen: int = LENGTH) -> list[str]:
    """The text of those lines, trailing spaces included."""
    return [plain(line) for line in drawn_lines(text, cells, seen)]


def text_rows(some: Page, cells: int) -> list[str]:
    """The text of all rows of a page."""
    return [plain(line) for line in some.lines(cells)]


def heading_rows(some: Page, cells: int) -> list[tuple[str, int]]:
    """The text and the first row of each heading."""
    sheet = some.layout(cells)
    gaps = [some.leaves[heading.leaf].gap is not None for heading in some.headings]
    for number in range(len(some.leaves)):
        sheet.rows(number)
    return [(heading.text, sheet.row_of(heading.leaf) + gap) for heading, gap in zip(some.headings, gaps, strict=True)]


def people_named(some: Page, cells: int = 400) -> tuple[str, ...]:
    """The ids of all people linked on a page, each once, in order."""
    sheet = some.layout(cells)
    return people_in(row for leaf in range(len(some.leaves)) for row in sheet.rows(leaf))


def spans_of(text: str, seen: int = LENGTH) -> tuple[Span, ...]:
    """The spans of a text of one paragraph."""
    some = page_of(text, seen)
    assert len(some.leaves) == 2
    content = some.content(1)
    assert not isinstance(content, Table)
    return content


def text_of(text: str, seen: int = LENGTH) -> str:
    """The rendered text of one paragraph of Markdown."""
    return "".join(span.text for span in spans_of(text, seen))


def links_of(text: str, seen: int = LENGTH) -> list[tuple[str, str]]:
    """The text and the target of each link in a paragraph."""
    return [(span.text, str(span.link)) for span in spans_of(text, seen) if span.link]
