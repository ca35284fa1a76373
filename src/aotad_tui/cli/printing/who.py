"""`who`: a person's card, relationships and facts, or a term; `terms`: the list of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.chart.card import card_facts
from aotad_tui.chart.facts import fact_lines
from aotad_tui.chart.presence import presence_lines
from aotad_tui.chart.reciprocal import merge_reciprocal
from aotad_tui.chart.relationships import relationship_lines
from aotad_tui.chart.term import term_facts
from aotad_tui.cli.query import Json, Query, find_named, grounds_json, point_id, to_json
from aotad_tui.link import Link
from aotad_tui.page.page import MEASURE
from aotad_tui.search.passages import mention_points
from aotad_tui.story.first_meetings import met_at
from aotad_tui.story.named import Term
from aotad_tui.story.other_names import other_names
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .drawn import PrintedLine, printed
from .ties import relationship_json


def terms(query: Query) -> Iterator[PrintedLine]:
    """The terms, in the guide's order: names and what each is."""
    everything = query.visible.terms.values()
    if query.as_json:
        yield to_json([_term_json(term) for term in everything])
        return
    for number, term in enumerate(everything):
        yield from ("",) if number else ()
        yield from printed(_wrapped(term_facts(term), min(query.cells, MEASURE)))


def _wrapped(rows: Iterable[tuple[Span, ...]], cells: int) -> Iterator[Line]:
    return (line for spans in rows for line in wrap_spans(spans, cells))


def who(query: Query) -> Iterator[PrintedLine]:
    """A person or a term. The first line begins with the name. Raises `NothingFound`."""
    visible, cells = query.visible, min(query.cells, MEASURE)
    person = find_named(visible, query.words[0])
    if isinstance(person, Term):
        yield from (to_json(_term_json(person)),) if query.as_json else printed(_wrapped(term_facts(person), cells))
        return
    (named_at,) = mention_points(visible, [Link.character(person.id)])
    if query.as_json:
        sections: list[Json] = [section.id for section in visible.story.sections if section.id in named_at]
        yield to_json({**_who_json(visible, person), "named_in": sections})
        return
    yield from printed(_wrapped((spans for spans in card_facts(visible, person) if spans), cells))
    yield ""
    rows = list(printed(relationship_lines(visible, person.id, cells)))
    yield from rows or [(Span("no known relationships"),)]
    if person.facts:
        yield ""
        yield from printed(fact_lines(visible, person, cells))
    if named_at:
        yield from ((), (Span("named in", "heading"),))
        yield from printed(presence_lines(visible, named_at, cells))


def person_json(visible: VisibleStory, person: Character) -> dict[str, Json]:
    """A person without relationships and facts, as JSON."""
    group = visible.story.group_by_id.get(person.group or "")
    return {
        "id": person.id,
        "name": person.name,
        "native": person.native or None,
        "names": list(person.spellings),
        "group": group.name if group else None,
        "met": person.is_met,
        "state": person.state if person.is_met else None,
        "about": person.about or None,
        "played_by": person.played_by.name if person.played_by else None,
        "distinction": visible.namesakes.distinction(person.id) or None,
    }


def _term_json(term: Term) -> dict[str, Json]:
    return {
        "id": term.id,
        "name": term.name,
        "native": term.native or None,
        "names": list(term.spellings),
        "about": term.about or None,
    }


def _who_json(visible: VisibleStory, person: Character) -> dict[str, Json]:
    ties: list[Json] = [
        relationship_json(visible, person, side)
        for side in merge_reciprocal(visible.people.relationships_of(person.id))
    ]
    facts: list[Json] = [
        {
            "since": point_id(visible, fact.since),
            "text": fact.text,
            "state": fact.state,
            "event": fact.event or None,
            **grounds_json(visible, fact.grounds),
        }
        for fact in person.facts
    ]
    section = visible.first_meetings.section_of(person)
    return {
        **person_json(visible, person),
        "also": list(other_names(person)),
        "first_met": {"point": point_id(visible, met_at(person)), "section": section.id if section else None}
        if person.is_met
        else None,
        "ties": ties,
        "facts": facts,
    }
