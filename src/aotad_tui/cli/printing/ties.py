"""`ties`: a person's card, all their relationships, and everybody two steps away, as in the people pane."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.card import card
from aotad_tui.chart.collapse import ALL_TWO_STEPS, TWO_STEPS
from aotad_tui.chart.reciprocal import merge_reciprocal
from aotad_tui.chart.relationships import relationship_lines
from aotad_tui.chart.two_steps import people_two_steps_away, two_step_lines
from aotad_tui.cli.query import Json, Query, find_person, point_id, to_json
from aotad_tui.page.page import MEASURE
from aotad_tui.story.people import RelationshipSide
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .drawn import PrintedLine, printed


def ties(query: Query) -> Iterator[PrintedLine]:
    """A person's card and relationships, nothing folded. Raises `NothingFound`."""
    visible, cells = query.visible, min(query.cells, MEASURE)
    person = find_person(visible, query.words[0])
    has_relationships = bool(visible.people.relationships_of(person.id))
    if query.as_json:
        yield to_json(_ties_json(visible, person))
        return
    yield from printed(card(visible, person, cells, trunk=has_relationships))
    if not has_relationships:
        yield "  no known relationships"
        return
    yield from printed(relationship_lines(visible, person.id, cells))
    yield from printed(two_step_lines(visible, person.id, cells, (TWO_STEPS, ALL_TWO_STEPS)))


def relationship_json(visible: VisibleStory, person: Character, side: RelationshipSide) -> dict[str, Json]:
    """One relationship of a person as JSON."""
    other = visible.people.get(side.other)
    until = side.relationship.until
    return {
        "with": side.other,
        "kind": side.kind.id,
        "direction": side.direction,
        "says": side.sentence(person.name, other.name if other else side.other),
        "ended": side.relationship.ended or None,
        "over_since": None if until is None else point_id(visible, until),
        "event": side.relationship.event or None,
        "secret_from": list(side.relationship.secret_from),
        "revealed_to": [
            {"who": secret.who, "since": point_id(visible, secret.until)}
            for secret in side.relationship.secrets
            if secret.until is not None
        ],
    }


def _ties_json(visible: VisibleStory, person: Character) -> Json:
    direct: list[Json] = [
        relationship_json(visible, person, side)
        for side in merge_reciprocal(visible.people.relationships_of(person.id))
    ]
    two_steps: list[Json] = [
        {"with": other.id, "name": other.name, "via": list(other.via)}
        for other in people_two_steps_away(visible, person.id)
    ]
    return {"id": person.id, "name": person.name, "ties": direct, "two_steps": two_steps}
