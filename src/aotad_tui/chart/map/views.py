"""The views of the map of a visible story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from aotad_tui.chart.map.graph.builders import (
    MOST_ON_FULL_MAP,
    MapPart,
    community_parts,
    group_parts,
    part_graph,
    people_graph,
)
from aotad_tui.chart.map.graph.cast import NO_FILTER, CastGraph, MapFilter
from aotad_tui.chart.map.graph.communities import find_communities
from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.chart.map.graph.neighbourhood import Neighbourhood, find_neighbourhood
from aotad_tui.chart.map.layout.column_assignment import Columns
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.layout.ordering import FEW_STEPS, STEPS
from aotad_tui.chart.map.rendering.canvas import Canvas, Drawing
from aotad_tui.link import Link, LinkKind
from aotad_tui.story.visible import VisibleStory

from .ego import draw_ego_map
from .layered_map import draw_within
from .overview import MOST_IN_OVERVIEW, draw_overview
from .overview_columns import overview_columns

MOST_CONNECTED = 40
"""The people of the view of the most connected: as many as fit on a screen of 120 by 40 cells in two columns."""
_MAX_WIDTH = 800
"""The cells of the widest full map: four screens of 200 columns."""
_PEOPLE_PER_SCREEN = 100
"""A printed full map is one screen wide for each so many people, but at most four."""
_MAX_SCREENS = 4


class View(StrEnum):
    """The views from far to near; `EGO` shows one person's relationships. Values are typed by users and stored."""

    GROUPS = "groups"
    COMMUNITIES = "communities"
    EVERYONE = "everyone"
    MOST_CONNECTED = "most-connected"
    FULL_MAP = "full-map"
    TWO_STEPS = "two-steps"
    ONE_STEP = "one-step"
    EGO = "ego"


STEPS_OF: Mapping[View, int] = {View.TWO_STEPS: 2, View.ONE_STEP: 1}
"""The views of a neighbourhood, and how many steps it reaches."""
_OVERVIEWS = (View.EVERYONE, View.MOST_CONNECTED, View.EGO)
"""The views that are drawn for a size and a selection, in no time."""


class MapViews:
    """Draws all views of the people and relationships that pass the reader's filter. Needs no screen."""

    def __init__(
        self,
        visible: VisibleStory,
        layouts: Layouts | None = None,
        map_filter: MapFilter = NO_FILTER,
        *,
        all_relationships: bool = False,
    ) -> None:
        self.cast = CastGraph(visible, map_filter)
        self._layouts = layouts or Layouts()
        self._layouts.move_to(visible.story.seen)
        self._stores_layouts = not map_filter
        self._is_part = bool(map_filter.only)
        self._all_relationships = all_relationships
        self._drawings: dict[tuple[View, str | None], Drawing] = {}

    def available(self) -> tuple[View, ...]:
        """Return the available views from far to near, without the ego view.

        There are groups if anybody is in one, and communities if most people are not and there are relationships;
        neither in a part of the cast.
        Very many people have neither an overview nor a full map.
        """
        count = len(self.cast.people)
        possible = {
            View.GROUPS: self.cast.has_groups and not self._is_part,
            View.COMMUNITIES: self._is_mostly_ungrouped and not self._is_part and bool(self.cast.endpoints),
            View.EVERYONE: count <= MOST_IN_OVERVIEW,
            View.MOST_CONNECTED: count > 2 * MOST_CONNECTED,
            View.FULL_MAP: count <= MOST_ON_FULL_MAP,
            View.TWO_STEPS: True,
            View.ONE_STEP: True,
        }
        return tuple(view for view, is_possible in possible.items() if is_possible)

    @property
    def default(self) -> View:
        """The view that shows most people with names; for a very large cast its groups, if most people are in one."""
        if View.EVERYONE in self.available():
            return View.EVERYONE
        return View.GROUPS if View.GROUPS in self.available() and not self._is_mostly_ungrouped else View.MOST_CONNECTED

    @property
    def _is_mostly_ungrouped(self) -> bool:
        return 2 * len(self.cast.groups.get(None, ())) > len(self.cast.people)

    def is_ready(self, view: View, centre: str | None = None) -> bool:
        """Whether a view can be drawn at once; a first drawing with a layout takes time, except that of the groups.

        `centre`: as in `draw`.
        """
        return view in (*_OVERVIEWS, View.GROUPS) or (view, centre if view in STEPS_OF else None) in self._drawings

    def draw(self, view: View, selected: Link | None, cells: int, rows: int, centre: str | None = None) -> Drawing:
        """Draw a view in `cells` by `rows` cells. `selected` is the link of a person, a group or a community.

        `centre`: the id of the person whose neighbourhood a view shows; the selected person if it is None. Only maps
        with a layout may be larger than the size, and everything grows for texts that are never cut.
        """
        person = selected.id if selected and selected.is_character else None
        if view is View.EGO:
            if person is None or person not in self.cast.people:
                return Canvas().drawing()
            return draw_ego_map(self.cast, person, cells)
        if view is View.EVERYONE:
            name = f"everyone {cells}"
            columns = overview_columns(self.cast, cells, rows, self._layouts.get(name, len(self.cast.people)))
            self._store_layout(name, columns)
            return draw_overview(self.cast, columns, cells, person)
        if view is View.MOST_CONNECTED:
            columns = overview_columns(self.most_connected, cells, rows)
            return draw_overview(self.most_connected, columns, cells, person, self.cast)
        centre = (centre or person) if view in STEPS_OF else None
        if (view, centre) not in self._drawings:
            graph, left_out = self._graph(view, centre)
            keeps_layout = view in (View.GROUPS, View.FULL_MAP)
            previous = self._layouts.get(view, len(graph.nodes)) if keeps_layout else ()
            steps = FEW_STEPS if view is View.GROUPS else STEPS
            drawing, columns = draw_within(graph, _MAX_WIDTH, left_out, previous, steps)
            if keeps_layout:
                self._store_layout(view, columns)
            self._drawings[view, centre] = drawing
        return self._drawings[view, centre]

    def draw_for_print(self, view: View, selected: Link | None, cells: int, rows: int) -> Drawing:
        """Draw a view for paper. Maps with a layout get as many columns of cards as fit in `cells` cells.

        Nobody can be selected on paper, so the most connected people are drawn with the relationships among them. A map
        of more than 100 people is as many times as wide as it has hundreds of people, at most four times.
        """
        if view in _OVERVIEWS and not (view is View.MOST_CONNECTED and self.most_connected.endpoints):
            return self.draw(view, selected, cells, rows)
        graph, left_out = self._graph(view, selected.id if selected else None)
        screens = min(max(1, -(-len(graph.nodes) // _PEOPLE_PER_SCREEN)), _MAX_SCREENS)
        return draw_within(graph, screens * cells, left_out)[0]

    def _graph(self, view: View, centre: str | None) -> tuple[Graph, int]:
        if view in (View.GROUPS, View.COMMUNITIES):
            return part_graph(self.cast, self.parts(view))
        if view in STEPS_OF:
            if centre is None or centre not in self.cast.people:
                return Graph((), ()), 0
            cast = self.cast.restricted_to(self.neighbourhood(view, centre).people)
            return people_graph(cast, all_relationships=self._all_relationships, centre=centre)
        cast = self.most_connected if view is View.MOST_CONNECTED else self.cast
        return people_graph(cast, all_relationships=self._all_relationships)

    def _store_layout(self, name: str, columns: Columns) -> None:
        if self._stores_layouts:
            self._layouts.store(name, columns)

    @cached_property
    def most_connected(self) -> CastGraph:
        """The most connected people, with the relationships among them."""
        return self.cast.restricted_to(self.cast.ranking[:MOST_CONNECTED])

    def neighbourhood(self, view: View, centre: str) -> Neighbourhood:
        """Return the neighbourhood of the person with this id that a view shows."""
        return find_neighbourhood(self.cast, centre, STEPS_OF[view])

    def signs(self, view: View, person: str) -> frozenset[str]:
        """Return the ids of the kinds and the notable states that a view draws.

        `person`: the id of the person whom it is about.
        """
        cast = self.cast
        if view is View.MOST_CONNECTED:
            cast = self.most_connected
        elif view in STEPS_OF and person in cast.people:
            cast = cast.restricted_to(self.neighbourhood(view, person).people)
        edges = cast.edges_of(person) if view is View.EGO and person in cast.people else cast.edges
        people = cast.people if view is not View.EGO else {id for edge in edges for id in (edge.source, edge.target)}
        states = (cast.notable_state(id) for id in people)
        return frozenset((*(edge.kind.id for edge in edges), *(state.id for state in states if state)))

    def shows(self, view: View, person: str) -> bool:
        """Whether the person with this id is on a view: not everyone is among the most connected."""
        return person in (self.most_connected if view is View.MOST_CONNECTED else self.cast).people

    def parts(self, view: View) -> Mapping[Link, MapPart]:
        """Return the groups or the communities by link. The communities of a large cast take time to find."""
        return self._communities if view is View.COMMUNITIES else self._groups

    @cached_property
    def _groups(self) -> Mapping[Link, MapPart]:
        return group_parts(self.cast)

    @cached_property
    def _communities(self) -> Mapping[Link, MapPart]:
        return community_parts(find_communities(self.cast))

    def part_of(self, view: View, person: str) -> Link | None:
        """Return the link of the group or community of the person with this id."""
        return next((key for key, part in self.parts(view).items() if person in part.members), None)

    def members(self, part: Link) -> Sequence[Link]:
        """Return the links of the people of a group or community, given its link."""
        parts = self._communities if part.kind is LinkKind.COMMUNITY else self._groups
        return [Link.character(id) for id in parts[part].members] if part in parts else []
