"""What a guide says, as frozen values. Every `since` and `until` is a `Position` of the timeline.

Each value knows how to say itself as of a position (`as_of`), which leaves out what is stamped later and
nothing else. Whether a value is visible at all is for `story.Story` to decide, since it hangs on other values.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from .timeline import Position


@dataclass(frozen=True, slots=True)
class Stage:
    """One version of a text that changes as the story goes on. `live`: whether a name is looked for in texts."""

    since: Position
    text: str
    live: bool = True


Stages = tuple[Stage, ...]
"""The versions of a text, in story order; the last one is in force."""


def latest(stages: Stages) -> str | None:
    """The text in force, or None when there is none."""
    return stages[-1].text if stages else None


def reached_stages(stages: Stages, seen: Position) -> Stages:
    """The versions that are known at `seen`."""
    return tuple(stage for stage in stages if stage.since <= seen)


class Certainty(StrEnum):
    """How sure a claim is."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    SPECULATION = "speculation"

    @property
    def sign(self) -> str:
        """A character that tells it without colour."""
        return {"confirmed": "✓", "reported": "◌"}.get(self.value, "?")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a claim rests on: how sure it is, the date it speaks of (as written), and the ids of its sources."""

    certainty: Certainty | None = None
    as_of: str = ""
    sources: tuple[str, ...] = ()


NO_GROUNDS = Grounds()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim can be looked up. Its title or address may tell something, so it can be held back by itself."""

    id: str
    title: str
    since: Position = 0
    url: str = ""
    date: str = ""
    publisher: str = ""


class LineStyle(StrEnum):
    """How a kind of relationship is drawn, so that it can be told without colour."""

    LIGHT = "light"
    HEAVY = "heavy"
    DOUBLE = "double"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of relationship: a word for either direction, a heading, a sign, a line; `mutual` has no direction.

    `strength`: how much it binds two people, from 1 to 5; what to choose by where two people are tied in several ways.
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
"""The id of the state of everybody of whom nothing else is told."""


@dataclass(frozen=True, slots=True)
class State:
    """What can become of somebody."""

    id: str
    label: str
    sign: str


@dataclass(frozen=True, slots=True)
class Group:
    """People who belong together."""

    id: str
    name: str
    since: Position


@dataclass(frozen=True, slots=True)
class Actor:
    """Who plays a character; `aliases` are spellings that are found and not shown."""

    name: str
    native: str = ""
    aliases: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that becomes known of a character, and the state it brings, if any."""

    since: Position
    text: str
    state: str | None = None
    grounds: Grounds = NO_GROUNDS


@dataclass(frozen=True, slots=True)
class Becomes:
    """From `since` on, a character turns out to be another one."""

    character: str
    since: Position


@dataclass(frozen=True, slots=True)
class Character:
    """One entry of the cast. `group` stages hold ids of groups; every other stage holds text to show."""

    id: str
    since: Position
    name_stages: Stages
    native_stages: Stages = ()
    aliases: Stages = ()
    group_stages: Stages = ()
    about_stages: Stages = ()
    played_by: Actor | None = None
    facts: tuple[Fact, ...] = ()
    becomes: Becomes | None = None

    @property
    def name(self) -> str:
        """The name in force; the id for an entry that has no name yet."""
        return latest(self.name_stages) or self.id

    @property
    def native(self) -> str:
        """The name in its own script, or an empty string."""
        return latest(self.native_stages) or ""

    @property
    def about(self) -> str:
        """A line or two on who this is."""
        return latest(self.about_stages) or ""

    @property
    def group(self) -> str | None:
        """The id of the group that this character belongs to now."""
        return latest(self.group_stages)

    @property
    def state(self) -> str:
        """The id of the state that the latest fact brought; alive when none did."""
        return next((fact.state for fact in reversed(self.facts) if fact.state), ALIVE)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name this character goes by, earlier names too, each once, the one in force first."""
        return tuple(dict.fromkeys(stage.text for stage in self.spelling_stages))

    @property
    def spelling_stages(self) -> Stages:
        """The names behind `spellings`, in the same order; one spelling may stand in several."""
        return (*reversed(self.name_stages), *reversed(self.native_stages), *self.aliases)

    def as_of(self, seen: Position) -> Character:
        """This entry without what is stamped later."""
        return replace(
            self,
            name_stages=reached_stages(self.name_stages, seen),
            native_stages=reached_stages(self.native_stages, seen),
            aliases=reached_stages(self.aliases, seen),
            group_stages=reached_stages(self.group_stages, seen),
            about_stages=reached_stages(self.about_stages, seen),
            facts=tuple(fact for fact in self.facts if fact.since <= seen),
            becomes=self.becomes if self.becomes and self.becomes.since <= seen else None,
        )


@dataclass(frozen=True, slots=True)
class Relationship:
    """How `source` stands to `target`: "source label target" reads as a sentence, "target back source" too.

    `until` is set once the relationship is over, and only then is `ended` told.
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
        """This relationship without what is stamped later; before its end nothing tells that it ends."""
        over = self.until is not None and self.until <= seen
        return replace(
            self,
            label_stages=reached_stages(self.label_stages, seen),
            back_stages=reached_stages(self.back_stages, seen),
            until=self.until if over else None,
            ended=self.ended if over else "",
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One page of text; the text itself is read by `Story.text` when it is opened.

    `id` is the path without number prefixes, `file` the path in the folder of sections as it is,
    `parts` the titles of the folders it lies in, `unnamed` the spellings that name nobody on this page.
    """

    id: str
    file: str
    title: str
    since: Position
    parts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    grounds: Grounds = field(default=NO_GROUNDS)
