"""A draft of a guide: what an import found, before it is written in the guide format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace

from aotad_tui.cleaning import clean_line

MOST_PEOPLE = 20_000
MOST_RELATIONSHIPS = 200_000


class NotImportable(Exception):
    """Raised for what cannot be imported. The text says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """A person. `key`: what relationships call them; `id`: words for the id, if not the name; `group`: its name."""

    key: str
    name: str
    id: str = ""
    native: str = ""
    aliases: tuple[str, ...] = ()
    group: str = ""
    about: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class DraftRelationship:
    """A relationship between the people with two keys. `kind`: the kind in words, or "" if nothing is known of it."""

    source: str
    target: str
    kind: str = ""
    label: str = ""
    back: str = ""
    since: str = ""
    until: str = ""
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A section. `path`: its file below the folder of sections; `text`: Markdown without front matter."""

    path: str
    text: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    since: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Episode:
    """A point of the timeline. `summary` is plain text, and a spoiler for those who have not seen the episode."""

    season: int
    number: int
    title: str = field(default="", compare=False)
    summary: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """The id of the point: "S02E07"."""
        return f"S{self.season:02}E{self.number:02}"


@dataclass(frozen=True, slots=True)
class Draft:
    """What one or several sources contain. `left_out`: what could not be carried over, each in a sentence."""

    title: str = ""
    people: tuple[DraftPerson, ...] = ()
    relationships: tuple[DraftRelationship, ...] = ()
    pages: tuple[DraftPage, ...] = ()
    episodes: tuple[Episode, ...] = ()
    left_out: tuple[str, ...] = ()


def merged(drafts: Iterable[Draft]) -> Draft:
    """Several drafts as one: the title of the first that has one, people of one key as one person.

    Raises `NotImportable` if it is too much.
    """
    all_drafts = list(drafts)
    people: dict[str, DraftPerson] = {}
    lost: list[str] = []
    for person in (person for draft in all_drafts for person in draft.people):
        key = person.key.casefold()
        if key in people:
            lost += _lost(people[key], person)
            people[key] = _filled(people[key], person)
        else:
            people[key] = person
    whole = Draft(
        title=next((draft.title for draft in all_drafts if draft.title), ""),
        relationships=tuple(item for draft in all_drafts for item in draft.relationships),
        pages=tuple(item for draft in all_drafts for item in draft.pages),
        left_out=(*(item for draft in all_drafts for item in draft.left_out), *lost),
    )
    episodes = [item for draft in all_drafts for item in draft.episodes]
    unique = {episode: episode for episode in reversed(episodes)}
    repeated = len(episodes) - len(unique)
    if repeated:
        left_out = f"{counted(repeated, 'episode', 'episodes')} with the season and number of another one"
        whole = replace(whole, left_out=(*whole.left_out, left_out))
    for relationship in whole.relationships:
        for key in (relationship.source, relationship.target):
            people.setdefault(key.casefold(), DraftPerson(key, key, since=relationship.since))
    for number, most, what in (
        (len(people), MOST_PEOPLE, "people"),
        (len(whole.relationships), MOST_RELATIONSHIPS, "relationships"),
    ):
        if number > most:
            raise NotImportable(f"{number:,} {what} are too many; import at most {most:,}")
    return replace(whole, people=tuple(people.values()), episodes=tuple(sorted(unique.values())))


def _filled(person: DraftPerson, other: DraftPerson) -> DraftPerson:
    """A person with what only the other one of the same key has."""
    gaps = {one.name: getattr(other, one.name) for one in fields(DraftPerson) if not getattr(person, one.name)}
    return replace(person, **gaps | {"aliases": tuple(dict.fromkeys((*person.aliases, *other.aliases)))})


def _lost(person: DraftPerson, other: DraftPerson) -> Iterator[str]:
    """What another person of the same key has that the first one has otherwise."""
    for name in ("name", "native", "group", "about", "since"):
        kept, other_value = getattr(person, name), getattr(other, name)
        if kept and other_value and kept != other_value:
            yield f"the {name} '{other_value}' of '{person.key}', which has '{kept}' already"


class Ids:
    """Makes ids of words, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last_number: dict[str, int] = {}

    def new(self, words: str) -> str:
        """A new id: "Ada Quill" is ada-quill, the next one ada-quill-2."""
        plain = "-".join(re.findall(r"[^\W_]+", clean_line(words).casefold()))[:80] or "x"
        id = plain
        while id in self._taken:
            number = self._last_number[plain] = self._last_number.get(plain, 1) + 1
            id = f"{plain}-{number}"
        self._taken.add(id)
        return id


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
