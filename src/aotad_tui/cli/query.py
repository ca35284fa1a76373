"""What a printing command is asked: an edition, words, a width."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from aotad_tui.search.finder import Candidate, Finder
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Character, Grounds, Section

from .outcome import NothingFound

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


@dataclass(frozen=True, slots=True)
class Query:
    """One call of a printing command. `words` are its positional arguments, `cells` the width to print at.

    `ascii`: whether charts are drawn in ASCII.
    """

    edition: Edition
    words: tuple[str, ...]
    cells: int
    as_json: bool
    ascii: bool = False


def find_section(edition: Edition, name: str) -> Section:
    """The section of that id, or the one that a name means: whatever the palette finds. Raises `NothingFound`."""
    from aotad_tui.search.candidates import sections

    exact = edition.story.section_by_id.get(name)
    return exact or edition.story.section_by_id[_place(sections(edition), name, "section").removeprefix(SECTION)]


def find_person(edition: Edition, name: str) -> Character:
    """The person of that id, or the one that a name means: whatever the palette finds. Raises `NothingFound`."""
    from aotad_tui.search.candidates import people

    exact = edition.people.get(name)
    found = exact or edition.people.get(_place(people(edition), name, "person").removeprefix(CHARACTER))
    if found is None:
        raise NothingFound(f"no person found for {name!r}")
    return found


def _place(candidates: Iterable[Candidate], name: str, what: str) -> str:
    """The candidate meant by a name. Raises `NothingFound`, which lists the candidates where it is not clear."""
    hits = Finder(candidates).find(name, most=10)
    if not hits:
        raise NothingFound(f"no {what} found for {name!r}, as far as you have said that you have seen")
    best = [hit for hit in hits if hit.fit == hits[0].fit and hit.is_aside == hits[0].is_aside]
    if len(best) == 1:
        return best[0].candidate.place
    listed = "\n".join(f"  {hit.candidate.title}  ({hit.candidate.place.partition(':')[2]})" for hit in best)
    raise NothingFound(f"{name!r} may mean:\n{listed}")


def dump(value: Json) -> str:
    """A value as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def point_id(edition: Edition, position: Position) -> str:
    """The id of the point at a position."""
    return edition.story.timeline.points[position - 1].id if position else "start"


def grounds_json(edition: Edition, grounds: Grounds) -> dict[str, Json]:
    """What a claim rests on."""
    known = edition.story.source_by_id
    sources: list[Json] = [
        {"id": id, "title": known[id].title, "url": known[id].url} for id in grounds.sources if id in known
    ]
    return {"certainty": grounds.certainty, "as_of": grounds.as_of or None, "sources": sources}
