"""The rows of one relationship: "├━ label ━━━► name", or the label above the name if both do not fit on one row."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.people import Direction, RelationshipSide
from aotad_tui.story.visible import VisibleStory

from .line_glyphs import ARROW_LEFT, ARROW_RIGHT, LINE_GLYPHS, TRUNK

INDENT = "  "


def relationship_rows(visible: VisibleStory, side: RelationshipSide, cells: int) -> list[Line]:
    """Return the rows in `cells` cells. Those with the label and the name are links to the other person as a whole."""
    return [*_label_and_name(visible, side, cells), *_remark_rows(visible, side, cells)]


def remarks(visible: VisibleStory, side: RelationshipSide) -> Iterator[str]:
    """Yield what the label does not say: when and how the relationship ended, and who does not know of it."""
    relationship = side.relationship
    if relationship.until is not None:
        until = f"in {visible.story.timeline.name(relationship.until)}" if relationship.until else "before the start"
        how = f": {relationship.ended}" if relationship.ended else ""
        yield f"ended {until}{how}"
    if relationship.secret_from:
        unaware = list(dict.fromkeys(name_of(visible, id) for id in relationship.secret_from))
        verb = "did" if side.has_ended else "does" if len(unaware) == 1 else "do"
        yield f"{' and '.join(unaware)} {verb} not know"


def name_of(visible: VisibleStory, id: str) -> str:
    """Return the name of the person with this id, and what tells namesakes apart; the id if there is no such person."""
    person = visible.people.get(id)
    return visible.namesakes.label(person) if person else id


def _label_and_name(visible: VisibleStory, side: RelationshipSide, cells: int) -> Iterator[Line]:
    line = LINE_GLYPHS[side.kind.line].horizontal
    style = side.kind.style
    label_style = "label over" if side.has_ended else "label"
    link = Link.character(side.other)
    name = name_of(visible, side.other)
    left_end = ARROW_LEFT if side.direction is Direction.IN else line
    right_end = ARROW_RIGHT if side.direction is Direction.OUT else line
    first_lead = f"{INDENT}├{left_end} "
    room = cells - width(f"{first_lead}{right_end}{line} {name}")
    if width(side.label) + 1 <= room:
        across = line * (room - width(side.label)) + right_end
        yield (
            Span(first_lead, style, link),
            Span(f"{side.label} ", label_style, link),
            Span(f"{across} ", style, link),
            Span(name, "name", link),
        )
        return
    next_lead = f"{INDENT}{TRUNK}  "
    for number, (start, end) in enumerate(wrap_text(side.label, cells - width(first_lead))):
        lead = next_lead if number else first_lead
        yield (Span(lead, style, link), Span(side.label[start:end], label_style, link))
    for number, (start, end) in enumerate(wrap_text(name, cells - width(next_lead) - 2)):
        across = line * (cells - width(next_lead) - 2 - width(name[start:end])) + f"{right_end} "
        lead = f"{next_lead}  " if number else next_lead + across
        yield (Span(lead, style, link), Span(name[start:end], "name", link))


def _remark_rows(visible: VisibleStory, side: RelationshipSide, cells: int) -> Iterator[Line]:
    lead = f"{INDENT}{TRUNK}    "
    for remark in remarks(visible, side):
        for start, end in wrap_text(remark, cells - width(lead)):
            yield (Span(lead, side.kind.style), Span(remark[start:end], "remark"))
