"""What the authors' tools print, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from aotad_tui.authoring.changes import Change, ChangeKind
from aotad_tui.authoring.coverage import Coverage
from aotad_tui.cells import pad, width
from aotad_tui.story.people import People
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import START, Position

from .query import Json

_PLURALS = {
    ChangeKind.PERSON: "people",
    ChangeKind.NAME: "names",
    ChangeKind.DESCRIPTION: "descriptions",
    ChangeKind.TERM: "terms",
    ChangeKind.FACT: "facts",
    ChangeKind.RELATIONSHIP: "relationships",
    ChangeKind.SECTION: "sections",
    ChangeKind.PASSAGE: "passages",
}


def change_line(change: Change, folder: Path, story: Story) -> str:
    """A change on one line: place, point, kind and words."""
    point = story.timeline.untitled(change.since) if change.since else START
    mark = change.mark
    return f"{folder / mark.path}:{mark.line}:{mark.column}: {point}: {change.kind}: {change.text}"


def change_json(change: Change, story: Story) -> dict[str, Json]:
    """A change as JSON."""
    return {
        "file": change.mark.path,
        "line": change.mark.line,
        "column": change.mark.column,
        "point": _id(story, change.since),
        "kind": str(change.kind),
        "text": change.text,
    }


def coverage_text(coverage: Coverage, story: Story) -> str:
    """The coverage of a guide: a table of points, then the gaps."""
    people = People(story.as_of(story.seen))
    names = {person.id: f"{person.name} ({person.id})" for person in people.everyone}
    gaps = [
        ("Nothing opens at", [story.timeline.untitled(position) for position in coverage.empty_points]),
        ("Without facts", [names[id] for id in coverage.without_facts]),
        ("Without relationships", [names[id] for id in coverage.without_relationships]),
        ("Mentioned in no section", [names[id] for id in coverage.without_mentions]),
        ("Sources cited nowhere", list(coverage.unused_sources)),
    ]
    return "\n".join([*_table(coverage, story), *(line for gap in gaps for line in _gap(*gap))])


def _gap(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"\n{title}: {len(items)}"
        yield from (f"  {item}" for item in items)


def _table(coverage: Coverage, story: Story) -> Iterator[str]:
    """The points at which something opens, with the number of things of each kind."""
    rows = [(_point(story, position), kinds) for position, kinds in enumerate(coverage.added) if kinds]
    first = max((width(point) for point, _ in rows), default=0)
    yield "  ".join((pad("", first), *_PLURALS.values()))
    for point, kinds in rows:
        numbers = (f"{kinds[kind] or '':>{len(plural)}}" for kind, plural in _PLURALS.items())
        yield "  ".join((pad(point, first), *numbers)).rstrip()


def coverage_json(coverage: Coverage, story: Story) -> dict[str, Json]:
    """The coverage of a guide as JSON."""
    points: list[Json] = [
        {"point": _id(story, position), **{plural: kinds[kind] for kind, plural in _PLURALS.items()}}
        for position, kinds in enumerate(coverage.added)
    ]
    return {
        "points": points,
        "empty_points": _list(_id(story, position) for position in coverage.empty_points),
        "without_facts": _list(coverage.without_facts),
        "without_relationships": _list(coverage.without_relationships),
        "without_mentions": _list(coverage.without_mentions),
        "unused_sources": _list(coverage.unused_sources),
    }


def _list(texts: Iterable[str]) -> list[Json]:
    return list(texts)


def _point(story: Story, position: Position) -> str:
    return story.timeline.heading(position) if position else START


def _id(story: Story, position: Position) -> str:
    return story.timeline.points[position - 1].id if position else START
