"""The input of a printing command, and functions that printing commands share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from shlex import quote

from aotad_tui.cells import cut
from aotad_tui.known_guides import names_guide
from aotad_tui.link import LinkKind
from aotad_tui.search.finder import Finder, Hit, MatchTier
from aotad_tui.story.grounds import Grounds
from aotad_tui.story.named import Term
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Character, Section
from aotad_tui.story.visible import VisibleStory

from .exit_codes import NothingFound
from .output import print_notice

_DETAIL_CELLS = 60
_PERSON, _NAMED, _SECTION = "person", "named", "section"
SIMILAR = {MatchTier.SOUND, MatchTier.INITIALS, MatchTier.SOUND_BEGINNING, MatchTier.TYPO}
"""The tiers of names that only resemble what was typed."""

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


@dataclass(frozen=True, slots=True)
class Query:
    """One call of a printing command.

    `words`: its positional arguments; `cells`: the width to print at; `options`: the given options of its own, by name.
    """

    visible: VisibleStory
    words: tuple[str, ...]
    cells: int
    as_json: bool
    options: Mapping[str, str] = field(default_factory=dict)
    viewer: str | None = None
    """The reader profile whose saved progress is used; None if the progress was given."""
    profile: str = ""
    """The reader profile whose bookmarks and notes are printed, whether or not the progress was given."""


def find_section(visible: VisibleStory, name: str) -> Section:
    """The section of that id, or else the palette's best match for a name. Raises `NothingFound`.

    Titles are words that anybody can spell, so one that only resembles what was typed is a candidate, not a match.
    """
    exact = visible.story.section_by_id.get(name)
    return exact or visible.story.section_by_id[_single_id(visible, _SECTION, name)]


def find_person(visible: VisibleStory, name: str) -> Character:
    """The person of that id, or else the palette's best match for a name. Raises `NothingFound`."""
    exact = visible.people.get(name)
    person = exact or visible.people.get(_single_id(visible, _PERSON, name))
    if person is None:
        raise _no_match(visible, _PERSON, name)
    return person


def find_named(visible: VisibleStory, name: str) -> Character | Term:
    """The person or term of that id, or else the best match for a name. Raises `NothingFound`."""
    named = visible.named(name) or visible.named(_single_id(visible, _NAMED, name))
    if named is None:
        raise _no_match(visible, _NAMED, name)
    return named


def find_any(visible: VisibleStory, name: str) -> Character | Term | Section:
    """The person or term that matches a name best, or the section if one matches better. Raises `NothingFound`."""
    if visible.named(name):
        return find_named(visible, name)
    named, sections = (_best(visible, kind, name) for kind in (_NAMED, _SECTION))
    if sections and (not named or named[0].is_weak or sections[0].tier < named[0].tier):
        return find_section(visible, name)
    return find_named(visible, name)


def report_guess(visible: VisibleStory, name: str, hit: Hit) -> None:
    """Report on stderr the match of a name that only resembles what was typed: by sound, initials or spelling."""
    if _is_guess(hit):
        link = hit.candidate.link
        kind = _PERSON if link.is_character else "term" if link.is_term else _SECTION
        print_notice(f"aotad-tui: no {kind} is named {name!r}; using the closest match: {with_id(visible, hit)}")


def _is_guess(hit: Hit) -> bool:
    return hit.tier in SIMILAR or hit.is_secondary


def _best(visible: VisibleStory, kind: str, name: str) -> list[Hit]:
    """The people, the people and terms, or the sections that match a name best."""
    from aotad_tui.search.candidates import people, people_and_terms, sections
    from aotad_tui.search.details import Details

    candidates = {_PERSON: people, _NAMED: people_and_terms, _SECTION: sections}[kind]
    details = Details(visible) if kind != _SECTION else None
    hits = Finder(candidates(visible), details).find(name, most=10)
    return [hit for hit in hits if hit.tier == hits[0].tier and hit.is_secondary == hits[0].is_secondary]


def _single_id(visible: VisibleStory, kind: str, name: str) -> str:
    """The id of the only best match. Raises `NothingFound`, which lists the candidates if there are several."""
    best = _best(visible, kind, name)
    if not best:
        raise _no_match(visible, kind, name)
    if (_is_guess(best[0]) or best[0].is_weak) and names_guide(name):
        raise NothingFound(f"{_none(kind)} is named {name!r}{_guide_hint(name)}")
    candidates = "\n".join(f"  {with_id(visible, hit)}" for hit in best)
    if best[0].is_weak or (_is_guess(best[0]) and (kind == _SECTION or len(best) > 1)):
        raise NothingFound(f"{_none(kind)} is named {name!r}; use one of the ids in brackets:\n{candidates}")
    if len(best) > 1:
        raise NothingFound(f"{name!r} matches several {_plural(best)}; use one of the ids in brackets:\n{candidates}")
    report_guess(visible, name, best[0])
    return _id(best[0])


def _plural(hits: Iterable[Hit]) -> str:
    """The word for several matches: "people", "terms", "people and terms" or "sections"."""
    words = {LinkKind.CHARACTER: "people", LinkKind.TERM: "terms", LinkKind.SECTION: "sections"}
    kinds = {hit.candidate.link.kind for hit in hits}
    return " and ".join(word for kind, word in words.items() if kind in kinds)


def _no_match(visible: VisibleStory, kind: str, name: str) -> NothingFound:
    hint = _guide_hint(name) if names_guide(name) else ""
    return NothingFound(f"{_none(kind)} matches {name!r} {visible.story.timeline.up_to(visible.story.seen)}{hint}")


def _none(kind: str) -> str:
    return "no section" if kind == _SECTION else "nobody"


def _guide_hint(name: str) -> str:
    """What to type for the guide that has the name of nobody in the story."""
    return f"; to print from that guide, use --guide {quote(name)}"


def with_id(visible: VisibleStory, hit: Hit) -> str:
    """The title of a match, what tells namesakes apart, what matched if no name did, and the id in brackets."""
    link = hit.candidate.link
    distinction = visible.namesakes.distinction(link.id) if link.is_character else ""
    distinction = "" if distinction == link.id else distinction.removesuffix(f" · {link.id}")
    matched = cut(hit.name, _DETAIL_CELLS) if hit.tier is MatchTier.KNOWN else ""
    return "  ".join(part for part in (hit.candidate.title, distinction, matched, f"({link.id})") if part)


def _id(hit: Hit) -> str:
    return hit.candidate.link.id


def to_json(value: Json) -> str:
    """A value as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def point_id(visible: VisibleStory, position: Position) -> str:
    """The id of the point at a position."""
    return visible.story.timeline.points[position - 1].id if position else "start"


def grounds_json(visible: VisibleStory, grounds: Grounds) -> dict[str, Json]:
    """The grounds of a claim, as JSON."""
    by_id = visible.story.source_by_id
    sources: list[Json] = [
        {"id": id, "title": by_id[id].title, "url": by_id[id].url} for id in grounds.sources if id in by_id
    ]
    return {"certainty": grounds.certainty, "as_of": grounds.as_of or None, "sources": sources}
