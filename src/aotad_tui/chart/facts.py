"""The facts about a person as a timeline: each point, then its facts with state, certainty and date."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.story.grounds import Certainty, Grounds
from aotad_tui.story.values import Character, Fact
from aotad_tui.story.visible import VisibleStory


def fact_lines(visible: VisibleStory, person: Character, cells: int) -> Iterator[Line]:
    """Yield the rows of the timeline in `cells` cells, in story order."""
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
    mark = Span(f"{state.sign if state else '·'} ", f"state {state.id}" if state else "dim")
    lead = " " * width(mark.text)
    room = cells - width(lead)
    for number, (start, end) in enumerate(wrap_text(fact.text, room)):
        yield (Span(lead) if number else mark, Span(fact.text[start:end]))
    grounds = ", ".join(part for part in _grounds_text(fact.grounds) if part)
    for start, end in wrap_text(grounds, room) if grounds else ():
        yield (Span(lead), Span(grounds[start:end], f"remark {fact.grounds.certainty or ''}".strip()))


def _grounds_text(grounds: Grounds) -> tuple[str, str]:
    """Return the certainty and the date; empty texts for a plain fact of the story, where they are not worth a row."""
    certainty = grounds.certainty
    if certainty is None or (certainty is Certainty.CONFIRMED and not grounds.as_of):
        return "", grounds.as_of
    return f"{certainty.sign} {certainty}", grounds.as_of
