"""Reports ids that differ only in case: each is an id of its own, though people and some file systems see one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aotad_tui.story.values import Section

from .entries import Entries
from .problems import Mark, Problems
from .sections import SECTIONS
from .shapes import Word
from .timelines import point_entries


def report_case_of_ids(entries: Entries, sections: Iterable[Section], problems: Problems) -> None:
    """Report each id that differs from an earlier one of the same map only in case."""
    for ids in _maps_of_ids(entries, sections):
        first_ids: dict[str, Word] = {}
        for id in ids:
            first = first_ids.setdefault(id.text.casefold(), id)
            if first.text != id.text:
                message = f"'{id.text}' differs only in case from '{first.text}' at {first.mark}; rename one of the two"
                problems.report(id.mark, "CASE", message)


def _maps_of_ids(entries: Entries, sections: Iterable[Section]) -> Iterator[Sequence[Word]]:
    guide = entries.guide
    if guide.timeline:
        yield [point.id for point in point_entries(guide.timeline)]
        yield [volume.id for volume in guide.timeline.volumes or () if volume.id]
    for pairs in (guide.groups, guide.kinds, guide.states, entries.sources, entries.characters, entries.terms):
        yield [id for id, _ in pairs or ()]
    yield [Word(section.id, Mark(f"{SECTIONS}/{section.file}")) for section in sections]
