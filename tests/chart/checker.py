"""Read a drawing back from its cells: frames, names, lines, arrowheads and labels, and everything wrong with it.

It knows nothing about how a drawing is made. A line is followed, character by character, from the edge of one card to
the edge of another. Whatever belongs to nothing found in this way is a fault too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rich.cells import split_graphemes

from .characters import BACK, CROSSINGS, HEADS, LINE_STYLES, REACH, STEP, D, Frame, L, R, U

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """An edge as expected or as read.

    Each end is a name and whether it has an arrowhead; an empty line style means that none could be read.
    """

    ends: tuple[tuple[str, bool], tuple[str, bool]]
    label: str
    line_style: str


def drawn_edge(
    source: str, target: str, label: str, line_style: str, *, at_source: bool = False, at_target: bool = False
) -> DrawnEdge:
    one, other = sorted(((source, at_source), (target, at_target)))
    return DrawnEdge((one, other), label, line_style)


@dataclass
class Reading:
    """The result of reading: names of the cards, edges, number of crossings, and faults by kind."""

    names: list[str] = field(default_factory=list)
    edges: list[DrawnEdge] = field(default_factory=list)
    crossings: int = 0
    faults: Counter[str] = field(default_factory=Counter)


def read(rows: Sequence[str], *, shared_boxes: bool = False) -> Reading:
    """Read a drawing. `shared_boxes`: as in `faults`."""
    return _Reader(rows, shared_boxes).reading


def faults(
    rows: Sequence[str], names: Iterable[str], edges: Iterable[DrawnEdge], *, shared_boxes: bool = False
) -> dict[str, int]:
    """Return the faults of a drawing of these names and edges, by kind; an empty mapping if there are none.

    `shared_boxes`: a box holds several people, one below the other, each from the row on where a text starts two cells
    from its left edge; and a label goes on in the rows below its line.
    """
    reading = read(rows, shared_boxes=shared_boxes)
    found = Counter(reading.faults)
    wanted_names, drawn_names = Counter(names), Counter(reading.names)
    found["name lost or cut"] += (wanted_names - drawn_names).total()
    found["unexpected card"] += (drawn_names - wanted_names).total()
    wanted, drawn = Counter(edges), Counter(reading.edges)
    lost, foreign = wanted - drawn, drawn - wanted
    found["edge lost"] += max(lost.total() - foreign.total(), 0)
    found["unexpected edge"] += max(foreign.total() - lost.total(), 0)
    for one in foreign:
        found["label lost or cut, or a line, arrowhead or end that is not the edge's"] += min(
            foreign[one], lost.total()
        )
    return {kind: count for kind, count in found.items() if count}


class _Reader:
    def __init__(self, rows: Sequence[str], shared_boxes: bool) -> None:
        self.shared_boxes = shared_boxes
        self.cells: dict[Cell, str] = {}
        for y, row in enumerate(rows):
            x = 0
            for start, end, size in split_graphemes(row)[0]:
                if not row[start:end].isspace():
                    self.cells[x, y] = row[start:end]
                x += size
        self.reading = Reading()
        self.frames = self._find_frames()
        self.cards = [frame for frame in self.frames if not any(frame.contains(other) for other in self.frames)]
        self.names = {card: self._names_in(card) for card in self.cards}
        self.reading.names = [name for names in self.names.values() for name in names.values()]
        self.explained: set[Cell] = set()
        self._check_frames()
        self._follow_all()
        self._check_rest()

    def at(self, x: int, y: int) -> str:
        return self.cells.get((x, y), " ")

    def reach(self, x: int, y: int) -> frozenset[int]:
        return REACH.get(self.at(x, y), frozenset())

    # Frames

    def _find_frames(self) -> list[Frame]:
        frames = []
        for (x, y), character in sorted(self.cells.items(), key=lambda one: (one[0][1], one[0][0])):
            if character != "╭":
                continue
            right = next((at for at in range(x + 1, x + 400) if self.at(at, y) in "╭╮"), None)
            bottom = y + 1
            while {U, D} <= self.reach(x, bottom):
                bottom += 1
            if right is None or self.at(right, y) != "╮" or self.at(x, bottom) != "╰" or self.at(right, bottom) != "╯":
                self.reading.faults["broken frame"] += 1
                continue
            frames.append(Frame(x, y, right, bottom))
        return frames

    def _names_in(self, card: Frame) -> dict[int, str]:
        """Return the names inside a card, each by its first row. The texts on the rows of a name are joined."""
        texts: dict[int, list[str]] = {}
        first = card.top
        for y in range(card.top + 1, card.bottom):
            inside = [(x, self.cells[x, y]) for x in range(card.left + 1, card.right) if (x, y) in self.cells]
            if any(character in REACH or character in HEADS for _, character in inside):
                self.reading.faults["line through a card"] += 1
            if self.shared_boxes and self.at(card.left + 2, y) != " ":
                first = y
            if inside:
                texts.setdefault(first, []).append(self._text(card.left + 1, card.right, y).strip())
        return {row: " ".join(rows) for row, rows in texts.items()} or {card.top: ""}

    def _name_at(self, x: int, y: int) -> str:
        """Return the name beside a cell on the edge of a card."""
        card = self._card_at(x, y)
        assert card
        names = self.names[card]
        return names[max((row for row in names if row <= y), default=min(names))]

    def _text(self, start: int, end: int, y: int) -> str:
        """Return the characters from cell `start` up to `end`. The second cell of a wide character is not a space."""
        text, at = "", start
        while at < end:
            character = self.at(at, y)
            text += character
            at += split_graphemes(character)[1]
        return text

    def _check_frames(self) -> None:
        for number, frame in enumerate(self.frames):
            for other in self.frames[number + 1 :]:
                if not (frame.apart(other) or frame.contains(other) or other.contains(frame)):
                    self.reading.faults["frames overlap"] += 1
            for y in range(frame.top + 1, frame.bottom):
                for x in (frame.left, frame.right):
                    if not {U, D} <= self.reach(x, y):
                        self.reading.faults["broken frame"] += 1

    # Lines

    def _follow_all(self) -> None:
        seen: set[tuple[Cell, Cell]] = set()
        for card in self.cards:
            beside = [(x, y, side) for y in range(card.top + 1, card.bottom) for x, side in card.sides]
            for x, y, side in (*beside, *((x, card.bottom, D) for x in range(card.left + 1, card.right))):
                if side not in self.reach(x, y) or ((x, y), (x, y)) in seen:
                    continue
                way = self._follow(x, y, side)
                if way is None:
                    continue
                end, found = way
                if ((x, y), end) in seen or (end, (x, y)) in seen:
                    continue
                seen |= {((x, y), end), ((x, y), (x, y)), (end, end)}
                self.reading.edges.append(found)

    def _follow(self, x: int, y: int, side: int) -> tuple[Cell, DrawnEdge] | None:
        """Follow a line from the edge of a card. Return its last cell and the edge; None if the line is broken."""
        begun, down = (x, y), side == D
        labels, line_styles = list[str](), Counter[str]()
        heads, cells = [False, False], {begun: side}
        first = True
        while True:
            x, y = x + STEP[side][0], y + STEP[side][1]
            character = self.at(x, y)
            if character in HEADS:
                ahead = self._card_at(x + STEP[side][0], y + STEP[side][1])
                if first and HEADS[character] == BACK[side]:
                    heads[0] = True
                elif HEADS[character] == side and ahead:
                    heads[1] = True
                else:
                    self.reading.faults["head in the middle of a line"] += 1
                    return None
            elif character == " " and side in (L, R) and (label := self._label(x, y, side)):
                labels.append(label[1])
                self.explained |= {(at, y) for at in range(min(x, label[0]), max(x, label[0]) + 1)}
                x = label[0]
            elif BACK[side] not in self.reach(x, y):
                self.reading.faults["broken line"] += 1
                return None
            elif self._card_at(x, y):
                self.explained |= cells.keys() | {(x, y)}
                self._check_crossings(cells, line_styles)
                if self.shared_boxes and labels:
                    labels[-1] = " ".join((labels[-1], *self._label_below(begun, x)))
                return (x, y), self._edge(begun, (x, y), heads, labels, line_styles)
            else:
                others = self.reach(x, y) - {BACK[side]}
                if len(others) == 3:
                    self._cross(x, y, side)
                elif len(others) == 1:
                    side = next(iter(others))
                    line_styles[LINE_STYLES.get(character, "")] += 1
                else:
                    self.reading.faults["lines share a cell"] += 1
                    return None
                if down:
                    labels += self._label_beside(x, y)
            cells[x, y] = side
            first = False

    def _cross(self, x: int, y: int, side: int) -> None:
        """Count a crossing of two lines. Only horizontal passes count, and group frames are not lines."""
        self.explained.add((x, y))
        group = any(frame.on_edge(x, y) for frame in self.frames)
        if not group and side in (L, R):
            self.reading.crossings += 1

    def _check_crossings(self, cells: dict[Cell, int], line_styles: Counter[str]) -> None:
        """A line keeps its style in a crossing. Only a heavy line that crosses a double one is drawn light."""
        drawn = {"light" if line_style == "dashed" else line_style for line_style in line_styles if line_style}
        for (x, y), side in cells.items():
            up_and_down, across = CROSSINGS.get(self.at(x, y), ("", ""))
            mine, other = (across, up_and_down) if side in (L, R) else (up_and_down, across)
            bent = mine == "light" and other == "double" and drawn == {"heavy"}
            if mine and drawn and drawn != {mine} and not bent:
                self.reading.faults["crossing of another line"] += 1

    def _card_at(self, x: int, y: int) -> Frame | None:
        return next((card for card in self.cards if card.on_edge(x, y)), None)

    def _label(self, x: int, y: int, side: int) -> tuple[int, str] | None:
        """Return the label that starts at a blank cell in a line: the blank cell after it, and its text."""
        step = STEP[side][0]
        at = x + step
        for _ in range(200):
            character = self.at(at, y)
            if character in REACH and self.at(at - step, y) == " ":
                low, high = min(x, at - step), max(x, at - step)
                text = self._text(low, high + 1, y)
                whole = BACK[side] in self.reach(at, y) and text.strip()
                return (at - step, text[1:-1]) if whole else None
            if character in REACH or character in HEADS:
                return None
            at += step
        return None

    def _label_beside(self, x: int, y: int) -> list[str]:
        """Return the label on the right of a vertical line, one blank cell away, if there is one on this row."""
        first = x + 2
        if self.at(x + 1, y) != " " or self.at(first, y) in {" ", *REACH, *HEADS}:
            return []
        past = first
        while (self.at(past, y), self.at(past + 1, y)) != (" ", " ") and self.at(past, y) not in {*REACH, *HEADS}:
            if self.at(past, y) == " " and self.at(past + 1, y) in {*REACH, *HEADS}:
                break
            past += split_graphemes(self.at(past, y))[1]
        for near in (past, past + 1):
            if self.at(near, y) in {*REACH, *HEADS} and not any(frame.on_edge(near, y) for frame in self.frames):
                self.reading.faults["label no nearer to its own line than to another"] += 1
        self.explained |= {(at, y) for at in range(first, past)}
        return [self._text(first, past, y)]

    def _label_below(self, begun: Cell, end: int) -> Iterator[str]:
        """Yield the texts below a straight line from a cell to a column, until a row without one or with a line."""
        low, high, y = min(begun[0], end) + 1, max(begun[0], end), begun[1] + 1
        while (text := self._text(low, high, y).strip()) and not any(
            self.at(x, y) in REACH or self.at(x, y) in HEADS for x in range(low, high)
        ):
            self.explained |= {(x, y) for x in range(low, high)}
            yield text
            y += 1

    def _edge(
        self, begun: Cell, end: Cell, heads: list[bool], labels: list[str], line_styles: Counter[str]
    ) -> DrawnEdge:
        told = [line_style for line_style in line_styles if line_style]
        line_style = told[0] if len(told) == 1 else "mixed" if told else ""
        first, last = sorted(((self._name_at(*begun), heads[0]), (self._name_at(*end), heads[1])))
        return DrawnEdge((first, last), " / ".join(labels), line_style)

    # Everything else

    def _check_rest(self) -> None:
        for (x, y), character in self.cells.items():
            inside = any(card.inside(x, y) for card in self.cards)
            if (x, y) in self.explained or inside or any(frame.on_edge(x, y) for frame in self.frames):
                continue
            kind = "stray line" if character in REACH or character in HEADS else "stray text"
            self.reading.faults[kind] += 1
        self.reading.faults += Counter()
