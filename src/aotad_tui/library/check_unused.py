"""Finds what a guide defines and nothing uses: sources, groups, kinds, states, people whom nothing mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .entries import Entries
from .problems import Problems
from .shapes import Word


def report_unused(entries: Entries, mentioned: Collection[str], problems: Problems) -> None:
    """Report definitions without a use. `mentioned`: the ids of the people whom a text mentions."""
    used = _used_ids(entries)
    guide = entries.guide
    definitions: list[tuple[str, Iterable[tuple[Word, object]]]] = [
        ("source", entries.sources),
        ("group", guide.groups or ()),
        ("kind", guide.kinds or ()),
        ("state", guide.states or ()),
    ]
    for what, pairs in definitions:
        for id, _ in pairs:
            if (what, id.text) not in used:
                problems.report(id.mark, "UNUSED", f"nothing uses the {what} '{id.text}'; use or remove it")
    related = {person.text for tie in entries.relationships for person in (tie.from_, tie.to)}
    related |= {entry.becomes.character.text for _, entry in entries.characters if entry.becomes}
    for id, character in entries.characters:
        if not (character.facts or character.becomes or id.text in related or id.text in mentioned):
            message = f"'{id.text}' has no facts and no relationships, and no section mentions them; add one"
            problems.report(id.mark, "UNUSED", message)


def _used_ids(entries: Entries) -> set[tuple[str, str]]:
    used: set[tuple[str, str]] = set()
    for _, character in entries.characters:
        used.update(("group", version.text) for version in character.group or ())
        for fact in character.facts or ():
            used.update(("source", source.text) for source in fact.sources or ())
            used.add(("state", fact.state.text if fact.state else ""))
    for tie in entries.relationships:
        used.update(("kind", version.text) for version in tie.kind)
        used.update(("source", source.text) for source in tie.sources or ())
    for section in entries.sections:
        used.update(("source", source.text) for source in section.sources or ())
    return used | {("state", "alive"), ("state", "announced")}
