"""The links and names of a leaf, to stop at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aotad_tui.link import Link, NoteEnd

from .page import Page
from .rows import BESIDE, Row
from .tables import Table


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link: its leaf, the characters that it takes there, and where it leads."""

    leaf: int
    start: int
    end: int
    link: Link


def links_in(page: Page, leaf: int) -> list[PageLink]:
    """All links of a leaf in order; one in several styles is one stop. What a note begins with leads back."""
    content = page.content(leaf)
    cells = content.cells() if isinstance(content, Table) else ((0, content),)
    found = [PageLink(leaf, BESIDE, 0, span.link) for span in page.leaves[leaf].first if span.link]
    for at, spans in cells:
        before: Link | None = None
        for span in spans:
            past = at + len(span.text)
            if span.link and span.link == before:
                found[-1] = PageLink(leaf, found[-1].start, past, span.link)
            elif span.link:
                found.append(PageLink(leaf, at, past, span.link))
            before, at = span.link, past
    return found


def back_link(page: Page, leaf: int, name: str) -> PageLink | None:
    """What leads back from a leaf that was gone to by the name of a note, or of the place where one is named."""
    end = NoteEnd.parse(name)
    back = end.other.link(page.section.id) if end else None
    return next((stop for stop in links_in(page, leaf) if stop.link == back), None)


def people_in(rows: Iterator[Row]) -> tuple[str, ...]:
    """The ids of all who are named in rows, each once, in order."""
    return linked_people(span.link for row in rows for span in row.spans)


def linked_people(links: Iterable[Link | None]) -> tuple[str, ...]:
    """The ids of the people that links lead to, each once, in order."""
    return tuple(dict.fromkeys(link.id for link in links if link and link.is_character))
