"""The texts around the map: how much it shows, and what is selected."""

from __future__ import annotations

from aotad_tui.chart.card import group_and_state, name_line
from aotad_tui.link import Link

from .views import MapViews, View

_MAX_NAMES = 40  # more never fit on a line


def counts_text(map_views: MapViews, view: View, person: str) -> str:
    """Return how many people and relationships a view shows. The ego view counts those of the person with this id."""
    cast = map_views.cast
    if view is not View.EGO or person not in cast.people:
        announced = sum(not character.is_met for character in cast.people.values())
        counts = [_people(len(cast.people) - announced), *([f"{announced} announced"] if announced else [])]
        return ", ".join([*counts, _relationships(len(cast.endpoints))])
    edges = cast.edges_of(person)
    others = len({edge.other_end(person) for edge in edges})
    return f"{_relationships(len(edges))} with {_people(others)}"


def _people(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'people'}"


def _relationships(count: int) -> str:
    return f"{count} relationship{'' if count == 1 else 's'}"


def selection_text(map_views: MapViews, selected: Link | None) -> str:
    """Describe the selected person (names, group and state) or group (its people) on one line."""
    visible = map_views.cast.visible
    if selected is None:
        return ""
    if selected.is_character:
        person = visible.people.get(selected.id)
        return (
            f"{name_line(person)}  {''.join(span.text for span in group_and_state(visible, person))}" if person else ""
        )
    return ", ".join(map_views.cast.people[link.id].name for link in map_views.members(selected)[:_MAX_NAMES])
