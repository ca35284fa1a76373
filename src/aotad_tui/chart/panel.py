"""The panel of one person or term, 16 cells wide or wider, any number of rows: card, relationships and facts.

Every row that leads somewhere is a link over its whole width.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.named import Term
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .card import card
from .cast_list import cast_lines
from .collapse import NO_FACTS, PRESENCE
from .facts import fact_lines
from .line_glyphs import COLLAPSED_SIGN, FAINT
from .mentioned import list_lines, strip_lines
from .presence import presence_lines
from .relationships import relationship_lines
from .term import term_lines
from .two_steps import two_step_lines

NARROWEST = 16
_MAX_UNCOLLAPSED = 24
"""Up to this many relationships are all shown, however many rows they take."""
_MAX_ROWS = 40
"""About how many rows the card and the relationships take if there are more."""


def panel(
    visible: VisibleStory,
    id: str,
    cells: int,
    toggled: Collection[str] = (),
    on_page: Collection[str] | None = None,
    named_at: MentionPoints | None = None,
    notes: Sequence[str] = (),
) -> list[Line]:
    """Return the rows for the person or term with this id, below the people mentioned on the page.

    The rows of a person are card, relationships, people two steps away, facts, presence. If there is no such person or
    term, return only the people on the page, or if it names nobody, everyone so far. `toggled`: the toggles of
    `collapse` that the reader has set. `on_page`: the ids of the people mentioned, in order; None if there is no page.
    `named_at`: where the person is named, which is shown once `toggled` holds `PRESENCE`; None as long as it is not
    known. `notes`: the reader's notes on the person.
    """
    cells = max(cells, NARROWEST)
    named = visible.named(id)
    if named is None:
        return list_lines(visible, on_page or (), cells) or cast_lines(visible, cells)
    toggled = frozenset(toggled)
    above = [] if on_page is None else strip_lines(visible, on_page, cells, toggled)
    if isinstance(named, Term):
        return [*above, *term_lines(named, cells)]
    lines = [*above, *_person_lines(visible, named, cells, toggled, notes)]
    if visible.story.sections:
        lines += [(), *_presence(visible, cells, toggled, named_at)]
    return lines


def _presence(
    visible: VisibleStory, cells: int, toggled: Collection[str], named_at: MentionPoints | None
) -> Iterator[Line]:
    """Yield the heading, and once expanded the cells."""
    start = "named in " if PRESENCE in toggled else f"{COLLAPSED_SIGN} named in "
    yield (Span(start + FAINT * max(cells - width(start), 0), "panel-heading", Link.fold(PRESENCE)),)
    if PRESENCE in toggled:
        yield from [(Span("Loading …", "dim"),)] if named_at is None else presence_lines(visible, named_at, cells)


def _person_lines(
    visible: VisibleStory, person: Character, cells: int, toggled: frozenset[str], notes: Sequence[str]
) -> list[Line]:
    degree = len(visible.people.relationships_of(person.id))
    lines = card(visible, person, cells, trunk=degree > 0, notes=notes)
    if degree:
        max_rows = None if degree <= _MAX_UNCOLLAPSED else _MAX_ROWS - len(lines) - 1
        lines.extend(relationship_lines(visible, person.id, cells, toggled, max_rows))
        lines.extend(two_step_lines(visible, person.id, cells, toggled))
    else:
        words = "no known relationships"
        lines.extend((Span(f"  {words[start:end]}", "dim"),) for start, end in wrap_text(words, cells - 2))
    if person.facts:
        sign = f"{COLLAPSED_SIGN} " if NO_FACTS in toggled else ""
        start = f"{sign}facts "
        across = FAINT * max(cells - width(start), 0)
        lines += [(), (Span(start + across, "panel-heading", Link.fold(NO_FACTS)),)]
        if NO_FACTS not in toggled:
            lines.extend(fact_lines(visible, person, cells))
    return lines
