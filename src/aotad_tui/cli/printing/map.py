"""`map`: the map of relationships."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.chart.map.graph.cast import CastEdge
from aotad_tui.chart.map.rendering.legend import legend
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.cli.exit_codes import NothingFound, WrongUse
from aotad_tui.cli.query import Json, Query, dump, find_person
from aotad_tui.link import Link

from .drawn import printed

_ROWS = 60
"""The rows of a printed page: the overview uses as few columns as fit everyone in them."""


def print_map(query: Query) -> Iterator[str]:
    """A view of the map, by default the overview; with a name, that person selected, or for `ego` alone.

    A name in the place of a view prints that person's own relationships. Raises `NothingFound` and `WrongUse`.
    """
    atlas = Atlas(query.visible)
    views = {view.value: view for view in View}
    words = list(query.words)
    view = views[words.pop(0)] if words and words[0] in views else None
    person = find_person(query.visible, words[0]).id if words else None
    if view is None:
        view = View.EGO if person else (View.EVERYONE if View.EVERYONE in atlas.views() else View.GROUPS)
    if view is View.EGO and person is None:
        raise WrongUse("the view ego needs a name; use aotad-tui map ego NAME")
    if view is not View.EGO and view not in atlas.views():
        raise NothingFound(f"too many people for the view {view}; use aotad-tui map groups")
    if query.as_json:
        yield dump(_json(atlas, person if view is View.EGO else None))
    elif atlas.cast.people:
        yield from _drawn(query, atlas, view, Link.character(person) if person else None)
    else:
        story = query.visible.story
        raise NothingFound(f"nobody is on the map {story.timeline.up_to(story.seen)}")


def _drawn(query: Query, atlas: Atlas, view: View, chosen: Link | None) -> Iterator[str]:
    drawing = atlas.printed(view, chosen, query.cells, _ROWS)
    if chosen and view is View.GROUPS:
        chosen = atlas.group_link(chosen.id)
    yield from printed((*drawing.lines(chosen), (), *legend(query.visible.story, query.cells)))
    if drawing.left_out:
        yield f"{drawing.left_out} weaker relationships not drawn"


def _json(atlas: Atlas, person: str | None) -> Json:
    """The people and relationships of the map, or one person's relationships and whom they lead to."""
    bonds = atlas.cast.of(person) if person else list(atlas.cast.bonds)
    wanted = {person, *(bond.other(person) for bond in bonds)} if person else set(atlas.cast.people)
    people: list[Json] = [
        {"id": one.id, "name": one.name, "group": atlas.cast.group_name(one.group) or None}
        for one in atlas.cast.people.values()
        if one.id in wanted
    ]
    return {"people": people, "ties": [_bond_json(bond) for bond in bonds]}


def _bond_json(bond: CastEdge) -> Json:
    return {
        "from": bond.source,
        "to": bond.target,
        "kind": bond.kind.id,
        "label": bond.words,
        "one_way": bond.directed and not bond.both,
        "over": bond.over,
    }
