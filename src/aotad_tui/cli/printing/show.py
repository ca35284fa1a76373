"""`show`: one section or all; `sections`: the list of sections."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cli.query import Json, Query, find_section, grounds_json, point_id, to_json
from aotad_tui.page.page import MEASURE, Page
from aotad_tui.story.values import Section

from .drawn import PrintedLine, printed


def show(query: Query) -> Iterator[PrintedLine]:
    """A section laid out, or all sections. Raises `NothingFound` and OSError."""
    visible = query.visible
    shown = [find_section(visible, query.words[0])] if query.words else list(visible.story.sections)
    if query.as_json:
        pages: list[Json] = [
            {**_section_json(query, section), "text": visible.story.text(section)} for section in shown
        ]
        yield to_json(pages[0] if query.words else pages)
        return
    cells = min(query.cells, MEASURE)
    for number, section in enumerate(shown):
        if number:
            yield from ("", "═" * cells, "")
        yield from printed(Page(visible, section).lines(cells))


def sections(query: Query) -> Iterator[str]:
    """The sections, in order: id and title."""
    visible_sections = query.visible.story.sections
    if query.as_json:
        yield to_json([_section_json(query, section) for section in visible_sections])
        return
    longest = max((len(section.id) for section in visible_sections), default=0)
    for section in visible_sections:
        yield f"{section.id:<{longest}}  {section.title}"


def _section_json(query: Query, section: Section) -> dict[str, Json]:
    return {
        "id": section.id,
        "title": section.title,
        "parts": list(section.parts),
        "since": point_id(query.visible, section.since),
        "role": section.role,
        "covers": None if section.covers is None else point_id(query.visible, section.covers),
        **grounds_json(query.visible, section.grounds),
    }
