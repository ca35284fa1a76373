"""The parts that entries of the guide format share: common shapes, and texts that change with the story."""

from __future__ import annotations

from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.timeline import START
from aotad_tui.story.values import ANNOUNCED

from .problems import Mark
from .records import Record, entry, optional, required
from .references import IdReference, LenientIdText, Stamp
from .shapes import Boolean, Choice, ListOf, PlacedText, ShortOr, Staged, Text, Word

TEXT = Text()
ADDRESS = PlacedText()
STAMP = Stamp()
POINT_OR_LATER = Stamp(missing=START, may_be_later=True)
CHARACTER = IdReference("CharacterId")
EVENT = IdReference("EventId")
GROUP = IdReference("GroupId")
GROUP_TEXT = LenientIdText(GROUP)
KIND = IdReference("KindId", tuple(kind.id for kind in KINDS))
SOURCE = IdReference("SourceId")
STATE = IdReference("StateId", tuple(state.id for state in STATES if state.id != ANNOUNCED))
REFERENCES = (STAMP, POINT_OR_LATER, CHARACTER, EVENT, GROUP, KIND, SOURCE, STATE)
"""The kinds of ids that refer to something."""
TEXTS = ListOf(TEXT, or_one=True)
DATE = Text()
CERTAINTY = Choice("confirmed", "reported", "speculation")
SOURCES_CITED = ListOf(SOURCE)
ABOUT_EVENT = (
    "The id of an event, which this shares with other facts and relationships. The recap shows them as one. Readers see"
    " it in JSON only."
)
_LIVE = (
    "Whether the name is searched for in texts (default: true, but false for one letter)."
    " Set false for a common word; search still finds it."
)


@entry
class VersionEntry:
    """One version of a text that changes with the story. The latest version up to the reader's point applies."""

    mark: Mark
    text: str = required(TEXT, "The text.")
    since: Word | None = optional(STAMP, "This version applies after the reader finishes this point.")
    short: bool = False


@entry
class GroupVersionEntry(VersionEntry):
    """One version of a group that changes with the story. The latest version up to the reader's point applies."""

    text: str = required(GROUP_TEXT, "The id of the group.", refers="groups")


@entry
class NameEntry(VersionEntry):
    """One version of a name that changes with the story. The latest version up to the reader's point applies."""

    live: bool | None = optional(Boolean(), _LIVE)


@entry
class AliasEntry:
    """Another name of a character."""

    mark: Mark
    name: str = required(TEXT, "The name.")
    since: Word | None = optional(
        Stamp(missing=START), "Shown after the reader finishes this point (default: when the character is)."
    )
    live: bool | None = optional(Boolean(), _LIVE)
    short: bool = False


def _version(mark: Mark, text: str) -> VersionEntry:
    return VersionEntry(mark=mark, text=text, since=None, short=True)


def _group(mark: Mark, text: str) -> GroupVersionEntry:
    return GroupVersionEntry(mark=mark, text=text, since=None, short=True)


def _name(mark: Mark, text: str) -> NameEntry:
    return NameEntry(mark=mark, text=text, since=None, live=None, short=True)


def _alias(mark: Mark, name: str) -> AliasEntry:
    return AliasEntry(mark=mark, name=name, since=None, live=None, short=True)


STAGED = Staged(Record(VersionEntry), _version)
STAGED_GROUP = Staged(Record(GroupVersionEntry), _group, GROUP_TEXT)
STAGED_NAME = Staged(Record(NameEntry), _name)
ALIASES = ListOf(ShortOr(Record(AliasEntry), _alias))
