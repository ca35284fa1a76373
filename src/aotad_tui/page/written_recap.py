"""The recaps that a guide's author wrote, with the newest part first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.link import Link
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .leaf_blocks import Label, Rule
from .page import Page


def written_recap(visible: VisibleStory, cells: int) -> list[Line]:
    """The visible text of all sections that are recaps, the last section first. Empty if there are none.

    A section begins with a link to it. Its parts are in reverse order, each below its heading of the highest level;
    what is above the first one comes last. Notes and sources are left out.
    """
    lines: list[Line] = []
    for section in reversed(visible.recap_sections):
        lines += [(), *_section_lines(visible, section, cells)] if lines else _section_lines(visible, section, cells)
    return lines


def _section_lines(visible: VisibleStory, section: Section, cells: int) -> Iterator[Line]:
    link = Link.section(section.id)
    yield from wrap_spans((Span(f"» {section.title}", "heading", link),), cells)
    try:
        page = Page(visible, section)
    except OSError as error:
        yield from wrap_spans((Span(f"This section cannot be read: {error}", "dim"),), cells)
        return
    page.read_all()
    layout = page.layout(cells)
    for leaves in _parts(page):
        rows = [row.spans for leaf in leaves for row in layout.rows(leaf)]
        if any(spans for spans in rows):
            yield ()
            yield from rows[next(number for number, spans in enumerate(rows) if spans) :]


def _parts(page: Page) -> Iterator[range]:
    """The leaf blocks of each part: the last part first, and last what is above the first part."""
    first, past = _text_of(page)
    headings = [heading for heading in page.headings if first <= heading.leaf < past]
    level = min((heading.level for heading in headings), default=0)
    starts = [heading.leaf for heading in headings if heading.level == level]
    for start, end in reversed([*pairwise([*starts, past])]):
        yield range(start, end)
    yield range(first, starts[0] if starts else past)


def _text_of(page: Page) -> tuple[int, int]:
    """The first leaf block of the text, below title and labels, and the one after its last: notes, sources."""
    bodies = [leaf.body for leaf in page.leaves]
    first = next((leaf for leaf in range(1, len(bodies)) if not isinstance(bodies[leaf], Label)), len(bodies))
    ends = (leaf for leaf in range(first, len(bodies)) if bodies[leaf] == Rule(short=True))
    return first, next(ends, len(bodies))
