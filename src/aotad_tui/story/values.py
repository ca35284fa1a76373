"""The values of a story: frozen dataclasses. Every `since` and `until` is a `Position` of the timeline.

`as_of` of a value returns it without the parts that are stamped later, and with all others. `story.Story` decides
whether a value is visible at all, since that depends on other values.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from .grounds import NO_GROUNDS, Grounds
from .named import Named, Stages, latest, reached_stages
from .timeline import NOT_YET, Position


class LineStyle(StrEnum):
    """The line style of a kind of relationship, which identifies the kind without colour."""

    LIGHT = "light"
    HEAVY = "heavy"
    DOUBLE = "double"
    DASHED = "dashed"


class Family(StrEnum):
    """What kinds of relationship have in common. Kinds of one family have one colour."""

    KINSHIP = "kinship"
    LOVE = "love"
    ALLIANCE = "alliance"
    CONFLICT = "conflict"
    DUTY = "duty"


LINE_OF_FAMILY = {
    Family.KINSHIP: LineStyle.DOUBLE,
    Family.LOVE: LineStyle.HEAVY,
    Family.ALLIANCE: LineStyle.LIGHT,
    Family.CONFLICT: LineStyle.DASHED,
    Family.DUTY: LineStyle.LIGHT,
}
"""The line style of a kind that names only its family."""
FAMILY_OF_LINE = {
    LineStyle.DOUBLE: Family.KINSHIP,
    LineStyle.HEAVY: Family.LOVE,
    LineStyle.LIGHT: Family.ALLIANCE,
    LineStyle.DASHED: Family.CONFLICT,
}
"""The family of a kind that names only its line style."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of relationship: a label for either direction, a heading, a sign, a line style and a family.

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
    family: Family = Family.ALLIANCE

    @property
    def style(self) -> str:
        """The style names of its lines and labels."""
        return f"tie {self.family}"


ALIVE = "alive"
"""The id of the default state of a person who was met."""
ANNOUNCED = "announced"
"""The id of the sign and label of a person who is known and was not met yet. Such a person has no state."""


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
    """A fact that becomes known about a character, and the state it changes the character to, if any.

    `event`: the id of the event that the fact belongs to; facts and relationships of one event share it.
    """

    since: Position
    text: str
    state: str | None = None
    grounds: Grounds = NO_GROUNDS
    event: str = ""


@dataclass(frozen=True, slots=True)
class Becomes:
    """From `since` on, readers know that a character is the same person as another one."""

    character: str
    since: Position


@dataclass(frozen=True, slots=True)
class Character(Named):
    """One entry of the cast. The stages of `group_stages` hold group ids; all other stages hold texts to show.

    `met`: the position from which the reader has met the character, if that is later than `since`; `NOT_YET` for a
    character who is only announced.
    """

    group_stages: Stages = ()
    played_by: Actor | None = None
    facts: tuple[Fact, ...] = ()
    becomes: Becomes | None = None
    met: Position = 0
    short_names: bool = True
    """Whether the first and last name are found in texts without being listed."""

    @property
    def is_met(self) -> bool:
        """Whether the reader has met the character. Otherwise the character is only announced."""
        return self.met != NOT_YET

    @property
    def group(self) -> str | None:
        """The id of the current group."""
        return latest(self.group_stages)

    @property
    def state(self) -> str:
        """The id of the state set by the latest fact that sets one, else `ALIVE`; `ANNOUNCED` before `met`."""
        if not self.is_met:
            return ANNOUNCED
        return next((fact.state for fact in reversed(self.facts) if fact.state), ALIVE)

    def as_of(self, seen: Position) -> Character:
        """This entry without the parts that are stamped later."""
        return replace(
            Named.as_of(self, seen),
            group_stages=reached_stages(self.group_stages, seen),
            facts=tuple(fact for fact in self.facts if fact.since <= seen),
            becomes=self.becomes if self.becomes and self.becomes.since <= seen else None,
            met=self.met if self.met <= seen else NOT_YET,
        )


@dataclass(frozen=True, slots=True)
class Secret:
    """A person who does not know about a relationship. `until` is set only after the person has learned about it."""

    who: str
    until: Position | None = None

    def as_of(self, seen: Position) -> Secret:
        """This secret without an end that is stamped later."""
        return self if self.until is None or self.until <= seen else Secret(self.who)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship: "source label target" reads as a sentence, and so does "target back source".

    The stages of `kind_stages` hold ids of kinds, of which a relationship has at least one. `until` is set, and `ended`
    is shown, only after the relationship has ended. `event`: the id of the event with which it begins, as in `Fact`.
    """

    source: str
    target: str
    since: Position
    kind_stages: Stages
    label_stages: Stages = ()
    back_stages: Stages = ()
    until: Position | None = None
    ended: str = ""
    secrets: tuple[Secret, ...] = ()
    sources: tuple[str, ...] = ()
    event: str = ""

    @property
    def secret_from(self) -> tuple[str, ...]:
        """The ids of the people who still do not know about it."""
        return tuple(secret.who for secret in self.secrets if secret.until is None)

    @property
    def kind(self) -> str:
        """The id of the current kind. A relationship without one is not visible."""
        return latest(self.kind_stages) or ""

    @property
    def shown_since(self) -> Position:
        """The position from which it is shown once both people are: `since`, or that of the first kind if later."""
        return max(self.since, self.kind_stages[0].since)

    def as_of(self, seen: Position) -> Relationship:
        """This relationship without the parts that are stamped later. Before its end, nothing reveals that it ends."""
        has_ended = self.until is not None and self.until <= seen
        return replace(
            self,
            kind_stages=reached_stages(self.kind_stages, seen),
            label_stages=reached_stages(self.label_stages, seen),
            back_stages=reached_stages(self.back_stages, seen),
            until=self.until if has_ended else None,
            ended=self.ended if has_ended else "",
            secrets=tuple(secret.as_of(seen) for secret in self.secrets),
        )


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
