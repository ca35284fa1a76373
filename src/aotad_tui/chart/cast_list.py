"""The people whom the reader has met so far, by group: what the people pane shows if the page names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, cut, width, wrap_spans
from aotad_tui.link import PEOPLE_PAGE, Link
from aotad_tui.story.people_list import PeopleFilter, people_by_group
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .card import name_line
from .line_glyphs import FAINT

MOST_PEOPLE = 300
"""The most people in the list. The People page has the others."""


def cast_lines(visible: VisibleStory, cells: int) -> list[Line]:
    """Return a row per person with the sign of the state, by group; before anybody is met, the announced cast.

    Without people return a row per term, or no rows.
    """
    met = any(person.is_met for person in visible.people.everyone)
    groups = [
        (group.name, [person for person in group.people if person.is_met or not met])
        for group in people_by_group(visible, PeopleFilter())
    ]
    count = sum(len(people) for _, people in groups)
    if not count:
        return _term_lines(visible, cells)
    lines = [_heading(f"{'people so far' if met else 'announced'} {count} ", cells)]
    left = MOST_PEOPLE
    for name, people in groups:
        if people and left and visible.story.groups:
            lines += [()] * (len(lines) > 1) + [(Span(cut(name, cells), "group"),)]
        lines += [line for person in people[:left] for line in _rows(visible, person, cells)]
        left -= len(people[:left])
    if count > MOST_PEOPLE:
        words = f"{count - MOST_PEOPLE} more on the People page"
        lines += [(), (Span(cut(words, cells), "link", Link.section(PEOPLE_PAGE)),)]
    return lines


def _term_lines(visible: VisibleStory, cells: int) -> list[Line]:
    rows: list[Line] = [(Span(cut(term.name, cells), "name", Link.term(id)),) for id, term in visible.terms.items()]
    return [_heading(f"terms {len(rows)} ", cells), *rows[:MOST_PEOPLE]] if rows else []


def _heading(start: str, cells: int) -> Line:
    return (Span(start + FAINT * max(cells - width(start), 0), "panel-heading"),)


def _rows(visible: VisibleStory, person: Character, cells: int) -> Iterator[Line]:
    """Yield sign, name and state on one row, without the native name or the state where there is no room.

    A name that is too long takes several rows.
    """
    state = visible.story.state_by_id.get(person.state)
    link, style = Link.character(person.id), f"state {person.state}"
    sign = Span(f"{state.sign} " if state else "  ", style, link)
    names, words = name_line(visible, person), state.label if state else ""
    room = cells - 2
    if width(names) + (width(words) + 2 if words else 0) > room:
        names = visible.namesakes.label(person)
    between = room - width(names) - width(words)
    if words and between >= 2:
        yield (sign, Span(names, "name", link), Span(" " * between, "", link), Span(words, style, link))
        return
    for number, line in enumerate(wrap_spans((Span(names, "name", link),), room)):
        yield (Span("  ", "", link) if number else sign, *line)
