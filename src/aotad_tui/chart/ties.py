"""A person's ties as rows under their card, by kind; and whom they reach in two steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aotad_tui.cells import Line, Span, cut, width, wrap_text
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.people import Direction, Tie
from aotad_tui.story.values import Kind

from .strokes import FAINT, FOLDED, HEAD_IN, HEAD_OUT, STROKES, TRUNK

FOLD = "fold:"
TWO_STEPS = "two-steps"
_FEW = 24
_MOST_OF_A_KIND = 4
_INDENT = "  "


def folded(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """The ties with what is the same tie told from both ends as one: father and daughter, each loving the other."""
    kept: list[Tie] = []
    for tie in ties:
        twin = next((number for number, other in enumerate(kept) if _twins(tie, other)), None)
        if twin is None:
            kept.append(tie)
        elif kept[twin].kind.mutual:
            mine = kept[twin] if kept[twin].relationship.target == kept[twin].other else tie
            kept[twin] = mine
        else:
            kept[twin] = replace(kept[twin], direction=Direction.BOTH, told_by_other=False)
    return tuple(kept)


def _twins(one: Tie, other: Tie) -> bool:
    if one.other != other.other or one.kind != other.kind or one.over != other.over:
        return False
    opposite = one.relationship.source == other.relationship.target
    both_ways = {one.direction, other.direction} == {Direction.OUT, Direction.IN}
    return opposite and (one.kind.mutual or (both_ways and one.label == other.label))


def tie_lines(edition: Edition, id: str, cells: int, opened: frozenset[str] = frozenset()) -> Iterator[Line]:
    """The rows of all ties of a person in that many cells. `opened`: the kinds of which all are to be shown."""
    ties = folded(edition.people.ties(id))
    by_kind: dict[Kind, list[Tie]] = {}
    for tie in ties:
        by_kind.setdefault(tie.kind, []).append(tie)
    for kind, mine in by_kind.items():
        yield _heading(kind, len(mine), cells)
        shown = mine if len(ties) <= _FEW or kind.id in opened else mine[:_MOST_OF_A_KIND]
        for tie in shown:
            yield from _TieRows(edition, tie, cells).lines()
        if len(shown) < len(mine):
            more = Span(f"{FOLDED} {len(mine) - len(shown)} more", "link", f"{FOLD}{kind.id}")
            yield (Span(f"{_INDENT}{TRUNK}  ", _tie_style(kind)), more)


def _tie_style(kind: Kind) -> str:
    return f"tie {kind.id}"


def _heading(kind: Kind, count: int, cells: int) -> Line:
    stroke = STROKES[kind.line]
    words = cut(f"{kind.sign} {kind.heading} {count}", cells - 6)
    start = f"{_INDENT}{stroke.tee}{stroke.across} {words} "
    return (Span(start + stroke.across * (cells - width(start)), f"{_tie_style(kind)} tie-heading"),)


@dataclass(frozen=True, slots=True)
class _TieRows:
    """The rows of one tie: "├━ label ━━━► name", or the label above the name where both do not fit side by side."""

    edition: Edition
    tie: Tie
    cells: int

    def lines(self) -> Iterator[Line]:
        """The rows, the first one or two whole links to the other person."""
        stroke = STROKES[self.tie.kind.line].across
        style = _tie_style(self.tie.kind)
        label_style = "label over" if self.tie.over else "label"
        link = CHARACTER + self.tie.other
        name = self._name(self.tie.other)
        begin = HEAD_IN if self.tie.direction is Direction.IN else stroke
        head = HEAD_OUT if self.tie.direction is Direction.OUT else stroke
        room = self.cells - width(f"{_INDENT}├{begin} {head}{stroke} {name}")
        if width(self.tie.label) + 1 <= room:
            across = stroke * (room - width(self.tie.label)) + head
            yield (
                Span(f"{_INDENT}├{begin} ", style, link),
                Span(f"{self.tie.label} ", label_style, link),
                Span(f"{across} ", style, link),
                Span(name, "name", link),
            )
        else:
            for number, (start, end) in enumerate(wrap_text(self.tie.label, self.cells - 5)):
                lead = f"{_INDENT}├{begin} " if number == 0 else f"{_INDENT}{TRUNK}  "
                yield (Span(lead, style, link), Span(self.tie.label[start:end], label_style, link))
            yield from self._name_rows(name, stroke, head)
        for words in self._remarks():
            for start, end in wrap_text(words, self.cells - 7):
                yield (Span(f"{_INDENT}{TRUNK}    ", style), Span(words[start:end], "remark"))

    def _name_rows(self, name: str, stroke: str, head: str) -> Iterator[Line]:
        """The line to a name that stands below its label; a name too long for one row goes on in the next."""
        style, link = _tie_style(self.tie.kind), CHARACTER + self.tie.other
        start = f"{_INDENT}{TRUNK}  "
        for number, (begin, end) in enumerate(wrap_text(name, self.cells - width(start) - 2)):
            room = self.cells - width(start) - 2 - width(name[begin:end])
            across = f"{stroke * room}{head} " if number == 0 else "  "
            yield (Span(start + across, style, link), Span(name[begin:end], "name", link))

    def _name(self, id: str) -> str:
        person = self.edition.people.get(id)
        return person.name if person else id

    def _remarks(self) -> Iterator[str]:
        """What is to be said of a tie beside its label: that it is over, and who does not know of it."""
        relationship = self.tie.relationship
        if relationship.until is not None:
            until = self.edition.story.timeline.name(relationship.until)
            how = f": {relationship.ended}" if relationship.ended else ""
            yield f"over since {until}{how}"
        if relationship.secret_from:
            unaware = [self._name(id) for id in relationship.secret_from]
            verb = "did" if self.tie.over else "does" if len(unaware) == 1 else "do"
            yield f"{' and '.join(unaware)} {verb} not know"


@dataclass(frozen=True, slots=True)
class _TwoSteps:
    """Somebody two steps away and over whom."""

    id: str
    name: str
    via: tuple[str, ...]


def two_steps(edition: Edition, id: str) -> list[_TwoSteps]:
    """Who is tied to somebody tied to this person, but not to the person: the most ways first, then by name."""
    near = dict.fromkeys(tie.other for tie in edition.people.ties(id))
    ways: dict[str, dict[str, None]] = {}
    for middle in near:
        for tie in edition.people.ties(middle):
            if tie.other != id and tie.other not in near:
                ways.setdefault(tie.other, {})[middle] = None
    found = []
    for other, middles in ways.items():
        person = edition.people.get(other)
        names = (edition.people.get(middle) for middle in middles)
        if person:
            found.append(_TwoSteps(other, person.name, tuple(middle.name for middle in names if middle)))
    return sorted(found, key=lambda one: (-len(one.via), one.name, one.id))


def two_step_lines(edition: Edition, id: str, cells: int, *, most: int) -> Iterator[Line]:
    """A row for each of the first `most` people two steps away: "Choi Nam-ra via Nam On-jo, Yoon Gwi-nam +2"."""
    found = two_steps(edition, id)
    for one in found[:most]:
        link = CHARACTER + one.id
        room = cells - 4 - width(one.name)
        via = cut(f" via {_joined(one.via, room - len(' via '))}", room)
        yield (Span("    ", "", link), Span(one.name, "name", link), Span(via, "dim", link))
    if len(found) > most:
        yield (Span("    "), Span(f"{FOLDED} {len(found) - most} more", "link", f"{FOLD}{TWO_STEPS}-all"))


def _joined(names: tuple[str, ...], cells: int) -> str:
    """As many names as fit, and how many more there are."""
    for count in range(len(names), 1, -1):
        more = f" +{len(names) - count}" if count < len(names) else ""
        words = ", ".join(names[:count]) + more
        if width(words) <= cells:
            return words
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")


def two_steps_heading(count: int | None, cells: int) -> Line:
    """The row that folds and unfolds the people two steps away; how many there are is known once it is opened."""
    sign = FOLDED if count is None else "└"
    words = "two steps away" if count is None else f"two steps away {count}"
    start = f"{_INDENT}{sign} {words} "
    return (Span(start + FAINT * (cells - width(start)), "tie-heading dim", f"{FOLD}{TWO_STEPS}"),)
