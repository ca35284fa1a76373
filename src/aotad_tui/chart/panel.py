"""The panel: one person, how they stand to everybody else, and what is known of them; 32 to 50 cells wide, any length.

Always right and linear: every row that leads somewhere is a link as a whole.
"""

from __future__ import annotations

from collections.abc import Collection

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .card import card
from .collapse import NO_FACTS
from .facts import fact_lines
from .line_styles import FAINT, FOLDED
from .mentioned import list_lines, strip_lines
from .relationships import tie_lines
from .two_steps import two_step_lines

NARROWEST = 16
_FEW = 24
"""So many ties are shown whole, however many rows they take."""
_MOST_ROWS = 40
"""How many rows card and ties take, about, where there are more."""


def panel(
    visible: VisibleStory, id: str, cells: int, turned: Collection[str] = (), on_page: Collection[str] | None = None
) -> list[Line]:
    """The rows for the person of that id, below who is named on the page; for nobody, the latter by themselves.

    `turned`: the folds that a reader has turned, see `folds`. `on_page`: the ids of those named, in order; with None
    there is no page. Card, ties, who is two steps away, facts.
    """
    cells = max(cells, NARROWEST)
    person = visible.people.get(id)
    if person is None:
        return list_lines(visible, on_page or (), cells)
    turned = frozenset(turned)
    above = [] if on_page is None else strip_lines(visible, on_page, cells, turned)
    return [*above, *_person_lines(visible, person, cells, turned)]


def _person_lines(visible: VisibleStory, person: Character, cells: int, turned: frozenset[str]) -> list[Line]:
    degree = len(visible.people.relationships_of(person.id))
    lines = card(visible, person, cells, trunk=degree > 0)
    if degree:
        most = None if degree <= _FEW else _MOST_ROWS - len(lines) - 1
        lines.extend(tie_lines(visible, person.id, cells, turned, most))
        lines.extend(two_step_lines(visible, person.id, cells, turned))
    else:
        words = "no known relationships"
        lines.extend((Span(f"  {words[start:end]}", "dim"),) for start, end in wrap_text(words, cells - 2))
    if person.facts:
        sign = f"{FOLDED} " if NO_FACTS in turned else ""
        start = f"{sign}facts "
        across = FAINT * max(cells - width(start), 0)
        lines += [(), (Span(start + across, "panel-heading", Link.fold(NO_FACTS)),)]
        if NO_FACTS not in turned:
            lines.extend(fact_lines(visible, person, cells))
    return lines
