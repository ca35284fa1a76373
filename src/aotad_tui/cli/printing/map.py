"""`map`: the map of relationships."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.map.graph.cast import CastEdge
from aotad_tui.chart.map.rendering.legend import legend
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.cli.exit_codes import NothingFound, WrongUse
from aotad_tui.cli.query import Json, Query, find_person, to_json
from aotad_tui.link import Link

from .drawn import printed

_ROWS = 60
"""The rows of a printed page: the overview uses as few columns as fit everyone in them."""


def print_map(query: Query) -> Iterator[str]:
    """A view of the map, by default the overview; with a name, that person selected, or for `ego` alone.

    A name in the place of a view prints that person's own relationships. Raises `NothingFound` and `WrongUse`.
    """
    map_views = MapViews(query.visible)
    views = {view.value: view for view in View} | {"poster": View.FULL_MAP}  # its name before version 0.1.0
    words = list(query.words)
    view = views[words.pop(0)] if words and words[0] in views else None
    person = find_person(query.visible, words[0]).id if words else None
    if view is None:
        view = View.EGO if person else (View.EVERYONE if View.EVERYONE in map_views.available() else View.GROUPS)
    if view is View.EGO and person is None:
        raise WrongUse("the view ego needs a name; use aotad-tui map ego NAME")
    if view is not View.EGO and view not in map_views.available():
        raise NothingFound(f"too many people for the view {view}; use aotad-tui map groups")
    if query.as_json:
        yield to_json(_json(map_views, person if view is View.EGO else None))
    elif map_views.cast.people:
        yield from _drawn(query, map_views, view, Link.character(person) if person else None)
    else:
        story = query.visible.story
        raise NothingFound(f"nobody is on the map {story.timeline.up_to(story.seen)}")


def _drawn(query: Query, map_views: MapViews, view: View, selected: Link | None) -> Iterator[str]:
    drawing = map_views.draw_for_print(view, selected, query.cells, _ROWS)
    if selected and view is View.GROUPS:
        selected = map_views.group_link(selected.id)
    yield from printed((*drawing.lines(selected), (), *legend(query.visible.story, query.cells)))
    if drawing.left_out:
        yield f"{drawing.left_out} weaker relationships not drawn"


def _json(map_views: MapViews, person: str | None) -> Json:
    """The people and relationships of the map, or one person's relationships and whom they lead to."""
    edges = map_views.cast.edges_of(person) if person else list(map_views.cast.edges)
    wanted = {person, *(edge.other_end(person) for edge in edges)} if person else set(map_views.cast.people)
    people: list[Json] = [
        {"id": member.id, "name": member.name, "group": map_views.cast.group_name(member.group) or None}
        for member in map_views.cast.people.values()
        if member.id in wanted
    ]
    return {"people": people, "ties": [_edge_json(edge) for edge in edges]}


def _edge_json(edge: CastEdge) -> Json:
    return {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind.id,
        "label": edge.words,
        "one_way": edge.directed and not edge.both,
        "over": edge.over,
    }
