"""A person's relationships as rows under their card, by kind. If there are many, each kind shows its first ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from aotad_tui.cells import Line, Span, line_width, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.people import RelationshipSide
from aotad_tui.story.values import Kind
from aotad_tui.story.visible import VisibleStory

from .collapse import collapsed, expanded
from .line_glyphs import COLLAPSED_SIGN, LINE_GLYPHS, TRUNK
from .reciprocal import merge_reciprocal
from .relationship_rows import INDENT, relationship_rows


@dataclass(slots=True)
class _KindSection:
    """The relationships of one kind, current ones before ended ones. `shown`: the rows of those that are shown."""

    kind: Kind
    sides: list[RelationshipSide]
    heading: list[Line]
    shown: list[list[Line]] = field(default_factory=list)

    @property
    def hidden(self) -> int:
        return len(self.sides) - len(self.shown)


def relationship_lines(
    visible: VisibleStory, id: str, cells: int, toggled: Collection[str] = (), max_rows: int | None = None
) -> Iterator[Line]:
    """Yield the rows of a person's relationships in `cells` cells.

    `toggled`: the toggles of `collapse` that the reader has set. `max_rows`: how many rows to fill before relationships
    are left out; every kind keeps its heading. None for no limit.
    """
    sections = _by_kind(visible, id, cells)
    _show_what_fits(visible, sections, cells, max_rows)
    for section in sections:
        yield from _section_lines(visible, section, cells, toggled)


def _by_kind(visible: VisibleStory, id: str, cells: int) -> list[_KindSection]:
    sides: dict[str, list[RelationshipSide]] = {}
    for side in merge_reciprocal(visible.people.relationships_of(id)):
        sides.setdefault(side.kind.id, []).append(side)
    return [
        _KindSection(
            group[0].kind, sorted(group, key=lambda side: side.has_ended), _heading(group[0].kind, len(group), cells)
        )
        for group in sides.values()
    ]


def _show_what_fits(visible: VisibleStory, sections: list[_KindSection], cells: int, max_rows: int | None) -> None:
    """Show one current relationship per kind, then further ones by strength of kind, then ended ones.

    A kind stops at the first relationship that does not fit. One row is reserved for the number of those left out.
    """
    current = {section.kind.id: sum(not side.has_ended for side in section.sides) for section in sections}
    queue = [section for section in sections if current[section.kind.id]]
    for section in sorted(sections, key=lambda section: -section.kind.strength):
        queue += [section] * (current[section.kind.id] - 1)
    for section in sections:
        queue += [section] * (len(section.sides) - current[section.kind.id])
    rows = sum(len(section.heading) for section in sections)
    full_kinds: set[str] = set()
    for section in queue:
        if section.kind.id in full_kinds:
            continue
        side_rows = relationship_rows(visible, section.sides[len(section.shown)], cells)
        more = (section.hidden > 1) - bool(section.shown)
        if max_rows is not None and rows + len(side_rows) + more > max_rows:
            full_kinds.add(section.kind.id)
            continue
        rows += len(side_rows) + more
        section.shown.append(side_rows)


def _section_lines(
    visible: VisibleStory, section: _KindSection, cells: int, toggled: Collection[str]
) -> Iterator[Line]:
    """Yield the heading, which is a link that toggles the section, and the relationships."""
    id = section.kind.id
    toggle = expanded(id) if section.hidden else collapsed(id)
    shown, hidden = section.shown, section.hidden
    if collapsed(id) in toggled:
        toggle, shown, hidden = collapsed(id), [], len(section.sides)
    elif expanded(id) in toggled and hidden:
        shown = [*shown, *(relationship_rows(visible, side, cells) for side in section.sides[len(shown) :])]
        hidden = 0
    for line in section.heading:
        spans = line if shown else _with_collapsed_sign(line)
        yield tuple(Span(span.text, span.style, Link.fold(toggle)) for span in spans)
    for rows in shown:
        yield from rows
    if hidden and shown:
        lead = Span(f"{INDENT}{TRUNK}  ", section.kind.style, Link.fold(toggle))
        yield (lead, Span(f"{COLLAPSED_SIGN} {hidden} more", "link", Link.fold(toggle)))


def _heading(kind: Kind, count: int, cells: int) -> list[Line]:
    """Return the rows of the heading: sign, kind and number of relationships."""
    glyphs = LINE_GLYPHS[kind.line]
    words = f"{kind.sign} {kind.heading} {count}"
    style = f"{kind.style} tie-heading"
    lines: list[Line] = []
    for number, (start, end) in enumerate(wrap_text(words, cells - len(INDENT) - 6)):
        lead = f"{INDENT}{TRUNK}  " if number else f"{INDENT}{glyphs.tee}{glyphs.horizontal} "
        lines.append((Span(f"{lead}{words[start:end]} ", style),))
    last = lines[-1]
    lines[-1] = (*last, Span(glyphs.horizontal * (cells - line_width(last)), style))
    return lines


def _with_collapsed_sign(line: Line) -> Line:
    """Put the collapsed sign into a heading without relationships below it."""
    *before, across = line
    if not before:
        return line
    return (
        *before,
        Span(f"{COLLAPSED_SIGN} ", across.style),
        Span(across.text[: -width(f"{COLLAPSED_SIGN} ")], across.style),
    )
