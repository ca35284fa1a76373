"""Small stories made by hand, and strategies that make any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import strategies as st

from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.story import NoTexts, Story
from aotad_tui.story.timeline import Point, Timeline
from aotad_tui.story.values import (
    Actor,
    Becomes,
    Character,
    Fact,
    Grounds,
    Group,
    Relationship,
    Section,
    Source,
    Stage,
)

LENGTH = 9


def timeline(length: int = LENGTH) -> Timeline:
    return Timeline("chapter", tuple(Point(str(number), f"known from {number}") for number in range(1, length + 1)))


class Pages:
    """Texts of sections that are in no file."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        self._pages = pages

    def read(self, file: str) -> str:
        return self._pages[file]


def stages(*pairs: tuple[int, str]) -> tuple[Stage, ...]:
    return tuple(Stage(since, text) for since, text in pairs)


def person(id: str, since: int = 0, **more: Any) -> Character:
    return Character(id, since, **{"name_stages": stages((since, id.title())), **more})


def tie(source: str, target: str, kind: str = "friend", since: int = 0, **more: Any) -> Relationship:
    return Relationship(source, target, kind, since, **more)


def section(id: str, since: int = 0, **more: Any) -> Section:
    return Section(**{"id": id, "file": f"{id}.md", "title": id.title(), "since": since, **more})


def story(*characters: Character, **more: Any) -> Story:
    given: dict[str, Any] = {"kinds": KINDS, "states": STATES, "timeline": timeline(), "seen": LENGTH, **more}
    return Story(title="A tale", characters=characters, **given)


def strings(value: object) -> list[str]:
    """Every text in a value, ids too."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in strings(item)]
    if is_dataclass(value) and not isinstance(value, NoTexts):
        return [text for field in fields(value) for text in strings(getattr(value, field.name))]
    return []


# Any story at all. Each text in it says its own stamp, so that a text which is told too early gives itself away.

IDS = ("ann", "bob", "cat", "dan")
GROUPS = ("crew", "court")
SOURCES = ("book", "film")
KIND_IDS = ("love", "enemy", "killed")
STATE_IDS = ("alive", "dead", "missing")

positions = st.integers(0, LENGTH)
told = positions.map(lambda since: Stage(since, f"known from {since}"))
staged = st.lists(told, max_size=3).map(lambda some: tuple(sorted(some, key=lambda stage: stage.since)))
cited = st.lists(st.sampled_from(SOURCES), max_size=2).map(tuple)
grounds = st.builds(Grounds, sources=cited)
facts = st.builds(
    lambda stage, state, ground: Fact(stage.since, stage.text, state, ground),
    told,
    st.none() | st.sampled_from(STATE_IDS),
    grounds,
)


def _membership(pairs: list[tuple[int, str]]) -> tuple[Stage, ...]:
    return stages(*sorted(pairs))


def characters(id: str) -> st.SearchStrategy[Character]:
    return st.builds(
        Character,
        id=st.just(id),
        since=positions,
        name_stages=staged,
        native_stages=staged,
        aliases=staged,
        group_stages=st.lists(st.tuples(positions, st.sampled_from(GROUPS)), max_size=2).map(_membership),
        about_stages=staged,
        played_by=st.none() | st.just(Actor("Somebody")),
        facts=st.lists(facts, max_size=3).map(lambda some: tuple(sorted(some, key=lambda fact: fact.since))),
        becomes=st.none() | st.builds(Becomes, st.sampled_from([other for other in IDS if other != id]), positions),
    )


def _relationship(
    ends: tuple[str, str], kind: str, since: int, until: int | None, secret: tuple[str, ...], sources: tuple[str, ...]
) -> Relationship:
    ended = "" if until is None else f"known from {until}"
    label = stages((since, f"known from {since}"), (LENGTH, f"known from {LENGTH}"))
    return Relationship(*ends, kind, since, label, label, until, ended, secret, sources)


relationships = st.builds(
    _relationship,
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda ends: ends[0] != ends[1]),
    st.sampled_from(KIND_IDS),
    positions,
    st.none() | positions,
    st.lists(st.sampled_from(IDS), max_size=2).map(tuple),
    cited,
)

sections = st.builds(
    lambda number, since, ground: section(f"page-{number}", since, title=f"known from {since}", grounds=ground),
    st.integers(0, 5),
    positions,
    grounds,
)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    pages = draw(st.lists(sections, max_size=3, unique_by=lambda page: page.id))
    return story(
        *[draw(characters(id)) for id in IDS if draw(st.booleans())],
        relationships=tuple(draw(st.lists(relationships, max_size=5))),
        groups=tuple(Group(id, f"known from {since}", since) for id in GROUPS for since in [draw(positions)]),
        sources=tuple(Source(id, f"known from {since}", since) for id in SOURCES for since in [draw(positions)]),
        sections=tuple(pages),
    )
