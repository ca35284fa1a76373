"""The links of a leaf block, for stepping through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aotad_tui.link import Link, NoteEnd

from .page import Page
from .rows import OUTSIDE_TEXT, Row
from .tables import Table


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link in a page: its leaf block, its range of characters there, and its target."""

    leaf: int
    start: int
    end: int
    link: Link


def links_in(page: Page, leaf: int) -> list[PageLink]:
    """All links of a leaf block in order; a link in several styles is one. The sign of a note links back."""
    content = page.content(leaf)
    cells = content.cells() if isinstance(content, Table) else ((0, content),)
    links = [PageLink(leaf, OUTSIDE_TEXT, 0, span.link) for span in page.leaves[leaf].first if span.link]
    for at, spans in cells:
        before: Link | None = None
        for span in spans:
            past = at + len(span.text)
            if span.link and span.link == before:
                links[-1] = PageLink(leaf, links[-1].start, past, span.link)
            elif span.link:
                links.append(PageLink(leaf, at, past, span.link))
            before, at = span.link, past
    return links


def back_link(page: Page, leaf: int, name: str) -> PageLink | None:
    """The link that leads back from a leaf block that was reached by the name of a note or of its reference."""
    end = NoteEnd.parse(name)
    back = end.other.link(page.section.id) if end else None
    return next((link for link in links_in(page, leaf) if link.link == back), None)


def people_in(rows: Iterator[Row]) -> tuple[str, ...]:
    """The ids of all people mentioned in rows, each once, in order."""
    return linked_people(span.link for row in rows for span in row.spans)


def linked_people(links: Iterable[Link | None]) -> tuple[str, ...]:
    """The ids of the people that links lead to, each once, in order."""
    return tuple(dict.fromkeys(link.id for link in links if link and link.is_character))
