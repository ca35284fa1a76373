"""The panel: one person, how they stand to everybody else, and what is known of them; 32 to 50 cells wide, any length.

Always right and linear: every row that leads somewhere is a link as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from aotad_tui.cells import Line, Span, pad, width, wrap_text
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.values import Certainty, Character, Fact, Grounds

from .card import card, name_line
from .strokes import FAINT
from .ties import TWO_STEPS, folded, tie_lines, two_step_lines, two_steps, two_steps_heading

NARROWEST = 16


def panel(
    edition: Edition, id: str, cells: int, opened: Collection[str] = (), on_page: Collection[str] = ()
) -> list[Line]:
    """The rows for the person of that id. `opened`: the folds that are open; `on_page`: who is named on the page."""
    person = edition.people.get(id)
    if person is None:
        return on_page_lines(edition, on_page, cells)
    cells = max(cells, NARROWEST)
    open_folds = frozenset(opened)
    ties = folded(edition.people.ties(person.id))
    lines = card(edition, person, cells, trunk=bool(ties))
    if ties:
        lines.extend(tie_lines(edition, person.id, cells, open_folds))
        lines.extend(_two_steps(edition, person.id, cells, open_folds))
    else:
        lines.append((Span("  no known ties", "dim"),))
    if person.facts:
        lines.append(())
        lines.append(_heading("what is known", cells))
        lines.extend(fact_lines(edition, person, cells))
    others = [other for other in on_page if other != person.id]
    if others:
        lines.append(())
        lines.extend(on_page_lines(edition, others, cells, heading="also on this page"))
    return lines


def _two_steps(edition: Edition, id: str, cells: int, opened: frozenset[str]) -> Iterator[Line]:
    if TWO_STEPS not in opened:
        yield two_steps_heading(None, cells)
        return
    found = two_steps(edition, id)
    yield two_steps_heading(len(found), cells)
    yield from two_step_lines(edition, id, cells, most=len(found) if f"{TWO_STEPS}-all" in opened else 6)


def _heading(words: str, cells: int) -> Line:
    start = f"{words} "
    return (Span(start + FAINT * max(cells - width(start), 0), "panel-heading"),)


def fact_lines(edition: Edition, person: Character, cells: int) -> Iterator[Line]:
    """What is known of a person as a timeline: the point, then each fact with its state, certainty and date."""
    point: int | None = None
    for fact in person.facts:
        if fact.since != point:
            point = fact.since
            name = edition.story.timeline.name(point) if point else "from the start"
            yield (Span(name if edition.story.timeline else "known", "point"),)
        yield from _fact(edition, fact, cells)


def _fact(edition: Edition, fact: Fact, cells: int) -> Iterator[Line]:
    state = edition.story.state_by_id.get(fact.state or "")
    sign = Span(f"{state.sign if state else '·'} ", f"state {state.id}" if state else "dim")
    for number, (start, end) in enumerate(wrap_text(fact.text, cells - 2)):
        yield (Span("  ") if number else sign, Span(fact.text[start:end]))
    told = _grounds(fact.grounds)
    if told:
        for start, end in wrap_text(told, cells - 2):
            yield (Span("  "), Span(told[start:end], f"remark {fact.grounds.certainty or ''}".strip()))


def _grounds(grounds: Grounds) -> str:
    """How sure a fact is, where that is worth a row: not for a plain fact of the story."""
    certain = f"{grounds.certainty.sign} {grounds.certainty}" if grounds.certainty else ""
    if grounds.certainty is Certainty.CONFIRMED and not grounds.as_of:
        return ""
    return ", ".join(part for part in (certain, grounds.as_of) if part)


def on_page_lines(edition: Edition, ids: Collection[str], cells: int, heading: str = "on this page") -> list[Line]:
    """Who is named on the page, in order of appearance, a row each."""
    people = [person for id in ids if (person := edition.people.get(id))]
    if not people:
        return []
    lines = [_heading(f"{heading} {len(people)}", cells)]
    for person in people:
        state = edition.story.state_by_id.get(person.state)
        sign = f"{state.sign} " if state else "  "
        link = CHARACTER + person.id
        name = Span(pad(name_line(person), cells - 2).rstrip(), "name", link)
        lines.append((Span(sign, f"state {person.state}", link), name))
    return lines
