"""One person in the middle, and every tie of theirs a straight line of its own with its label in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aotad_tui.cells import pad, width
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.rendering.box_characters import LEFT, RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.sheet import Ink
from aotad_tui.link import Link
from aotad_tui.story.values import Character

from .poster import HEAD_LEFT, HEAD_RIGHT

_GAP = 1  # a row between two cards


@dataclass(frozen=True, slots=True)
class _Other:
    """Somebody on a side: their link, what their card says, and their ties to the one in the middle."""

    link: Link
    name: str
    bonds: tuple[CastEdge, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The others on one side of the middle, from top to bottom."""

    others: tuple[_Other, ...]

    @property
    def height(self) -> int:
        return sum(len(other.bonds) + 2 for other in self.others)

    @property
    def cards(self) -> int:
        return max((width(other.name) + 4 for other in self.others), default=0)

    @property
    def street(self) -> int:
        """The cells between the cards and the middle."""
        return max((width(bond.label) + 6 for other in self.others for bond in other.bonds), default=0)


def ego(cast: CastGraph, id: str, cells: int = 120) -> Drawing:
    """The drawing for somebody: others on both sides where that fits into so many cells, else on the right only.

    Where even that is too wide the drawing is as wide as it must be.
    """
    person = cast.people[id]
    middle = max(width(cast.marked_name(id)), width(person.native), width(cast.group_name(person.group))) + 6
    everyone = _others(cast, id)
    left, right = _halves(everyone)
    if left.cards + left.street + middle + right.street + right.cards > cells:
        left, right = _Side(()), _Side(tuple(everyone))
    return _draw(cast, person, left, right, middle)


def _others(cast: CastGraph, id: str) -> list[_Other]:
    """Those of one group together, groups in the story's order."""
    bonds: dict[str, list[CastEdge]] = {}
    for bond in cast.of(id):
        bonds.setdefault(bond.other(id), []).append(bond)
    order = {group: number for number, group in enumerate(cast.groups)}
    ids = sorted(bonds, key=lambda other: order[cast.people[other].group])
    return [_Other(Link.character(other), cast.marked_name(other), tuple(bonds[other])) for other in ids]


def _halves(everyone: Sequence[_Other]) -> tuple[_Side, _Side]:
    """The first half, by height, on the right, where reading goes on; the others on the left."""
    whole = _Side(tuple(everyone)).height
    taken = 0
    for number, other in enumerate(everyone):
        if 2 * taken >= whole:
            return _Side(tuple(everyone[number:])), _Side(tuple(everyone[:number]))
        taken += len(other.bonds) + 2
    return _Side(()), _Side(tuple(everyone))


def _draw(cast: CastGraph, person: Character, left: _Side, right: _Side, middle: int) -> Drawing:
    canvas = Canvas()
    at = left.cards + left.street
    height = max(left.height, right.height, 4)
    card = Box(at, 0, at + middle - 1, height - 1)
    link = Link.character(person.id)
    canvas.boxes[link] = card
    canvas.frame(card, Ink("frame person", link), cast.group_name(person.group), Ink("group"))
    rows = [name for name in (cast.marked_name(person.id), person.native) if name]
    for number, name in enumerate(rows):
        row = height // 2 + number - len(rows) // 2
        indent = " " * ((middle - 2 - width(name)) // 2)
        canvas.text(at + 1, row, pad(indent + name, middle - 2), Ink("native" if number else "person", link))
    _draw_side(canvas, person.id, left, card.left, to_the_left=True)
    _draw_side(canvas, person.id, right, card.right, to_the_left=False)
    return canvas.drawing()


def _draw_side(canvas: Canvas, id: str, side: _Side, edge: int, *, to_the_left: bool) -> None:
    top = 0
    inner = edge - side.street - 1 if to_the_left else edge + side.street + 1
    outer = inner - side.cards + 1 if to_the_left else inner + side.cards - 1
    for other in side.others:
        box = Box(min(inner, outer), top, max(inner, outer), top + len(other.bonds) + 1)
        canvas.boxes[other.link] = box
        canvas.frame(box, Ink("frame", other.link))
        canvas.text(box.left + 2, (box.top + box.bottom) // 2, other.name, Ink("name", other.link))
        for number, bond in enumerate(other.bonds):
            _line(canvas, id, bond, top + 1 + number, edge, inner)
        top = box.bottom + 1


def _line(canvas: Canvas, id: str, bond: CastEdge, row: int, edge: int, inner: int) -> None:
    """A tie from the edge of the middle card to the inner edge of the other one, its label in the middle of it."""
    ink = Ink(f"tie {bond.kind.id}", None, frozenset((Link.character(bond.source), Link.character(bond.target))))
    low, high = min(edge, inner), max(edge, inner)
    canvas.arm((low, row), RIGHT, bond.kind.line, ink)
    canvas.arm((low + 1, row), LEFT, bond.kind.line, ink)
    canvas.stroke([(low + 1, row), (high - 1, row)], bond.kind.line, ink)
    canvas.arm((high - 1, row), RIGHT, bond.kind.line, ink)
    canvas.arm((high, row), LEFT, bond.kind.line, ink)
    label = Ink(f"label{' over' if bond.over else ''}", None, ink.lights)
    canvas.text(low + (high - low - width(bond.label) - 1) // 2, row, f" {bond.label} ", label)
    mine = bond.source == id
    mine_head, other_head = bond.directed and (not mine or bond.both), bond.directed and (mine or bond.both)
    at_low, at_high = (mine_head, other_head) if edge < inner else (other_head, mine_head)
    if at_low:
        canvas.text(low + 1, row, HEAD_LEFT, ink)
    if at_high:
        canvas.text(high - 1, row, HEAD_RIGHT, ink)
