"""`map`: the map of relationships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.chart.map.captions import counts_text, left_out_text
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.rendering.legend import legend
from aotad_tui.chart.map.views import STEPS_OF, MapViews, View
from aotad_tui.cli.exit_codes import NothingFound, WrongUse
from aotad_tui.cli.output import print_notice
from aotad_tui.cli.query import Json, Query, find_person, to_json
from aotad_tui.link import Link

from .drawn import PrintedLine, printed

_ROWS = 60
"""The rows of a printed page: the overview uses as few columns as fit everyone in them."""


def print_map(query: Query) -> Iterator[PrintedLine]:
    """A view of the map, by default the overview; with a name, that person selected, or in the middle of the view.

    A name in the place of a view prints that person's own relationships. Raises `NothingFound` and `WrongUse`.
    """
    map_views = MapViews(query.visible)
    views = {view.value: view for view in View} | {"poster": View.FULL_MAP}  # its name before version 0.1.0
    words = list(query.words)
    view = views[words.pop(0)] if words and words[0] in views else None
    person = find_person(query.visible, words[0]).id if words else None
    if view is None:
        view = View.EGO if person else map_views.default
    if view is View.EGO and person is None:
        raise WrongUse("the view ego needs a name; use aotad-tui map ego NAME")
    if not map_views.cast.people:
        story = query.visible.story
        if query.as_json:
            yield to_json(_json(map_views.cast, view))
            return
        raise NothingFound(f"nobody is on the map {story.timeline.up_to(story.seen)}")
    centre = person or map_views.cast.ranking[0]
    if query.as_json:
        yield to_json(_view_json(map_views, view, centre))
        return
    if view is View.EVERYONE and view not in map_views.available():
        raise NothingFound(f"too many people for the view {view}; use aotad-tui map {View.MOST_CONNECTED}")
    view = _drawable(map_views, view, centre)
    if person and not map_views.shows(view, person):
        print_notice(f"aotad-tui: {map_views.cast.name(person)} is not among the most connected people")
    yield from _drawn(query, map_views, view, centre if view in STEPS_OF else person)


def _drawable(map_views: MapViews, view: View, centre: str) -> View:
    """The view, or the nearest one that shows more of this cast. A notice says why it is another."""
    other, why = view, ""
    if view is View.FULL_MAP and view not in map_views.available():
        name = map_views.cast.name(centre)
        other, why = View.ONE_STEP, f"too many people for the full map; drawing everyone within one step of {name}"
    elif view is View.GROUPS and not map_views.cast.has_groups:
        other = View.COMMUNITIES if map_views.cast.endpoints else map_views.default
        why = f"nobody is in a group; drawing the view {other}"
    elif view is View.COMMUNITIES and not map_views.cast.endpoints:
        other = map_views.default
        why = f"nobody has a known relationship; drawing the view {other}"
    if why:
        print_notice(f"aotad-tui: {why}")
    return other


def _drawn(query: Query, map_views: MapViews, view: View, person: str | None) -> Iterator[PrintedLine]:
    selected = Link.character(person) if person else None
    drawing = map_views.draw_for_print(view, selected, query.cells, _ROWS)
    if person and view in (View.GROUPS, View.COMMUNITIES):
        selected = map_views.part_of(view, person)
    yield from printed(
        (*drawing.lines(selected), (), *legend(query.visible.story, query.cells, map_views.signs(view, person or "")))
    )
    if view in (View.COMMUNITIES, View.MOST_CONNECTED, *STEPS_OF):
        yield counts_text(map_views, view, person or "")
    if person and view in (View.EGO, *STEPS_OF) and not map_views.cast.edges_of(person):
        yield "no known relationships"
    if drawing.left_out:
        yield left_out_text(drawing.left_out)


def _view_json(map_views: MapViews, view: View, centre: str) -> Json:
    """The people of a view, the relationships among them, and the communities or the person in the middle, if any."""
    cast = map_views.cast
    match view:
        case View.EGO:
            edges = cast.edges_of(centre)
            ids = {centre, *(edge.other_end(centre) for edge in edges)}
            return _json(cast, view, [id for id in cast.people if id in ids], edges)
        case View.MOST_CONNECTED:
            return _json(map_views.most_connected, view)
        case View.ONE_STEP | View.TWO_STEPS:
            near = cast.restricted_to(map_views.neighbourhood(view, centre).people)
            return {"centre": centre, **_json(near, view)}
        case View.COMMUNITIES:
            communities: list[Json] = [
                {"name": part.name, "people": list(part.members)} for part in map_views.parts(view).values()
            ]
            return {**_json(cast, view), "communities": communities}
        case _:
            return _json(cast, view)


def _json(
    cast: CastGraph, view: View, ids: Iterable[str] | None = None, edges: Iterable[CastEdge] | None = None
) -> dict[str, Json]:
    """The people with these ids and these relationships; without them all people and relationships of the cast."""
    members = [cast.people[id] for id in (cast.people if ids is None else ids)]
    people: list[Json] = [
        {"id": member.id, "name": member.name, "group": cast.group_name(member.group) or None} for member in members
    ]
    ties: list[Json] = [_edge_json(edge) for edge in (cast.edges if edges is None else edges)]
    return {"view": view.value, "people": people, "ties": ties}


def _edge_json(edge: CastEdge) -> Json:
    return {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind.id,
        "label": edge.words,
        "one_way": edge.directed and not edge.both,
        "over": edge.over,
    }
