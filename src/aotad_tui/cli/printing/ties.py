"""`ties`: somebody's card, all of their ties, and everybody two steps away; the panel's twin."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.card import card
from aotad_tui.chart.folds import ALL_TWO_STEPS, TWO_STEPS
from aotad_tui.chart.pairs import folded
from aotad_tui.chart.ties import tie_lines
from aotad_tui.chart.two_steps import two_step_lines, two_steps
from aotad_tui.cli.query import Json, Query, dump, find_person, point_id
from aotad_tui.page.page import MEASURE
from aotad_tui.story.edition import Edition
from aotad_tui.story.people import Tie
from aotad_tui.story.values import Character

from .drawn import printed


def ties(query: Query) -> Iterator[str]:
    """A person's card and ties, nothing folded. Raises `NothingFound`."""
    edition, cells = query.edition, min(query.cells, MEASURE)
    person = find_person(edition, query.words[0])
    tied = bool(edition.people.ties(person.id))
    if query.as_json:
        yield dump(_ties_json(edition, person))
        return
    yield from printed(card(edition, person, cells, trunk=tied))
    if not tied:
        yield "  no known ties"
        return
    yield from printed(tie_lines(edition, person.id, cells))
    yield from printed(two_step_lines(edition, person.id, cells, (TWO_STEPS, ALL_TWO_STEPS)))


def tie_json(edition: Edition, person: Character, tie: Tie) -> dict[str, Json]:
    """One tie of a person."""
    other = edition.people.get(tie.other)
    until = tie.relationship.until
    return {
        "with": tie.other,
        "kind": tie.kind.id,
        "direction": tie.direction,
        "says": tie.sentence(person.name, other.name if other else tie.other),
        "ended": tie.relationship.ended or None,
        "over_since": None if until is None else point_id(edition, until),
        "secret_from": list(tie.relationship.secret_from),
    }


def _ties_json(edition: Edition, person: Character) -> Json:
    mine: list[Json] = [tie_json(edition, person, tie) for tie in folded(edition.people.ties(person.id))]
    further: list[Json] = [
        {"with": one.id, "name": one.name, "via": list(one.via)} for one in two_steps(edition, person.id)
    ]
    return {"id": person.id, "name": person.name, "ties": mine, "two_steps": further}
