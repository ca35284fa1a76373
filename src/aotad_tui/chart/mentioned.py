"""The people mentioned in the visible part of the page, in order of appearance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from aotad_tui.cells import Line, Span, line_width, width, wrap_spans
from aotad_tui.link import Link
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .card import name_line
from .collapse import ALL_ON_PAGE
from .line_glyphs import COLLAPSED_SIGN, FAINT

STRIP_ROWS = 4
"""The rows of the strip until it is expanded. The number is constant, so that the card below does not move."""

_SEPARATOR = " · "


def list_lines(visible: VisibleStory, ids: Collection[str], cells: int) -> list[Line]:
    """Return a heading and a row per person, with the sign of the state. Return no rows if there is nobody."""
    people = _people(visible, ids)
    if not people:
        return []
    return [_heading(len(people), cells), *(line for person in people for line in _row(visible, person, cells))]


def strip_lines(visible: VisibleStory, ids: Collection[str], cells: int, toggled: Collection[str] = ()) -> list[Line]:
    """Return the strip above a card: a heading, two rows of names and a blank row.

    All names are shown once `toggled` holds `ALL_ON_PAGE`.
    """
    people = _people(visible, ids)
    link = Link.fold(ALL_ON_PAGE)
    names = [Span(visible.namesakes.label(person), "name", Link.character(person.id)) for person in people]
    room = STRIP_ROWS - 2
    rows = list(_flow(names, cells))
    heading = _heading(len(people), cells)
    if len(rows) > room:
        heading = tuple(Span(span.text, span.style, link) for span in heading)
        if ALL_ON_PAGE not in toggled:
            rows = _first_rows(names, cells, room, link)
    rows = rows or [(Span("no people mentioned", "dim"),)]
    return [heading, *rows, *[()] * max(room - len(rows), 0), ()]


def _people(visible: VisibleStory, ids: Collection[str]) -> list[Character]:
    people = (visible.people.get(id) for id in ids)
    return list({person.id: person for person in people if person}.values())


def _heading(count: int, cells: int) -> Line:
    start = f"on this page {count} " if count else "on this page "
    return (Span(start + FAINT * max(cells - width(start), 0), "panel-heading"),)


def _row(visible: VisibleStory, person: Character, cells: int) -> Iterator[Line]:
    state = visible.story.state_by_id.get(person.state)
    link = Link.character(person.id)
    for number, line in enumerate(wrap_spans((Span(name_line(visible, person), "name", link),), cells - 2)):
        sign = f"{state.sign} " if state and not number else "  "
        yield (Span(sign, f"state {person.state}", link), *line)


def _flow(names: Iterable[Span], cells: int) -> Iterator[Line]:
    """Lay out names one after another with a dot between two on a row. Only a name wider than a row is broken."""
    row: list[Span] = []
    for name in names:
        if row and line_width(tuple(row)) + width(_SEPARATOR + name.text) > cells:
            yield tuple(row)
            row = []
        if row:
            row.append(Span(_SEPARATOR, "dim"))
        *whole, last = wrap_spans((name,), cells)
        yield from whole
        row.extend(last)
    if row:
        yield tuple(row)


def _first_rows(names: list[Span], cells: int, rows: int, link: Link) -> list[Line]:
    """Fill at most `rows` rows with names and the number of people left out."""
    shown: list[Line] = []
    for count in range(len(names) - 1, -1, -1):
        if width("".join(name.text for name in names[:count])) > cells * rows:
            continue
        more = Span(f"{COLLAPSED_SIGN} {len(names) - count} more", "link", link)
        shown = list(_flow((*names[:count], more), cells))
        if len(shown) <= rows:
            break
    return shown
