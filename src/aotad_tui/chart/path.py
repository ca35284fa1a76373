"""The path between two people as a chain: a card for each person, joined by their strongest relationship."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aotad_tui.cells import Line, Span, fill, line_width, wrap_spans, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.paths import strength
from aotad_tui.story.people import Direction, RelationshipSide
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .card import group_and_state
from .line_glyphs import ARROW_DOWN, ARROW_UP, LINE_GLYPHS, LineGlyphs
from .relationship_rows import remarks

_TRUNK_AT = 3
_FRAME = 4


@dataclass(frozen=True, slots=True)
class Step:
    """From one person to the next: the strongest relationship between them, as `here` sees it."""

    here: Character
    side: RelationshipSide
    there: Character

    def sentence(self, visible: VisibleStory) -> str:
        """The relationship as a sentence. A label that is only the kind's `back` is turned round: "Cat hurts Bob"."""
        here, there = visible.namesakes.label(self.here), visible.namesakes.label(self.there)
        if self.side.direction is Direction.IN and self.side.label == self.side.kind.back:
            return f"{there} {self.side.kind.label} {here}"
        return self.side.sentence(here, there)


def steps(visible: VisibleStory, ids: Sequence[str]) -> list[Step]:
    """Return the steps of a path of people's ids, as `Paths.between` returns it."""
    result = []
    for here, there in pairwise(ids):
        person, next_person = visible.people.get(here), visible.people.get(there)
        sides = [side for side in visible.people.relationships_of(here) if side.other == there]
        if person and next_person and sides:
            strongest = max(sides, key=lambda side: strength(side.kind, side.relationship))
            result.append(Step(person, strongest, next_person))
    return result


def not_connected(visible: VisibleStory, first: Character, second: Character) -> str:
    """The message for two people without a path (or who are one person). It is the same whatever comes later."""
    one, other = visible.namesakes.label(first), visible.namesakes.label(second)
    if first.id == second.id:
        return f"Both names belong to {one}."
    return f"{one} and {other} are not connected {visible.story.timeline.up_to(visible.story.seen)}."


def path_lines(visible: VisibleStory, ids: Sequence[str], cells: int) -> list[Line]:
    """Draw the chain in `cells` cells, then write it as sentences. The rows of a card are links to its person."""
    path = steps(visible, ids)
    lines: list[Line] = []
    above: LineGlyphs | None = None
    for step in path:
        glyphs = LINE_GLYPHS[step.side.kind.line]
        lines += [*_card(visible, step.here, cells, above, glyphs), *_between(visible, step.side, cells)]
        above = glyphs
    last = path[-1].there if path else visible.people.get(ids[0])
    if last:
        lines += _card(visible, last, cells, above, None)
    for step in path:
        lines.append(())
        lines += [(Span(line),) for line in _sentences(visible, step, cells)]
    return lines


def _card(
    visible: VisibleStory, person: Character, cells: int, above: LineGlyphs | None, below: LineGlyphs | None
) -> Iterator[Line]:
    """Draw a frame as wide as its content, with tees where the chain enters and leaves it."""
    link = Link.character(person.id)
    rows = wrap_spans(_names(visible, person), cells - _FRAME)
    state = group_and_state(visible, person)
    if state and len(rows) == 1 and line_width((*rows[0], *state)) + 2 <= cells - _FRAME:
        rows = [(*rows[0], Span("  "), *state)]
    elif state:
        rows += wrap_spans(state, cells - _FRAME)
    room = max(line_width(row) for row in rows)
    yield (Span(f"╭{_edge(room, above.entering if above else None)}╮", "frame"),)
    for row in rows:
        inside = (Span(span.text, span.style, link) for span in fill(row, room))
        yield (Span("│ ", "frame"), *inside, Span(" │", "frame"))
    yield (Span(f"╰{_edge(room, below.leaving if below else None)}╯", "frame"),)


def _names(visible: VisibleStory, person: Character) -> tuple[Span, ...]:
    names = (Span(visible.namesakes.label(person), "person"),)
    return (*names, Span("  "), Span(person.native, "native")) if person.native else names


def _edge(room: int, tee: str | None) -> str:
    """Return the edge of a card between its corners."""
    edge = "─" * (room + 2)
    return edge if tee is None else f"{edge[: _TRUNK_AT - 1]}{tee}{edge[_TRUNK_AT:]}"


def _between(visible: VisibleStory, side: RelationshipSide, cells: int) -> Iterator[Line]:
    """Draw the vertical line between two cards, with kind, label, arrow and remarks on its right."""
    trunk = Span(f"{' ' * _TRUNK_AT}{LINE_GLYPHS[side.kind.line].vertical} ", side.kind.style)
    room = cells - line_width((trunk,))
    head = {Direction.OUT: f" {ARROW_DOWN}", Direction.IN: f" {ARROW_UP}", Direction.BOTH: ""}[side.direction]
    label = (
        Span(f"{side.kind.sign} ", side.kind.style),
        Span(side.label, "label over" if side.has_ended else "label"),
        Span(head, side.kind.style),
    )
    yield from ((trunk, *line) for line in wrap_spans(label, room))
    for remark in remarks(visible, side):
        yield from ((trunk, Span(remark[start:end], "remark")) for start, end in wrap_text(remark, room))


def _sentences(visible: VisibleStory, step: Step, cells: int) -> Iterator[str]:
    words = "; ".join([step.sentence(visible), *remarks(visible, step.side)])
    sentence = f"{words[:1].upper()}{words[1:]}."
    yield from (sentence[start:end] for start, end in wrap_text(sentence, cells))
