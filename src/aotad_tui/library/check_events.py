"""Reports events of one fact or relationship alone: the id may be misspelt, and has no effect."""

from __future__ import annotations

from collections.abc import Iterator

from .entries import Entries
from .problems import Problems, did_you_mean
from .shapes import Word


def report_single_events(entries: Entries, problems: Problems) -> None:
    """Report each event that only one fact or relationship has."""
    events: dict[str, list[Word]] = {}
    for event in _events(entries):
        events.setdefault(event.text, []).append(event)
    for id, words in events.items():
        if len(words) == 1:
            hint = did_you_mean(id, (other for other in events if other != id))
            hint = hint or "; give the id to what else belongs to the event, or remove it"
            problems.report(words[0].mark, "EVENT", f"nothing else has the event '{id}'{hint}")


def _events(entries: Entries) -> Iterator[Word]:
    for _, character in entries.characters:
        yield from (fact.event for fact in character.facts or () if fact.event)
    yield from (relationship.event for relationship in entries.relationships if relationship.event)
