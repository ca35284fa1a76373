"""The printing commands: what the reader shows, as plain text or JSON, under the same gate."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, plain
from aotad_tui.chart.card import card_facts
from aotad_tui.chart.panel import fact_lines
from aotad_tui.chart.ties import folded, tie_lines
from aotad_tui.page.page import MEASURE, Page
from aotad_tui.search.candidates import people, sections
from aotad_tui.search.finder import Candidate, Finder
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Character, Grounds, Section

from .errors import NothingFound

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


def show(edition: Edition, name: str | None, cells: int, *, as_json: bool) -> Iterator[str]:
    """A section laid out, or all of them one after the other. Raises `NothingFound`, OSError."""
    chosen = [find_section(edition, name)] if name else list(edition.story.sections)
    if as_json:
        pages: list[Json] = [{**_section_json(edition, one), "text": edition.story.text(one)} for one in chosen]
        yield _dump(pages[0] if name else pages)
        return
    for number, section in enumerate(chosen):
        if number:
            yield ""
            yield "═" * min(cells, MEASURE)
            yield ""
        yield from _plain(Page(edition, section).sheet(min(cells, MEASURE)).lines)


def list_sections(edition: Edition, *, as_json: bool) -> Iterator[str]:
    """The sections, in order: id and title."""
    if as_json:
        yield _dump([_section_json(edition, section) for section in edition.story.sections])
        return
    longest = max((len(section.id) for section in edition.story.sections), default=0)
    for section in edition.story.sections:
        yield f"{section.id:<{longest}}  {section.title}"


def list_people(edition: Edition, *, as_json: bool) -> Iterator[str]:
    """The people, in the guide's order: names, group and state."""
    if as_json:
        yield _dump([_person_json(edition, person) for person in edition.people.everyone])
        return
    for person in edition.people.everyone:
        names, *rest = card_facts(edition, person)
        yield "  ".join(part for part in (plain(names), plain(rest[0])) if part)


def who(edition: Edition, name: str, cells: int, *, as_json: bool) -> Iterator[str]:
    """A person's card, ties and facts; the first line begins with the name. Raises `NothingFound`."""
    person = _person(edition, name)
    if as_json:
        yield _dump(_who_json(edition, person))
        return
    for spans in card_facts(edition, person):
        if spans:
            yield plain(spans)
    ties = list(_plain(tie_lines(edition, person.id, min(cells, MEASURE), opened=_all_kinds(edition))))
    yield ""
    yield from ties or ["no known ties"]
    if person.facts:
        yield ""
        yield from _plain(fact_lines(edition, person, min(cells, MEASURE)))


def _all_kinds(edition: Edition) -> frozenset[str]:
    return frozenset(edition.story.kind_by_id)


def _plain(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield plain(line).rstrip()


def find_section(edition: Edition, name: str) -> Section:
    """The section of that id, or the only one that a name means. Raises `NothingFound`."""
    exact = edition.story.section_by_id.get(name)
    return exact or edition.story.section_by_id[_place(sections(edition), name, "section").removeprefix(SECTION)]


def _person(edition: Edition, name: str) -> Character:
    person = edition.people.get(name)
    person = person or edition.people.get(_place(people(edition), name, "person").removeprefix(CHARACTER))
    if person is None:
        raise NothingFound(f"no person {name!r}")
    return person


def _place(candidates: Iterable[Candidate], name: str, what: str) -> str:
    """The only candidate meant by a name. Raises `NothingFound`, which lists the candidates where it is not clear."""
    hits = Finder(candidates).find(name)
    best = [hit for hit in hits if hit.fit == hits[0].fit]
    if len(best) == 1:
        return best[0].candidate.place
    if not hits:
        raise NothingFound(f"no {what} found for {name!r}, as far as you have said that you have seen")
    listed = "\n".join(f"  {hit.candidate.title}  ({hit.candidate.place.partition(':')[2]})" for hit in best)
    raise NothingFound(f"{name!r} may mean:\n{listed}")


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _point(edition: Edition, position: Position) -> str:
    return edition.story.timeline.points[position - 1].id if position else "start"


def _grounds_json(edition: Edition, grounds: Grounds) -> dict[str, Json]:
    known = edition.story.source_by_id
    sources: list[Json] = [
        {"id": id, "title": known[id].title, "url": known[id].url} for id in grounds.sources if id in known
    ]
    return {"certainty": grounds.certainty, "as_of": grounds.as_of or None, "sources": sources}


def _section_json(edition: Edition, section: Section) -> dict[str, Json]:
    return {
        "id": section.id,
        "title": section.title,
        "parts": list(section.parts),
        "since": _point(edition, section.since),
        **_grounds_json(edition, section.grounds),
    }


def _person_json(edition: Edition, person: Character) -> dict[str, Json]:
    group = edition.story.group_by_id.get(person.group or "")
    return {
        "id": person.id,
        "name": person.name,
        "native": person.native or None,
        "names": list(person.spellings),
        "group": group.name if group else None,
        "state": person.state,
        "about": person.about or None,
        "played_by": person.played_by.name if person.played_by else None,
    }


def _who_json(edition: Edition, person: Character) -> dict[str, Json]:
    ties: list[Json] = []
    for tie in folded(edition.people.ties(person.id)):
        other = edition.people.get(tie.other)
        ties.append(
            {
                "with": tie.other,
                "kind": tie.kind.id,
                "direction": tie.direction,
                "says": tie.sentence(person.name, other.name if other else tie.other),
                "ended": tie.relationship.ended or None,
                "over_since": None if tie.relationship.until is None else _point(edition, tie.relationship.until),
                "secret_from": list(tie.relationship.secret_from),
            }
        )
    facts: list[Json] = [
        {
            "since": _point(edition, fact.since),
            "text": fact.text,
            "state": fact.state,
            **_grounds_json(edition, fact.grounds),
        }
        for fact in person.facts
    ]
    return {**_person_json(edition, person), "ties": ties, "facts": facts}
