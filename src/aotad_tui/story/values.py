"""The values of a story: frozen dataclasses. Every `since` and `until` is a `Position` of the timeline.

`as_of` of a value returns it without the parts that are stamped later, and with all others. `story.Story` decides
whether a value is visible at all, since that depends on other values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .named import Named, Stages, latest, reached_stages
from .timeline import Position


class Certainty(StrEnum):
    """The certainty of a claim."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    SPECULATION = "speculation"

    @property
    def sign(self) -> str:
        """A character that shows the certainty without colour."""
        return {"confirmed": "✓", "reported": "◌"}.get(self.value, "?")


@dataclass(frozen=True, slots=True)
class Grounds:
    """The evidence for a claim: its certainty, the date it refers to (as written), and the ids of its sources."""

    certainty: Certainty | None = None
    as_of: str = ""
    sources: tuple[str, ...] = ()


NO_GROUNDS = Grounds()


@dataclass(frozen=True, slots=True)
class Source:
    """A source of claims. It has its own stamp, since its title or address may be a spoiler."""

    id: str
    title: str
    since: Position = 0
    url: str = ""
    date: str = ""
    publisher: str = ""


class LineStyle(StrEnum):
    """The line style of a kind of relationship, which identifies the kind without colour."""

    LIGHT = "light"
    HEAVY = "heavy"
    DOUBLE = "double"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of relationship: a label for either direction, a heading, a sign and a line style.

    `mutual`: it has no direction. `strength`: how closely it binds two people, from 1 to 5. The strength decides where
    two people have several relationships.
    """

    id: str
    label: str
    back: str
    heading: str
    sign: str
    line: LineStyle = LineStyle.LIGHT
    mutual: bool = False
    strength: int = 3


ALIVE = "alive"
"""The id of the default state."""


@dataclass(frozen=True, slots=True)
class State:
    """A state that a character can be in, such as dead."""

    id: str
    label: str
    sign: str


@dataclass(frozen=True, slots=True)
class Group:
    """A named group of people."""

    id: str
    name: str
    since: Position


@dataclass(frozen=True, slots=True)
class Actor:
    """The actor of a character. `aliases` are spellings that are searched for but never shown."""

    name: str
    native: str = ""
    aliases: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that becomes known about a character, and the state it changes the character to, if any."""

    since: Position
    text: str
    state: str | None = None
    grounds: Grounds = NO_GROUNDS


@dataclass(frozen=True, slots=True)
class Becomes:
    """From `since` on, readers know that a character is the same person as another one."""

    character: str
    since: Position


@dataclass(frozen=True, slots=True)
class Character(Named):
    """One entry of the cast. The stages of `group_stages` hold group ids; all other stages hold texts to show."""

    group_stages: Stages = ()
    played_by: Actor | None = None
    facts: tuple[Fact, ...] = ()
    becomes: Becomes | None = None

    @property
    def group(self) -> str | None:
        """The id of the current group."""
        return latest(self.group_stages)

    @property
    def state(self) -> str:
        """The id of the state set by the latest fact that sets one, else `ALIVE`."""
        return next((fact.state for fact in reversed(self.facts) if fact.state), ALIVE)

    def as_of(self, seen: Position) -> Character:
        """This entry without the parts that are stamped later."""
        return replace(
            Named.as_of(self, seen),
            group_stages=reached_stages(self.group_stages, seen),
            facts=tuple(fact for fact in self.facts if fact.since <= seen),
            becomes=self.becomes if self.becomes and self.becomes.since <= seen else None,
        )


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship: "source label target" reads as a sentence, and so does "target back source".

    `until` is set, and `ended` is shown, only after the relationship has ended.
    """

    source: str
    target: str
    kind: str
    since: Position
    label_stages: Stages = ()
    back_stages: Stages = ()
    until: Position | None = None
    ended: str = ""
    secret_from: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def as_of(self, seen: Position) -> Relationship:
        """This relationship without the parts that are stamped later. Before its end, nothing reveals that it ends."""
        has_ended = self.until is not None and self.until <= seen
        return replace(
            self,
            label_stages=reached_stages(self.label_stages, seen),
            back_stages=reached_stages(self.back_stages, seen),
            until=self.until if has_ended else None,
            ended=self.ended if has_ended else "",
        )


_SECTION_ENDING = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)


def without_ending(file: str) -> str:
    """The path or name of a section's file without `.md` or `.markdown`."""
    return _SECTION_ENDING.sub("", file)


class Role(StrEnum):
    """What a section is for: the page to begin with, or the story so far in the author's own words."""

    START = "start"
    RECAP = "recap"


@dataclass(frozen=True, slots=True)
class Section:
    """One page. `Story.text` reads its text when the page is opened.

    `id`: the path without number prefixes. `file`: the path in the folder of sections as it is. `parts`: the titles of
    the folders above it. `unnamed`: spellings that name no character on this page. `covers`: the point that the page is
    about.
    """

    id: str
    file: str
    title: str
    since: Position
    parts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    grounds: Grounds = field(default=NO_GROUNDS)
    role: Role | None = None
    covers: Position | None = None

    def as_of(self, seen: Position) -> Section:
        """This section without the point that it covers if that is later."""
        return replace(self, covers=None) if self.covers is not None and self.covers > seen else self
