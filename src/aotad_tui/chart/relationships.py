"""A person's ties as rows under their card, by kind; where there are many, the first of each kind, the rest folded."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from aotad_tui.cells import Line, Span, line_width, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.people import RelationshipSide
from aotad_tui.story.values import Kind
from aotad_tui.story.visible import VisibleStory

from .collapse import all_of, none_of
from .line_styles import FOLDED, STROKES, TRUNK
from .pairs import folded
from .relationship_rows import INDENT, tie_rows, tie_style


@dataclass(slots=True)
class _OfAKind:
    """The ties of one kind, those that hold before those that are over; `shown`: the rows of as many as are shown."""

    kind: Kind
    ties: list[RelationshipSide]
    heading: list[Line]
    shown: list[list[Line]] = field(default_factory=list)

    @property
    def hidden(self) -> int:
        return len(self.ties) - len(self.shown)


def tie_lines(
    visible: VisibleStory, id: str, cells: int, turned: Collection[str] = (), most: int | None = None
) -> Iterator[Line]:
    """The rows of a person's ties in that many cells. `turned`: the folds that a reader has turned, see `folds`.

    `most`: how many rows there may be before ties are folded (but every kind has its heading); None for all.
    """
    sections = _by_kind(visible, id, cells)
    _show_what_fits(visible, sections, cells, most)
    for section in sections:
        yield from _section_lines(visible, section, cells, turned)


def _by_kind(visible: VisibleStory, id: str, cells: int) -> list[_OfAKind]:
    ties: dict[str, list[RelationshipSide]] = {}
    for tie in folded(visible.people.relationships_of(id)):
        ties.setdefault(tie.kind.id, []).append(tie)
    return [
        _OfAKind(mine[0].kind, sorted(mine, key=lambda tie: tie.has_ended), _heading(mine[0].kind, len(mine), cells))
        for mine in ties.values()
    ]


def _show_what_fits(visible: VisibleStory, sections: list[_OfAKind], cells: int, most: int | None) -> None:
    """Shows a tie of each kind that holds, then what else holds by the strength of kinds, then what is over.

    A kind is shown as far as there is room; a row is kept for what is left of it.
    """
    holding = {section.kind.id: sum(not tie.has_ended for tie in section.ties) for section in sections}
    turns = [section for section in sections if holding[section.kind.id]]
    for section in sorted(sections, key=lambda section: -section.kind.strength):
        turns += [section] * (holding[section.kind.id] - 1)
    for section in sections:
        turns += [section] * (len(section.ties) - holding[section.kind.id])
    rows = sum(len(section.heading) for section in sections)
    full: set[str] = set()
    for section in turns:
        if section.kind.id in full:
            continue
        drawn = tie_rows(visible, section.ties[len(section.shown)], cells)
        more = (section.hidden > 1) - bool(section.shown)
        if most is not None and rows + len(drawn) + more > most:
            full.add(section.kind.id)
            continue
        rows += len(drawn) + more
        section.shown.append(drawn)


def _section_lines(visible: VisibleStory, section: _OfAKind, cells: int, turned: Collection[str]) -> Iterator[Line]:
    """The heading, which turns the fold, and the ties."""
    id = section.kind.id
    turn = all_of(id) if section.hidden else none_of(id)
    shown, hidden = section.shown, section.hidden
    if none_of(id) in turned:
        turn, shown, hidden = none_of(id), [], len(section.ties)
    elif all_of(id) in turned and hidden:
        shown = [*shown, *(tie_rows(visible, tie, cells) for tie in section.ties[len(shown) :])]
        hidden = 0
    for line in section.heading:
        yield tuple(Span(span.text, span.style, Link.fold(turn)) for span in _with_sign(line, shut=not shown))
    for rows in shown:
        yield from rows
    if hidden and shown:
        lead = Span(f"{INDENT}{TRUNK}  ", tie_style(id), Link.fold(turn))
        yield (lead, Span(f"{FOLDED} {hidden} more", "link", Link.fold(turn)))


def _heading(kind: Kind, count: int, cells: int) -> list[Line]:
    """The sign, the kind and how many there are, above its ties."""
    stroke = STROKES[kind.line]
    words = f"{kind.sign} {kind.heading} {count}"
    style = f"{tie_style(kind.id)} tie-heading"
    lines: list[Line] = []
    for number, (first, past) in enumerate(wrap_text(words, cells - len(INDENT) - 6)):
        lead = f"{INDENT}{TRUNK}  " if number else f"{INDENT}{stroke.tee}{stroke.across} "
        lines.append((Span(f"{lead}{words[first:past]} ", style),))
    last = lines[-1]
    lines[-1] = (*last, Span(stroke.across * (cells - line_width(last)), style))
    return lines


def _with_sign(line: Line, *, shut: bool) -> Line:
    """The heading with the sign of a fold in it, where nothing of its ties is shown."""
    *before, across = line
    if not shut or not before:
        return line
    return (*before, Span(f"{FOLDED} ", across.style), Span(across.text[: -width(f"{FOLDED} ")], across.style))
