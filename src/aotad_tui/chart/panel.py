"""The panel: one person, how they stand to everybody else, and what is known of them; 32 to 50 cells wide, any length.

Always right and linear: every row that leads somewhere is a link as a whole.
"""

from __future__ import annotations

from collections.abc import Collection

from aotad_tui.cells import Line, Span, width
from aotad_tui.story.edition import Edition
from aotad_tui.story.values import Character

from .card import card
from .facts import fact_lines
from .folds import FOLD, NO_FACTS
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
    edition: Edition, id: str, cells: int, turned: Collection[str] = (), on_page: Collection[str] | None = None
) -> list[Line]:
    """The rows for the person of that id, below who is named on the page; for nobody, the latter by themselves.

    `turned`: the folds that a reader has turned, see `folds`. `on_page`: the ids of those named, in order; with None
    there is no page. Card, ties, who is two steps away, facts.
    """
    cells = max(cells, NARROWEST)
    person = edition.people.get(id)
    if person is None:
        return list_lines(edition, on_page or (), cells)
    turned = frozenset(turned)
    above = [] if on_page is None else strip_lines(edition, on_page, cells, turned)
    return [*above, *_person_lines(edition, person, cells, turned)]


def _person_lines(edition: Edition, person: Character, cells: int, turned: frozenset[str]) -> list[Line]:
    degree = len(edition.people.ties(person.id))
    lines = card(edition, person, cells, trunk=degree > 0)
    if degree:
        most = None if degree <= _FEW else _MOST_ROWS - len(lines) - 1
        lines.extend(tie_lines(edition, person.id, cells, turned, most))
        lines.extend(two_step_lines(edition, person.id, cells, turned))
    else:
        lines.append((Span("  no known ties", "dim"),))
    if person.facts:
        sign = f"{FOLDED} " if NO_FACTS in turned else ""
        start = f"{sign}what is known "
        across = FAINT * max(cells - width(start), 0)
        lines += [(), (Span(start + across, "panel-heading", FOLD + NO_FACTS),)]
        if NO_FACTS not in turned:
            lines.extend(fact_lines(edition, person, cells))
    return lines
