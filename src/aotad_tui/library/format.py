"""The guide format, version 1: the keys of a guide's files.

The loader, `check` and the JSON Schema are derived from it.
"""

from __future__ import annotations

from aotad_tui.story.timeline import START

from .format_basics import (
    ABOUT_EVENT,
    ADDRESS,
    ALIASES,
    CERTAINTY,
    CHARACTER,
    DATE,
    EVENT,
    POINT_OR_LATER,
    SOURCES_CITED,
    STAGED,
    STAGED_GROUP,
    STAGED_NAME,
    STAMP,
    STATE,
    TEXT,
    TEXTS,
    AliasEntry,
    GroupVersionEntry,
    NameEntry,
    VersionEntry,
)
from .problems import Mark
from .records import Record, entry, optional, required
from .references import Stamp
from .relationship_entries import RelationshipEntry
from .shapes import (
    Boolean,
    Choice,
    FormatVersion,
    Integer,
    ListOf,
    MapOf,
    Shape,
    Word,
)
from .stamped_files import StampedList, StampedMap
from .timeline_entries import TimelineEntry


@entry
class GroupEntry:
    """A group of people."""

    mark: Mark
    name: str = required(TEXT, "The name of the group.")
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")


@entry
class KindEntry:
    """A kind of relationship."""

    mark: Mark
    label: str = required(TEXT, 'The relationship in words: "hunts".')
    back: str | None = optional(TEXT, 'The same from the other side: "hunted by" (default: the label).')
    heading: str | None = optional(TEXT, "The heading of a list of these relationships (default: the label).")
    sign: str | None = optional(TEXT, "One character that identifies the kind without colour.")
    line: str | None = optional(Choice("light", "heavy", "double", "dashed"), "The style of its line on the map.")
    family: str | None = optional(
        Choice("kinship", "love", "alliance", "conflict", "duty"),
        "What it has in common with other kinds, which decides its colour (default: by its line).",
    )
    mutual: bool | None = optional(Boolean(), "Whether the relationship is the same in both directions.")
    strength: int | None = optional(Integer(1, 5), "How strongly it connects two people, from 1 to 5 (default: 3).")


@entry
class StateEntry:
    """A state of a character."""

    mark: Mark
    label: str = required(TEXT, "The state in one or two words.")
    sign: str | None = optional(TEXT, "One character that identifies the state without colour.")


@entry
class GuideEntry:
    """The main file of a guide: title, timeline, groups, kinds of relationship, states."""

    mark: Mark
    format: int = required(FormatVersion(1), "The version of the guide format: 1.", is_essential=True)
    title: str = required(TEXT, "The title of the story.", is_essential=True)
    summary: str | None = optional(TEXT, "One line about the guide, without spoilers.")
    authors: tuple[str, ...] | None = optional(TEXTS, "Who wrote the guide.")
    license: str | None = optional(TEXT, "The licence of the guide, such as CC BY-SA 4.0.")
    homepage: Word | None = optional(ADDRESS, "The http or https address of the guide.")
    version: str | None = optional(TEXT, "The version of the guide, such as 1.2 or a date.")
    language: str | None = optional(TEXT, "The language of the guide, such as en.")
    endings: tuple[str, ...] | None = optional(
        TEXTS, "The endings of inflected names, which may replace each other or follow a name.", shown=False
    )
    hindsight: tuple[str, ...] | None = optional(
        TEXTS, "Words that tell of what comes later. `check` looks for them beside its own list.", shown=False
    )
    short_names: bool | None = optional(
        Boolean(), "Whether the first and last names of people are found in texts without being listed (default: true)."
    )
    timeline: TimelineEntry | None = optional(
        Record(TimelineEntry), "The points of the story. Stamps refer to them.", is_essential=True
    )
    groups: tuple[tuple[Word, GroupEntry], ...] | None = optional(MapOf(Record(GroupEntry)), "Groups of people, by id.")
    kinds: tuple[tuple[Word, KindEntry], ...] | None = optional(
        MapOf(Record(KindEntry)), "Kinds of relationship, by id. They add to the built-in ones or replace them."
    )
    states: tuple[tuple[Word, StateEntry], ...] | None = optional(
        MapOf(Record(StateEntry)), "States, by id. They add to the built-in ones or replace them."
    )


@entry
class ActorEntry:
    """The actor of a character."""

    mark: Mark
    name: str = required(TEXT, "The name of the actor.")
    native: str | None = optional(TEXT, "The name in its own script.")


@entry
class FactEntry:
    """A fact about a character."""

    mark: Mark
    text: str = required(TEXT, "The fact, in one sentence.")
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")
    state: Word | None = optional(
        STATE, "The new state of the character: a built-in one, such as dead, or one from guide.yaml.", refers="states"
    )
    event: Word | None = optional(EVENT, ABOUT_EVENT, shown=False)
    certainty: str | None = optional(CERTAINTY, "How certain the fact is.")
    as_of: str | None = optional(DATE, "The date of the information.")
    sources: tuple[Word, ...] | None = optional(SOURCES_CITED, "Ids of sources from sources.yaml.", refers="sources")


@entry
class BecomesEntry:
    """The other entry of a person who has two."""

    mark: Mark
    character: Word = required(
        CHARACTER, "The id of the other entry. It replaces this one from then on.", refers="characters"
    )
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")


@entry
class CharacterEntry:
    """A character of the story."""

    mark: Mark
    name: tuple[NameEntry, ...] = required(STAGED_NAME, "The name. Staged if it changes.")
    native: tuple[NameEntry, ...] | None = optional(STAGED_NAME, "The name in its own script. Staged if it changes.")
    aliases: tuple[AliasEntry, ...] | None = optional(ALIASES, "Other names and spellings.")
    short_names: bool | None = optional(
        Boolean(), "Whether the first and last name are found in texts without being listed (default: true)."
    )
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")
    group: tuple[GroupVersionEntry, ...] | None = optional(
        STAGED_GROUP, "The id of the group. Staged if it changes.", refers="groups"
    )
    about: tuple[VersionEntry, ...] | None = optional(
        STAGED, "One line about the character, without spoilers beyond its stamp. Staged if it changes."
    )
    played_by: ActorEntry | None = optional(Record(ActorEntry), "The actor.")
    facts: tuple[FactEntry, ...] | None = optional(
        ListOf(Record(FactEntry)), "Facts about the character, in story order."
    )
    becomes: BecomesEntry | None = optional(Record(BecomesEntry), "The character that this one turns out to be.")
    met: Word | None = optional(
        POINT_OR_LATER,
        "For a character who is announced first: met after the reader finishes this point (default: `since`),"
        " or `later`, after the last point of the timeline.",
    )


@entry
class TermEntry:
    """A place, a thing or a word of the story."""

    mark: Mark
    name: tuple[NameEntry, ...] = required(STAGED_NAME, "The name. Staged if it changes.")
    native: tuple[NameEntry, ...] | None = optional(STAGED_NAME, "The name in its own script. Staged if it changes.")
    aliases: tuple[AliasEntry, ...] | None = optional(ALIASES, "Other names and spellings.")
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")
    about: tuple[VersionEntry, ...] | None = optional(
        STAGED, "What it is, without spoilers beyond its stamp. Staged if it changes."
    )


@entry
class SourceEntry:
    """A source that facts, relationships and sections cite."""

    mark: Mark
    title: str = required(TEXT, "The title of the page or work.")
    url: Word | None = optional(ADDRESS, "The http or https address.")
    date: str | None = optional(DATE, "The date.")
    publisher: str | None = optional(TEXT, "The publisher.")
    since: Word | None = optional(
        Stamp(missing=START), "Shown after the reader finishes this point. Needed if the title or address is a spoiler."
    )


@entry
class PartEntry:
    """A part of the sidebar: the file `_part.yaml` in a folder of sections."""

    mark: Mark
    title: str | None = optional(TEXT, "The title (default: made from the name of the folder).")
    since: Word | None = optional(
        Stamp(missing=START),
        "The part and all sections in it are shown after the reader finishes this point (default: when a section is).",
    )


@entry
class SectionEntry:
    """The front matter of a section."""

    mark: Mark
    title: str | None = optional(TEXT, "The title (default: made from the file name).")
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")
    certainty: str | None = optional(CERTAINTY, "How certain the claims are.")
    as_of: str | None = optional(DATE, "The date of the information.")
    aliases: tuple[str, ...] | None = optional(TEXTS, "Other titles by which search finds the section.")
    unnamed: tuple[str, ...] | None = optional(
        TEXTS, "Names of characters that mean something else on this page.", shown=False
    )
    sources: tuple[Word, ...] | None = optional(SOURCES_CITED, "Ids of sources from sources.yaml.", refers="sources")
    role: str | None = optional(
        Choice("start", "recap"), "What the page is for: start, where reading begins, or recap, the story so far."
    )
    covers: Word | None = optional(
        STAMP, "The point that the page is about. A reader who has finished it begins with this page."
    )
    order: int | None = optional(
        Integer(0, 1_000_000), "The position in the folder, instead of the number in the file name."
    )


GUIDE = Record(GuideEntry, is_root=True)
CHARACTERS = MapOf(Record(CharacterEntry))
RELATIONSHIPS = ListOf(Record(RelationshipEntry))
TERMS = MapOf(Record(TermEntry))
SOURCES = MapOf(Record(SourceEntry))
CHARACTERS_FILE = StampedMap(CHARACTERS)
RELATIONSHIPS_FILE = StampedList(RELATIONSHIPS, "relationships")
PART = Record(PartEntry)
FRONT_MATTER = Record(SectionEntry, allow_other_keys=True)

FILES: dict[str, Shape[object]] = {
    "guide": GUIDE,
    "characters": CHARACTERS_FILE,
    "relationships": RELATIONSHIPS_FILE,
    "terms": TERMS,
    "sources": SOURCES,
    "part": PART,
    "section": FRONT_MATTER,
}
"""The shape of each kind of file, by the name of its schema."""
