"""The texts around the map: its title, how much it shows, and what is selected."""

from __future__ import annotations

from collections.abc import Collection

from aotad_tui.chart.card import group_and_state, name_line
from aotad_tui.chart.line_glyphs import ARROW_DOWN, ARROW_LEFT, ARROW_RIGHT, ARROW_UP
from aotad_tui.link import Link

from .graph.builders import MOST_PARTS
from .graph.cast import CastGraph
from .views import STEPS_OF, MapViews, View

_TITLES = {
    View.GROUPS: "Groups",
    View.COMMUNITIES: "Communities",
    View.EVERYONE: "Everyone",
    View.MOST_CONNECTED: "Most connected",
    View.FULL_MAP: "Full map",
}
_MAX_NAMES = 40  # more never fit on a line


def title(map_views: MapViews, view: View, person: str) -> str:
    """Return the title of a view. `person`: the id of the selected person, or of the one in the middle."""
    if not map_views.cast.people:
        return "Map"
    name = map_views.cast.name(person) if person in map_views.cast.people else ""
    match view:
        case View.EGO:
            return f"{name}: relationships" if name else "Relationships"
        case View.ONE_STEP | View.TWO_STEPS:
            steps = "one step" if view is View.ONE_STEP else "two steps"
            return f"Within {steps} of {name}" if name else f"Within {steps}"
        case _:
            return _TITLES[view]


def counts_text(map_views: MapViews, view: View, person: str) -> str:
    """Return how many people and relationships a view shows; `person`: as for the title."""
    cast = map_views.cast
    if view is View.EGO and person in cast.people:
        edges = cast.edges_of(person)
        others = len({edge.other_end(person) for edge in edges})
        return f"{_relationships(len(edges))} with {_people(others)}"
    if view in STEPS_OF and person in cast.people:
        near = map_views.neighbourhood(view, person)
        return _part_of(cast, near.people, near.reached)
    if view is View.MOST_CONNECTED:
        shown = map_views.most_connected
        return f"{_part_of(cast, shown.people, cast.people)}, {_relationships(len(shown.endpoints))}"
    counts = f"{_part_of(cast, cast.people, cast.people)}, {_relationships(len(cast.endpoints))}"
    if view in (View.GROUPS, View.COMMUNITIES) and map_views.is_ready(view):
        number = len(map_views.parts(view))
        return f"{MOST_PARTS} largest of {number} {view}, {counts}" if number > MOST_PARTS else counts
    return counts


def left_out_text(count: int) -> str:
    """Return how many relationships a drawing leaves out; empty for none."""
    return f"{count} weaker relationship{'' if count == 1 else 's'} not drawn" if count else ""


def window_text(size: tuple[int, int], window: tuple[int, int, int, int]) -> str:
    """Return how much of a drawing of that size is in view, and where the rest is; empty if all of it is in view.

    `window`: the first column and row in view, and the number of columns and rows.
    """
    if not (size[0] and size[1]):
        return ""
    x, y, cells, rows = window
    shown = min(cells, size[0]) * min(rows, size[1])
    hidden = (
        (x > 0, ARROW_LEFT),
        (x + cells < size[0], ARROW_RIGHT),
        (y > 0, ARROW_UP),
        (y + rows < size[1], ARROW_DOWN),
    )
    arrows = " ".join(arrow for is_hidden, arrow in hidden if is_hidden)
    return f"{100 * shown // (size[0] * size[1])} % in view, more {arrows}" if arrows else ""


def _part_of(cast: CastGraph, shown: Collection[str], reached: Collection[str]) -> str:
    """Return how many of the people with these ids are shown; those who are only announced are counted apart."""
    met, all_met = (sum(cast.people[id].is_met for id in ids) for ids in (shown, reached))
    people = f"{met} of {_people(all_met)}" if len(shown) < len(reached) else _people(all_met)
    announced = len(shown) - met
    return f"{people}, {announced} announced" if announced else people


def _people(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'people'}"


def _relationships(count: int) -> str:
    return f"{count} relationship{'' if count == 1 else 's'}"


def selection_text(map_views: MapViews, selected: Link | None) -> str:
    """Describe the selected person (names, group and state) or part of the cast (its people) on one line."""
    visible = map_views.cast.visible
    if selected is None:
        return ""
    if selected.is_character:
        person = visible.people.get(selected.id)
        if person is None:
            return ""
        return f"{name_line(visible, person)}  {''.join(span.text for span in group_and_state(visible, person))}"
    return ", ".join(map_views.cast.name(link.id) for link in map_views.members(selected)[:_MAX_NAMES])
