"""Reads what the entries of characters and terms have in common: names and descriptions that change with the story."""

from __future__ import annotations

from typing import TypedDict

from aotad_tui.story.named import Stage, Stages
from aotad_tui.story.timeline import Position

from .format import CharacterEntry, TermEntry
from .format_basics import AliasEntry
from .problems import Problems
from .shapes import Word
from .stamps import Stamps


class NamedFields(TypedDict):
    """The fields of a `Named`."""

    id: str
    since: Position
    name_stages: Stages
    native_stages: Stages
    aliases: Stages
    about_stages: Stages


def read_named(id: Word, entry: CharacterEntry | TermEntry, stamps: Stamps, problems: Problems) -> NamedFields:
    """The names and the description of an entry. Reports a name that is later than the entry itself."""
    since = stamps.since(entry.since, id.mark, f"'{id.text}'")
    before = problems.count
    names = stamps.stages(entry.name, since, f"a name of '{id.text}'")
    if names and names[0].since > since and problems.count == before:
        message = (
            f"'{id.text}' has no name at its own `since` and stays hidden until its first name; add an earlier name"
        )
        problems.report(entry.name[0].mark, "NO-NAME", message)
    return NamedFields(
        id=id.text,
        since=since,
        name_stages=names,
        native_stages=stamps.stages(entry.native, since, f"a native name of '{id.text}'"),
        aliases=tuple(_alias(alias, since, stamps) for alias in entry.aliases or ()),
        about_stages=stamps.stages(entry.about, since, f"`about` of '{id.text}'"),
    )


def _alias(alias: AliasEntry, owner_since: Position, stamps: Stamps) -> Stage:
    since = stamps.point(alias.since) if alias.since else owner_since
    return Stage(since, alias.name, alias.live)
