"""Pages of texts made by hand, and what a person sees of them."""

from __future__ import annotations

import re
from typing import Any

from aotad_tui.cells import Span, plain
from aotad_tui.page.page import Page
from aotad_tui.page.rows import BESIDE
from aotad_tui.story.edition import Edition
from aotad_tui.story.values import Character
from tests.story.stories import Pages, section, story


def page(text: str, *characters: Character, **more: Any) -> Page:
    """A page of that text, its title "Here"; nothing of it is read yet. There is a section "there" beside it."""
    here = section("here", title="Here", **more)
    tale = story(
        *characters, sections=(here, section("there")), texts=Pages({"here.md": text, "there.md": "# Part two\n"})
    )
    return Page(Edition(tale), here)


def lines(text: str, cells: int, *characters: Character) -> list[str]:
    """The lines of a text at a width, without its title."""
    return [plain(line).rstrip() for line in page(text, *characters).lines(cells)][2:]


def spans(text: str, *characters: Character) -> list[Span]:
    """All spans of a text, without its title, at a width that breaks nothing."""
    return [span for line in list(page(text, *characters).lines(10_000))[2:] for span in line]


def links(text: str, *characters: Character) -> dict[str, str]:
    """What is linked, and where to."""
    return {span.text: span.link for span in spans(text, *characters) if span.link}


def words(some: Page) -> str:
    """The text of a page without what is drawn beside it and without white space."""
    some.read_all()
    sheet = some.sheet(10_000)
    rows = (row for leaf in range(1, len(some.leaves)) for row in sheet.rows(leaf))
    text = (span.text for row in rows for span, at in zip(row.spans, row.starts, strict=True) if at != BESIDE)
    return re.sub(r"\s+", "", "".join(text))
