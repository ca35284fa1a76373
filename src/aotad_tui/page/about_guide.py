"""A guide about itself: title, summary, credits and length, for the dialog and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aotad_tui.cells import Line, Span, fill, width, wrap_spans
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline


def about_lines(story: Story, cells: int) -> list[Line]:
    """The title and the summary of a guide, and a row for each credit that it has."""
    lines = wrap_spans((Span(story.title, "heading"),), cells)
    if story.summary:
        lines.extend(wrap_spans((Span(story.summary),), cells))
    rows = list(_rows(story))
    room = max(width(label) for label, _ in rows) + 2
    lines.append(())
    for label, value in rows:
        wrapped = wrap_spans((value,), max(cells - room, 8))
        for number, line in enumerate(wrapped):
            head = Span("" if number else label, "dim", value.link)
            lines.append((*fill((head,), room), *line))
    return lines


def _rows(story: Story) -> Iterator[tuple[str, Span]]:
    """The label and the value of each row."""
    own = story.credits
    for label, text in (
        ("version", own.version),
        ("by", ", ".join(own.authors)),
        ("licence", own.license),
        ("language", story.language),
    ):
        if text:
            yield label, Span(text)
    if own.homepage:
        link = Link.safe_address(own.homepage)
        yield "homepage", Span(own.homepage, "link" if link else "", link)
    yield "length", Span(_length(story.timeline))


def _length(timeline: Timeline) -> str:
    """The points of a timeline by unit, and its volumes: "30 episodes in 3 seasons". All of these counts are public."""
    if not timeline:
        return "no timeline"
    units = Counter(timeline.unit_of(position) for position in range(1, len(timeline) + 1))
    points = " and ".join(_counted(count, unit) for unit, count in units.items())
    return f"{points} in {_counted(len(timeline.volumes), timeline.volume_unit)}" if timeline.volumes else points


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
