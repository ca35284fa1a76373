"""The preview of a link under the pointer: a few plain rows."""

from __future__ import annotations

from aotad_tui.link import Link
from aotad_tui.story.people_page import page_of
from aotad_tui.story.visible import VisibleStory

from .card import group_and_state, name_line


def hover_rows(visible: VisibleStory, link: Link) -> list[str]:
    """Return who a person is, what a term is, or the title of a section; no rows for any other link."""
    if link.is_character:
        person = visible.people.get(link.id)
        if person is None:
            return []
        details = "".join(span.text for span in group_and_state(visible, person))
        return [row for row in (name_line(visible, person), details, person.about) if row]
    term = visible.terms.get(link.id) if link.is_term else None
    if term:
        return [row for row in (term.name, term.about) if row]
    section = page_of(visible, link.id) if link.is_section else None
    return [" › ".join((*section.parts, section.title))] if section else []
