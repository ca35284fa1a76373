"""The keys of a relationship in a guide's files."""

from __future__ import annotations

from .format_basics import (
    ABOUT_EVENT,
    CHARACTER,
    EVENT,
    KIND,
    SOURCES_CITED,
    STAGED,
    STAMP,
    TEXT,
    VersionEntry,
)
from .problems import Mark
from .records import Record, entry, optional, required
from .references import IdText
from .shapes import ListOf, ShortOr, Staged, Word

KIND_TEXT = IdText(KIND)


@entry
class KindVersionEntry(VersionEntry):
    """One version of a kind that changes with the story. The latest version up to the reader's point applies."""

    text: str = required(KIND_TEXT, "The id of the kind.", refers="kinds")


def _kind(mark: Mark, text: str) -> KindVersionEntry:
    return KindVersionEntry(mark=mark, text=text, since=None, short=True)


STAGED_KIND = Staged(Record(KindVersionEntry), _kind, KIND_TEXT)


@entry
class SecretEntry:
    """A character who does not know about a relationship."""

    mark: Mark
    who: Word = required(CHARACTER, "The id of the character.", refers="characters")
    until: Word | None = optional(STAMP, "The character knows about it after the reader finishes this point.")


def _secret(mark: Mark, id: str) -> SecretEntry:
    return SecretEntry(mark=mark, who=Word(id, mark), until=None)


@entry
class RelationshipEntry:
    """A relationship from one character to another."""

    mark: Mark
    from_: Word = required(CHARACTER, "The id of the first character.", refers="characters")
    to: Word = required(CHARACTER, "The id of the second character.", refers="characters")
    kind: tuple[KindVersionEntry, ...] = required(
        STAGED_KIND, "The id of a kind: a built-in one or one from guide.yaml. Staged if it changes.", refers="kinds"
    )
    label: tuple[VersionEntry, ...] | None = optional(
        STAGED, 'The text on the line. "FROM label TO" must be a sentence.'
    )
    back: tuple[VersionEntry, ...] | None = optional(STAGED, "The same from the other side, if it differs.")
    since: Word | None = optional(STAMP, "Shown after the reader finishes this point.")
    until: Word | None = optional(
        STAMP, "The relationship is over after the reader finishes this point. Nothing hints at it before."
    )
    ended: str | None = optional(TEXT, "How the relationship ended. Shown together with `until`.", since="until")
    secret_from: tuple[SecretEntry, ...] | None = optional(
        ListOf(ShortOr(Record(SecretEntry), _secret, IdText(CHARACTER))),
        "Ids of the characters who do not know about it, each with the point of learning about it if there is one.",
        refers="characters",
    )
    event: Word | None = optional(EVENT, ABOUT_EVENT, shown=False)
    sources: tuple[Word, ...] | None = optional(SOURCES_CITED, "Ids of sources from sources.yaml.", refers="sources")
