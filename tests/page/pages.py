"""Pages made by tests out of a few lines of Markdown."""

from __future__ import annotations

from aotad_tui.cells import plain
from aotad_tui.page.blocks import Blocks
from aotad_tui.page.layout import lay_out
from aotad_tui.page.page import Page
from aotad_tui.page.parse import parse
from aotad_tui.story.edition import Edition
from aotad_tui.story.story import Story
from aotad_tui.story.values import NO_GROUNDS, Grounds, Source
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


def tale(text: str, title: str = "A page", grounds: Grounds = NO_GROUNDS, sources: tuple[Source, ...] = ()) -> Story:
    """A story with that text as its page and a few people and pages that it may speak of."""
    page = section("part/page", file="10-part/10-page.md", title=title, grounds=grounds)
    return story(*CAST, sections=(page, OTHER, LATER), sources=sources, texts=Pages({page.file: text}))


def opened(whole: Story, seen: int = LENGTH) -> Page:
    """The first page of a story."""
    now = whole.as_of(seen)
    return Page(Edition(now), now.sections[0])


def page_of(text: str, seen: int = LENGTH) -> Page:
    return opened(tale(text), seen)


def blocks_of(text: str, seen: int = LENGTH) -> Blocks:
    now = tale(text).as_of(seen)
    here = now.sections[0]
    return parse(now.text(here), Edition(now), here)


def rows_of(text: str, cells: int, seen: int = LENGTH) -> list[str]:
    """The rows of a text without the title above it."""
    return [plain(line) for line in lay_out(blocks_of(text, seen), cells)[0]]
