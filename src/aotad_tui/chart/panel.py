"""The panel: one person, how they stand to everybody else, and what is known of them; 32 to 50 cells wide, any length.

Always right and linear: every row that leads somewhere is a link as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from aotad_tui.cells import Line, Span, width
from aotad_tui.story.edition import Edition

from .card import card
from .facts import fact_lines
from .folds import FACTS, FOLD, none_of
from .on_page import list_lines, strip_lines
from .strokes import FAINT, FOLDED
from .ties import tie_lines
from .two_steps import two_step_lines

NARROWEST = 16
_FEW = 24
"""So many ties are shown whole, however many rows they take."""
_MOST_ROWS = 40
"""How many rows card and ties take, about, where there are more."""


def panel(
    edition: Edition, id: str, cells: int, turned: Collection[str] = (), on_page: Collection[str] = ()
) -> list[Line]:
    """The rows for the person of that id, below who is named on the page; for nobody, the latter by themselves.

    `turned`: the folds that a reader has turned, see `folds`; `on_page`: the ids of those named, in order.
    """
    cells = max(cells, NARROWEST)
    if edition.people.get(id) is None:
        return list_lines(edition, on_page, cells)
    return [*strip_lines(edition, on_page, cells, turned), *person_lines(edition, id, cells, turned)]


def person_lines(edition: Edition, id: str, cells: int, turned: Collection[str] = ()) -> list[Line]:
    """Card, ties, two steps away, facts; nothing for nobody."""
    person = edition.people.get(id)
    if person is None:
        return []
    cells = max(cells, NARROWEST)
    turned = frozenset(turned)
    degree = len(edition.people.ties(person.id))
    lines = card(edition, person, cells, trunk=degree > 0)
    if degree:
        most = None if degree <= _FEW else _MOST_ROWS - len(lines) - 1
        lines.extend(tie_lines(edition, person.id, cells, turned, most))
        lines.extend(two_step_lines(edition, person.id, cells, turned))
    else:
        lines.append((Span("  no known ties", "dim"),))
    if person.facts:
        shut = none_of(FACTS) in turned
        lines.append(())
        lines.extend(_facts_heading(len(person.facts), cells, shut=shut))
        if not shut:
            lines.extend(fact_lines(edition, person, cells))
    return lines


def _facts_heading(count: int, cells: int, *, shut: bool) -> Iterator[Line]:
    start = f"{FOLDED} what is known {count} " if shut else f"what is known {count} "
    yield (Span(start + FAINT * max(cells - width(start), 0), "panel-heading", FOLD + none_of(FACTS)),)
