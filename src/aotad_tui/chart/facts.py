"""What is known of a person as a timeline: the point, then each fact with its state, certainty and date."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.story.values import Certainty, Character, Fact, Grounds
from aotad_tui.story.visible import VisibleStory


def fact_lines(visible: VisibleStory, person: Character, cells: int) -> Iterator[Line]:
    """The rows in that many cells, in story order."""
    point: int | None = None
    for fact in person.facts:
        if fact.since != point:
            point = fact.since
            name = visible.story.timeline.name(point) if point else "from the start"
            name = name if visible.story.timeline else "known"
            for start, end in wrap_text(name, cells):
                yield (Span(name[start:end], "point"),)
        yield from _fact(visible, fact, cells)


def _fact(visible: VisibleStory, fact: Fact, cells: int) -> Iterator[Line]:
    state = visible.story.state_by_id.get(fact.state or "")
    sign = Span(f"{state.sign if state else '·'} ", f"state {state.id}" if state else "dim")
    lead = " " * width(sign.text)
    room = cells - width(lead)
    for number, (start, end) in enumerate(wrap_text(fact.text, room)):
        yield (Span(lead) if number else sign, Span(fact.text[start:end]))
    told = ", ".join(part for part in _grounds(fact.grounds) if part)
    for start, end in wrap_text(told, room) if told else ():
        yield (Span(lead), Span(told[start:end], f"remark {fact.grounds.certainty or ''}".strip()))


def _grounds(grounds: Grounds) -> tuple[str, str]:
    """How sure a fact is and of when, where that is worth a row: not for a plain fact of the story."""
    certainty = grounds.certainty
    if certainty is None or (certainty is Certainty.CONFIRMED and not grounds.as_of):
        return "", grounds.as_of
    return f"{certainty.sign} {certainty}", grounds.as_of
