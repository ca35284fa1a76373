"""How two people are connected, as a chain: a card for each, and between two the strongest tie of theirs."""

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

from .card import standing
from .line_styles import HEAD_DOWN, HEAD_UP, STROKES, Stroke
from .relationship_rows import remarks, tie_style

_TRUNK_AT = 3
_FRAME = 4


@dataclass(frozen=True, slots=True)
class Step:
    """From one person to the next, by the strongest tie between them, as the first of the two sees it."""

    here: Character
    tie: RelationshipSide
    there: Character

    @property
    def sentence(self) -> str:
        """The tie in words; without any of its own from whoever acts, "Cat hurts Bob", as it is said aloud."""
        if self.tie.direction is Direction.IN and self.tie.label == self.tie.kind.back:
            return f"{self.there.name} {self.tie.kind.label} {self.here.name}"
        return self.tie.sentence(self.here.name, self.there.name)


def steps(visible: VisibleStory, ids: Sequence[str]) -> list[Step]:
    """The steps of a way, as `Paths.between` gives it."""
    found = []
    for here, there in pairwise(ids):
        one, other = visible.people.get(here), visible.people.get(there)
        ties = [tie for tie in visible.people.relationships_of(here) if tie.other == there]
        if one and other and ties:
            strongest = max(ties, key=lambda tie: strength(tie.kind, tie.relationship))
            found.append(Step(one, strongest, other))
    return found


def path_lines(visible: VisibleStory, ids: Sequence[str], cells: int) -> list[Line]:
    """The chain in that many cells, then the same in sentences. A card's rows are links to its person."""
    way = steps(visible, ids)
    lines: list[Line] = []
    above: Stroke | None = None
    for step in way:
        stroke = STROKES[step.tie.kind.line]
        lines += [*_card(visible, step.here, cells, above, stroke), *_between(visible, step.tie, cells)]
        above = stroke
    last = way[-1].there if way else visible.people.get(ids[0])
    if last:
        lines += _card(visible, last, cells, above, None)
    for step in way:
        lines.append(())
        lines += [(Span(line),) for line in _sentences(visible, step, cells)]
    return lines


def _card(
    visible: VisibleStory, person: Character, cells: int, above: Stroke | None, below: Stroke | None
) -> Iterator[Line]:
    """A frame as wide as what is in it; where the chain enters it and where it goes on."""
    link = Link.character(person.id)
    rows = wrap_spans(_names(person), cells - _FRAME)
    state = standing(visible, person)
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


def _names(person: Character) -> tuple[Span, ...]:
    names = (Span(person.name, "person"),)
    return (*names, Span("  "), Span(person.native, "native")) if person.native else names


def _edge(room: int, tee: str | None) -> str:
    """The edge of a card between its corners."""
    edge = "─" * (room + 2)
    return edge if tee is None else f"{edge[: _TRUNK_AT - 1]}{tee}{edge[_TRUNK_AT:]}"


def _between(visible: VisibleStory, tie: RelationshipSide, cells: int) -> Iterator[Line]:
    """The line down and what stands beside it: kind and label, which way it goes, whether it is over or a secret."""
    trunk = Span(f"{' ' * _TRUNK_AT}{STROKES[tie.kind.line].down} ", tie_style(tie.kind.id))
    room = cells - line_width((trunk,))
    head = {Direction.OUT: f" {HEAD_DOWN}", Direction.IN: f" {HEAD_UP}", Direction.BOTH: ""}[tie.direction]
    label = (
        Span(f"{tie.kind.sign} ", tie_style(tie.kind.id)),
        Span(tie.label, "label over" if tie.has_ended else "label"),
        Span(head, tie_style(tie.kind.id)),
    )
    yield from ((trunk, *line) for line in wrap_spans(label, room))
    for words in remarks(visible, tie):
        yield from ((trunk, Span(words[start:end], "remark")) for start, end in wrap_text(words, room))


def _sentences(visible: VisibleStory, step: Step, cells: int) -> Iterator[str]:
    told = "; ".join([step.sentence, *remarks(visible, step.tie)])
    words = f"{told[:1].upper()}{told[1:]}."
    yield from (words[start:end] for start, end in wrap_text(words, cells))
