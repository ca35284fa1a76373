"""Format 1: what may stand in a guide's files. The loader, `check` and the JSON Schema are all made of this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aotad_tui.story.timeline import START

from .problems import Mark
from .records import Record, entry, optional, required
from .shapes import Choice, Flag, ListOf, MapOf, Name, Shape, ShortOr, Staged, Stamp, Text, Whole, Word

TEXT = Text()
ID = Name()
STAMP = Stamp()
DATE = Text()
CERTAINTY = Choice("confirmed", "reported", "speculation")
IDS = ListOf(ID)
_LIVE = "false where the word is too common to be looked for in texts; it is still found by whoever types it."


@entry
class PointEntry:
    """One step of the timeline."""

    mark: Mark
    id: Word = required(ID, "What stamps call it.")
    title: str | None = optional(TEXT, "Its title; shown only to those who have reached it.", since="id")


@entry
class TimelineEntry:
    """The steps in which the story is told, in order. Without one, a guide has no stamps and holds nothing back."""

    mark: Mark
    unit: str | None = optional(TEXT, "One step, in a word: episode, chapter, session.")
    points: tuple[PointEntry, ...] | None = optional(ListOf(Record(PointEntry)), "The steps, in order.")
    count: int | None = optional(Whole(1, 100_000), 'Instead of points: that many steps, called "1", "2" and so on.')


@entry
class GroupEntry:
    """People who belong together."""

    mark: Mark
    name: str = required(TEXT, "What the group is called.")
    since: Word | None = optional(STAMP, "The point once which is finished the group may be told of.")


@entry
class KindEntry:
    """A kind of relationship."""

    mark: Mark
    label: str = required(TEXT, 'How one stands to the other: "hunts".')
    back: str | None = optional(TEXT, 'The same from the other end: "hunted by".')
    heading: str | None = optional(TEXT, "What a list of such relationships is headed; the label when left out.")
    sign: str | None = optional(TEXT, "One character that stands for it, so that it needs no colour.")
    line: str | None = optional(Choice("light", "heavy", "double", "dashed"), "How its line is drawn.")
    mutual: bool | None = optional(Flag(), "Whether it holds in both directions alike.")
    strength: int | None = optional(Whole(1, 5), "How much it binds two people, from 1 to 5; 3 if left out.")


@entry
class StateEntry:
    """What can become of somebody."""

    mark: Mark
    label: str = required(TEXT, "The state in a word or two.")
    sign: str | None = optional(TEXT, "One character that stands for it, so that it needs no colour.")


@entry
class GuideEntry:
    """What the guide is: its timeline, groups, kinds of relationship, states."""

    mark: Mark
    format: int = required(Whole(1, 1), "The version of the format: 1.")
    title: str = required(TEXT, "The title of the story.")
    summary: str | None = optional(TEXT, "A line on the guide that gives nothing away.")
    language: str | None = optional(TEXT, "The language that the guide is written in, such as en.")
    timeline: TimelineEntry | None = optional(Record(TimelineEntry), "The points that stamps name.")
    groups: tuple[tuple[Word, GroupEntry], ...] | None = optional(MapOf(Record(GroupEntry)), "Groups of people.")
    kinds: tuple[tuple[Word, KindEntry], ...] | None = optional(
        MapOf(Record(KindEntry)), "Kinds of relationship beside the built-in ones, or in place of them."
    )
    states: tuple[tuple[Word, StateEntry], ...] | None = optional(
        MapOf(Record(StateEntry)), "States beside the built-in ones, or in place of them."
    )


@entry
class VersionEntry:
    """One version of a text that changes as the story goes on; the latest that is known is in force."""

    mark: Mark
    text: str = required(TEXT, "The text.")
    since: Word | None = optional(STAMP, "The point once which is finished this version holds.")
    short: bool = False


@entry
class NameEntry(VersionEntry):
    """One version of a name that changes as the story goes on; the latest that is known is in force."""

    live: bool | None = optional(Flag(), _LIVE)


@entry
class AliasEntry:
    """Another name of a character."""

    mark: Mark
    name: str = required(TEXT, "The name.")
    since: Word | None = optional(STAMP, "The point once which is finished the name is known.")
    live: bool | None = optional(Flag(), _LIVE)
    short: bool = False


@entry
class ActorEntry:
    """Who plays a character."""

    mark: Mark
    name: str = required(TEXT, "The actor's name.")
    native: str | None = optional(TEXT, "The same in its own script.")


@entry
class FactEntry:
    """Something that becomes known of a character."""

    mark: Mark
    text: str = required(TEXT, "The fact, in a sentence.")
    since: Word | None = optional(STAMP, "The point once which is finished it is known.")
    state: Word | None = optional(
        ID, "What it makes of the character: dead, missing, or a state of the guide's own.", refers="states"
    )
    certainty: str | None = optional(CERTAINTY, "How sure it is.")
    as_of: str | None = optional(DATE, "The date it speaks of.")
    sources: tuple[Word, ...] | None = optional(IDS, "Where it is from: ids of sources.yaml.", refers="sources")


@entry
class BecomesEntry:
    """Two entries that turn out to be one person."""

    mark: Mark
    character: Word = required(ID, "The other entry, under which the person goes from then on.", refers="characters")
    since: Word | None = optional(STAMP, "The point once which is finished it is known.")


def _version(mark: Mark, text: str) -> VersionEntry:
    return VersionEntry(mark=mark, text=text, since=None, short=True)


def _name(mark: Mark, text: str) -> NameEntry:
    return NameEntry(mark=mark, text=text, since=None, live=None, short=True)


def _alias(mark: Mark, name: str) -> AliasEntry:
    return AliasEntry(mark=mark, name=name, since=None, live=None, short=True)


STAGED = Staged(Record(VersionEntry), _version)
STAGED_NAME = Staged(Record(NameEntry), _name)


@entry
class CharacterEntry:
    """Somebody in the story."""

    mark: Mark
    name: tuple[NameEntry, ...] = required(STAGED_NAME, "The name; staged where it changes.")
    native: tuple[NameEntry, ...] | None = optional(STAGED_NAME, "The name in its own script; staged where it changes.")
    aliases: tuple[AliasEntry, ...] | None = optional(
        ListOf(ShortOr(Record(AliasEntry), _alias)), "Other names and spellings that people know."
    )
    since: Word | None = optional(STAMP, "The point once which is finished there is such a person.")
    group: tuple[VersionEntry, ...] | None = optional(
        STAGED, "The id of the group; staged where it changes.", refers="groups"
    )
    about: tuple[VersionEntry, ...] | None = optional(STAGED, "Who it is, in a line that is safe at its stamp.")
    played_by: ActorEntry | None = optional(Record(ActorEntry), "Who plays the character.")
    facts: tuple[FactEntry, ...] | None = optional(ListOf(Record(FactEntry)), "What becomes known, in story order.")
    becomes: BecomesEntry | None = optional(Record(BecomesEntry), "Whom the character turns out to be.")


@entry
class RelationshipEntry:
    """How one character stands to another."""

    mark: Mark
    from_: Word = required(ID, "Whose relationship it is: the id of a character.", refers="characters")
    to: Word = required(ID, "To whom: the id of a character.", refers="characters")
    kind: Word = required(ID, "The kind: built in, or one of the guide's own.", refers="kinds")
    label: tuple[VersionEntry, ...] | None = optional(STAGED, 'Stands on the arrow: "FROM label TO" is a sentence.')
    back: tuple[VersionEntry, ...] | None = optional(STAGED, "The same seen from the other end, where that differs.")
    since: Word | None = optional(STAMP, "The point once which is finished it is known.")
    until: Word | None = optional(STAMP, "The point once which is finished it is over; nothing hints at it before.")
    ended: str | None = optional(TEXT, "How it ended; told only from `until` on.", since="until")
    secret_from: tuple[Word, ...] | None = optional(
        IDS, "Who in the story does not know: ids of characters.", refers="characters"
    )
    sources: tuple[Word, ...] | None = optional(IDS, "Where it is from: ids of sources.yaml.", refers="sources")


@entry
class SourceEntry:
    """Where a claim can be looked up."""

    mark: Mark
    title: str = required(TEXT, "The title of the page or work.")
    url: str | None = optional(TEXT, "Its address: http or https.")
    date: str | None = optional(DATE, "Its date.")
    publisher: str | None = optional(TEXT, "Who published it.")
    since: Word | None = optional(
        Stamp(missing=START), "Where its title or address tells something: the point from which to cite it."
    )


@entry
class SectionEntry:
    """The front matter of a section."""

    mark: Mark
    title: str | None = optional(TEXT, "The title; made of the file's name when left out.")
    since: Word | None = optional(STAMP, "The point once which is finished the section may be read.")
    certainty: str | None = optional(CERTAINTY, "How sure its claims are.")
    as_of: str | None = optional(DATE, "The date its claims speak of.")
    aliases: tuple[str, ...] | None = optional(ListOf(TEXT), "Other titles under which it is found.")
    unnamed: tuple[str, ...] | None = optional(
        ListOf(TEXT), "Spellings that name nobody of the story on this page.", shown=False
    )
    sources: tuple[Word, ...] | None = optional(IDS, "Where it is from: ids of sources.yaml.", refers="sources")
    order: int | None = optional(Whole(0, 1_000_000), "Its place in its folder, instead of the file name's number.")


GUIDE = Record(GuideEntry)
CHARACTERS = MapOf(Record(CharacterEntry))
RELATIONSHIPS = ListOf(Record(RelationshipEntry))
SOURCES = MapOf(Record(SourceEntry))
FRONT_MATTER = Record(SectionEntry, open=True)

FILES: dict[str, Shape[object]] = {
    "guide": GUIDE,
    "characters": CHARACTERS,
    "relationships": RELATIONSHIPS,
    "sources": SOURCES,
    "section": FRONT_MATTER,
}
"""The shape of each kind of file, under the name of its schema."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that was read from the files of a guide, before ids and points are looked up."""

    guide: GuideEntry
    sources: Sequence[tuple[Word, SourceEntry]]
    characters: Sequence[tuple[Word, CharacterEntry]]
    relationships: Sequence[RelationshipEntry]
    sections: Sequence[SectionEntry]
