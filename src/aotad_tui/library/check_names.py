"""Checks the names of people: names that two share, that are written twice, or that are common words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aotad_tui.letters import plain

from .entries import Entries
from .format import CharacterEntry, TermEntry
from .format_basics import AliasEntry, NameEntry
from .problems import Mark, Problems
from .shapes import Word

_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the an you he she it we they me him her us them my your his its our their this that these those who "
        "what and or but if not no yes as at by for from in into of off on onto out over to up with be am is "
        "are was were been do does did have has had can could will would shall should may might must so then "
        "there here now one two all any some more most other another same such man woman boy girl people mr "
        "mrs ms dr sir a i ",
    )
)
"""Words that nearly every English text has. A name of one of them would make all of these a link."""


def report_names(entries: Entries, problems: Problems) -> None:
    """Report names that mean several people, that are common words, or that are written twice."""
    owners: dict[str, tuple[str, Mark]] = {}
    for id, names in _names(entries):
        own: set[str] = set()
        for name, mark, is_searched in names:
            key = plain(name).casefold()
            if key in own:
                message = f"'{id.text}' already has the name '{name}'; remove one of the two"
                problems.report(mark, "REPEATED", message, subject=name)
            elif is_searched and is_common(name):
                message = f"'{name}' is a word of nearly every text; add `live: false`, or write a longer name"
                problems.report(mark, "COMMON-NAME", message, subject=name)
            elif is_searched and key in owners and owners[key][0] != id.text:
                other, place = owners[key]
                message = f"'{name}' is a name of '{other}' too ({place}), so it is no link; use longer names"
                problems.report(mark, "NAMESAKE", message, subject=name)
            own.add(key)
            if is_searched:
                owners.setdefault(key, (id.text, mark))


def is_common(name: str) -> bool:
    """Whether a name is a word of nearly every text."""
    return plain(name).casefold() in _COMMON


def _names(entries: Entries) -> Iterator[tuple[Word, list[tuple[str, Mark, bool]]]]:
    """The names of each person and term: the text, its place, and whether pages search for it."""
    becoming = {id.text: entry.becomes.character.text for id, entry in entries.characters if entry.becomes}
    for id, character in entries.characters:
        whole = Word(becoming.get(id.text, id.text), id.mark)  # the two entries of one person may share names
        yield whole, _names_of(character)
    yield from ((id, _names_of(term)) for id, term in entries.terms)


def _names_of(entry: CharacterEntry | TermEntry) -> list[tuple[str, Mark, bool]]:
    versions = [_name(version) for version in (*entry.name, *(entry.native or ()))]
    return [*versions, *(_name(alias) for alias in entry.aliases or ())]


def _name(entry: NameEntry | AliasEntry) -> tuple[str, Mark, bool]:
    text = entry.name if isinstance(entry, AliasEntry) else entry.text
    is_searched = (len(text) > 1 or entry.live is True) if entry.live is None else entry.live
    return text, entry.mark, is_searched
