"""Small handmade stories, and Hypothesis strategies for arbitrary ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import combinations_with_replacement
from typing import Any, TypeVar, get_type_hints

from hypothesis import strategies as st

from aotad_tui.story.grounds import Grounds, Source
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.named import Stage, Stages, Term
from aotad_tui.story.story import NoTexts, Story
from aotad_tui.story.timeline import Point, Position, Timeline
from aotad_tui.story.values import Actor, Becomes, Character, Fact, Group, Relationship, Role, Secret, Section

T = TypeVar("T")

LENGTH = 9


def timeline(length: int = LENGTH) -> Timeline:
    return Timeline("chapter", tuple(Point(str(number), f"known from {number}") for number in range(1, length + 1)))


class Pages:
    """Texts of sections without files."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        self._pages = pages

    def read(self, file: str) -> str:
        return self._pages[file]


def stages(*pairs: tuple[int, str]) -> tuple[Stage, ...]:
    return tuple(Stage(since, text) for since, text in pairs)


def person(id: str, since: int = 0, **more: Any) -> Character:
    return Character(id, since, **{"name_stages": stages((since, id.title())), **more})


def tie(source: str, target: str, kind: str = "friend", since: int = 0, **more: Any) -> Relationship:
    secrets = tuple(Secret(id) for id in more.pop("secret_from", ()))
    return Relationship(source, target, since, **{"kind_stages": stages((since, kind)), "secrets": secrets, **more})


def section(id: str, since: int = 0, **more: Any) -> Section:
    return Section(**{"id": id, "file": f"{id}.md", "title": id.title(), "since": since, **more})


def story(*characters: Character, **more: Any) -> Story:
    given: dict[str, Any] = {"kinds": KINDS, "states": STATES, "timeline": timeline(), "seen": LENGTH, **more}
    return Story(title="A tale", characters=characters, **given)


def strings(value: object) -> list[str]:
    """All texts in a value, including ids."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in strings(item)]
    if is_dataclass(value) and not isinstance(value, NoTexts):
        return [text for field in fields(value) for text in strings(getattr(value, field.name))]
    return []


# Arbitrary stories. Each text contains its own stamp, so that a test recognises a text that is visible too early.

IDS = ("ann", "bob", "cat", "dan")
TERMS = ("isle", "key")
GROUPS = ("crew", "court")
SOURCES = ("book", "film")
KIND_IDS = ("love", "enemy", "killed")
STATE_IDS = ("alive", "dead", "missing")


def some_of(options: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """Every selection of at most `most` options, in order. Drawing one of these takes a third of drawing a list."""
    return [chosen for size in range(most + 1) for chosen in combinations_with_replacement(options, size)]


positions = st.integers(0, LENGTH)
staged = st.sampled_from(some_of([Stage(at, f"known from {at}") for at in range(LENGTH + 1)], 3))
cited = st.sampled_from(some_of(SOURCES, 2))
event_ids = st.sampled_from(("", "", "crash", "trial"))
secrets = st.sampled_from(some_of([Secret(id, until) for id in IDS for until in (None, 2, 5)], 2))
memberships = st.sampled_from(some_of([Stage(at, group) for at in range(LENGTH + 1) for group in GROUPS], 2))
kind_stages = st.sampled_from(
    [stages((first, one)) for first in range(LENGTH + 1) for one in KIND_IDS]
    + [stages((first, one), (LENGTH - first, other)) for first in range(4) for one in KIND_IDS for other in KIND_IDS]
)
BY_TYPE: dict[object, st.SearchStrategy[Any]] = {
    Position: positions,
    Stages: staged,
    Grounds: st.builds(Grounds, sources=cited),
    str: st.just("always known"),
    bool: st.booleans(),
}


def any_value(cls: type[T], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """A strategy for a value of the domain. Fields that are not given are drawn by their type, new ones too."""
    hints = get_type_hints(cls)
    missing = [name for name, hint in hints.items() if name not in given and hint not in BY_TYPE]
    assert missing == [], f"tests/story/stories.py makes no {', '.join(missing)} of a {cls.__name__}: give a strategy"
    return st.builds(cls, **{name: given[name] if name in given else BY_TYPE[hint] for name, hint in hints.items()})


facts = st.lists(
    any_value(Fact, state=st.none() | st.sampled_from(STATE_IDS), event=event_ids).map(
        lambda fact: replace(fact, text=f"known from {fact.since}")
    ),
    max_size=3,
).map(lambda found: tuple(sorted(found, key=lambda fact: fact.since)))


def characters(id: str) -> st.SearchStrategy[Character]:
    return any_value(
        Character,
        id=st.just(id),
        group_stages=memberships,
        played_by=st.none() | any_value(Actor, aliases=st.just(())),
        facts=facts,
        becomes=st.none() | any_value(Becomes, character=st.sampled_from([other for other in IDS if other != id])),
    )


def _ended(relationship: Relationship) -> Relationship:
    return replace(relationship, ended="" if relationship.until is None else f"known from {relationship.until}")


relationships = (
    any_value(
        Relationship,
        source=st.sampled_from(IDS),
        target=st.sampled_from(IDS),
        kind_stages=kind_stages,
        until=st.none() | positions,
        secrets=secrets,
        event=event_ids,
        sources=cited,
    )
    .filter(lambda relationship: relationship.source != relationship.target)
    .map(_ended)
)

sections = any_value(
    Section,
    id=st.integers(0, 5).map(lambda number: f"page-{number}"),
    parts=st.just(()),
    aliases=st.just(()),
    unnamed=st.just(()),
    role=st.none() | st.sampled_from(list(Role)),
    covers=st.none() | positions,
).map(lambda page: replace(page, title=f"known from {page.since}", file=f"{page.id}.md"))


# Made once: to make a strategy takes as long as to draw from it.
_CHARACTERS = [characters(id) for id in IDS]
_GROUPS = [any_value(Group, id=st.just(id)) for id in GROUPS]
_SOURCES = [any_value(Source, id=st.just(id)) for id in SOURCES]
_TERMS = [any_value(Term, id=st.just(id)) for id in TERMS]
_RELATIONSHIPS = st.lists(relationships, max_size=5)
_SECTIONS = st.lists(sections, max_size=3, unique_by=lambda page: page.id)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    pages = draw(_SECTIONS)
    return story(
        *[draw(character) for character in _CHARACTERS if draw(st.booleans())],
        terms=tuple(draw(term) for term in _TERMS if draw(st.booleans())),
        relationships=tuple(draw(_RELATIONSHIPS)),
        groups=tuple(replace(group, name=f"known from {group.since}") for group in map(draw, _GROUPS)),
        sources=tuple(replace(source, title=f"known from {source.since}") for source in map(draw, _SOURCES)),
        sections=tuple(pages),
    )
