"""`ties`: a person's card, all their relationships, and everybody two steps away, as in the people pane."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.card import card
from aotad_tui.chart.collapse import ALL_TWO_STEPS, TWO_STEPS
from aotad_tui.chart.reciprocal import merge_reciprocal
from aotad_tui.chart.relationships import relationship_lines
from aotad_tui.chart.two_steps import people_two_steps_away, two_step_lines
from aotad_tui.cli.query import Json, Query, dump, find_person, point_id
from aotad_tui.page.page import MEASURE
from aotad_tui.story.people import RelationshipSide
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .drawn import printed


def ties(query: Query) -> Iterator[str]:
    """A person's card and relationships, nothing folded. Raises `NothingFound`."""
    visible, cells = query.visible, min(query.cells, MEASURE)
    person = find_person(visible, query.words[0])
    tied = bool(visible.people.relationships_of(person.id))
    if query.as_json:
        yield dump(_ties_json(visible, person))
        return
    yield from printed(card(visible, person, cells, trunk=tied))
    if not tied:
        yield "  no known relationships"
        return
    yield from printed(relationship_lines(visible, person.id, cells))
    yield from printed(two_step_lines(visible, person.id, cells, (TWO_STEPS, ALL_TWO_STEPS)))


def tie_json(visible: VisibleStory, person: Character, tie: RelationshipSide) -> dict[str, Json]:
    """One relationship of a person as JSON."""
    other = visible.people.get(tie.other)
    until = tie.relationship.until
    return {
        "with": tie.other,
        "kind": tie.kind.id,
        "direction": tie.direction,
        "says": tie.sentence(person.name, other.name if other else tie.other),
        "ended": tie.relationship.ended or None,
        "over_since": None if until is None else point_id(visible, until),
        "secret_from": list(tie.relationship.secret_from),
    }


def _ties_json(visible: VisibleStory, person: Character) -> Json:
    mine: list[Json] = [
        tie_json(visible, person, tie) for tie in merge_reciprocal(visible.people.relationships_of(person.id))
    ]
    further: list[Json] = [
        {"with": one.id, "name": one.name, "via": list(one.via)} for one in people_two_steps_away(visible, person.id)
    ]
    return {"id": person.id, "name": person.name, "ties": mine, "two_steps": further}
