"""The rows of one tie: "├━ label ━━━► name", or the label above the name where both do not fit side by side."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.people import Direction, RelationshipSide
from aotad_tui.story.visible import VisibleStory

from .line_styles import HEAD_IN, HEAD_OUT, STROKES, TRUNK

INDENT = "  "


def tie_rows(visible: VisibleStory, tie: RelationshipSide, cells: int) -> list[Line]:
    """The rows in that many cells; those with the label and the name are links to the other person as a whole."""
    return [*_label_and_name(visible, tie, cells), *_remark_rows(visible, tie, cells)]


def tie_style(kind: str) -> str:
    """The names of the styles that a line of that kind is drawn in."""
    return f"tie {kind}"


def remarks(visible: VisibleStory, tie: RelationshipSide) -> Iterator[str]:
    """What is to be said of a tie beside its label: that it is over, and who does not know of it."""
    relationship = tie.relationship
    if relationship.until is not None:
        until = f"in {visible.story.timeline.name(relationship.until)}" if relationship.until else "before the start"
        how = f": {relationship.ended}" if relationship.ended else ""
        yield f"ended {until}{how}"
    if relationship.secret_from:
        unaware = list(dict.fromkeys(name_of(visible, id) for id in relationship.secret_from))
        verb = "did" if tie.has_ended else "does" if len(unaware) == 1 else "do"
        yield f"{' and '.join(unaware)} {verb} not know"


def name_of(visible: VisibleStory, id: str) -> str:
    """The name of the person of that id; the id itself for nobody."""
    person = visible.people.get(id)
    return person.name if person else id


def _label_and_name(visible: VisibleStory, tie: RelationshipSide, cells: int) -> Iterator[Line]:
    stroke = STROKES[tie.kind.line].across
    style = tie_style(tie.kind.id)
    label_style = "label over" if tie.has_ended else "label"
    link = Link.character(tie.other)
    name = name_of(visible, tie.other)
    begin = HEAD_IN if tie.direction is Direction.IN else stroke
    head = HEAD_OUT if tie.direction is Direction.OUT else stroke
    start = f"{INDENT}├{begin} "
    room = cells - width(f"{start}{head}{stroke} {name}")
    if width(tie.label) + 1 <= room:
        across = stroke * (room - width(tie.label)) + head
        yield (
            Span(start, style, link),
            Span(f"{tie.label} ", label_style, link),
            Span(f"{across} ", style, link),
            Span(name, "name", link),
        )
        return
    below = f"{INDENT}{TRUNK}  "
    for number, (first, past) in enumerate(wrap_text(tie.label, cells - width(start))):
        lead = below if number else start
        yield (Span(lead, style, link), Span(tie.label[first:past], label_style, link))
    for number, (first, past) in enumerate(wrap_text(name, cells - width(below) - 2)):
        across = stroke * (cells - width(below) - 2 - width(name[first:past])) + f"{head} "
        lead = f"{below}  " if number else below + across
        yield (Span(lead, style, link), Span(name[first:past], "name", link))


def _remark_rows(visible: VisibleStory, tie: RelationshipSide, cells: int) -> Iterator[Line]:
    lead = f"{INDENT}{TRUNK}    "
    for words in remarks(visible, tie):
        for first, past in wrap_text(words, cells - width(lead)):
            yield (Span(lead, tie_style(tie.kind.id)), Span(words[first:past], "remark"))
