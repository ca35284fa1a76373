"""The groups of entries in the palette, each with a heading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from aotad_tui.link import Link, LinkKind

from .palette_index import Entry
from .prefixes import TEXT

_HEADINGS = {
    LinkKind.CHARACTER: "People",
    LinkKind.TERM: "Terms",
    LinkKind.SECTION: "Sections",
    LinkKind.COMMAND: "Commands",
    LinkKind.POINT: "Progress",
}


def grouped(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Put entries into groups, each with a heading, in the order of their first entries.

    The order inside of a group stays, and so does the first entry of all. A single group needs no heading: it is "".
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_heading(entry), []).append(entry)
    return list(groups.items()) if len(groups) > 1 else [("", list(chain.from_iterable(groups.values())))]


def _heading(entry: Entry) -> str:
    if entry.text:
        return "Text"  # Passages keep their order, also where only some have a heading above them.
    if entry.group:
        return entry.group
    if entry.link.is_section and entry.link.fragment:
        return "Headings"
    return _HEADINGS.get(entry.link.kind, "Other")


def full_text_search(kind: str, words: str) -> Entry | None:
    """The entry that searches all text for some words; None while they are searched for, or there are none."""
    words = words.strip()
    return Entry(Link.command("find_text"), search=words) if words and kind != TEXT else None
