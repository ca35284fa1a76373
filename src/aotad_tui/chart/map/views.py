"""The views of the map of a visible story."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from aotad_tui.chart.map.graph.builders import MOST_ON_FULL_MAP, group_graph, people_graph
from aotad_tui.chart.map.graph.cast import NO_FILTER, CastGraph, MapFilter
from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.chart.map.layout.column_assignment import Columns, assign_columns, preferred_column_count
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.layout.ordering import FEW_STEPS, STEPS, reduce_crossings
from aotad_tui.chart.map.rendering.canvas import Canvas, Drawing
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .ego import draw_ego_map
from .layered_map import draw_layered_map, lay_out_graph
from .overview import MOST_IN_OVERVIEW, draw_overview, overview_columns


class View(StrEnum):
    """The views from far to near; `EGO` shows one person's relationships. Values are typed by users and stored."""

    GROUPS = "groups"
    EVERYONE = "everyone"
    FULL_MAP = "full-map"
    EGO = "ego"


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
        self._all_relationships = all_relationships
        self._drawings: dict[View, Drawing] = {}

    def available(self) -> tuple[View, ...]:
        """Return the available views from far to near. Very many people have neither an overview nor a full map."""
        count = len(self.cast.people)
        views = [View.GROUPS]
        if count <= MOST_IN_OVERVIEW:
            views.append(View.EVERYONE)
        if count <= MOST_ON_FULL_MAP:
            views.append(View.FULL_MAP)
        return tuple(views)

    def is_ready(self, view: View) -> bool:
        """Whether a view can be drawn at once; the first drawing of the full map takes time."""
        return view is not View.FULL_MAP or view in self._drawings

    def draw(self, view: View, selected: Link | None, cells: int, rows: int) -> Drawing:
        """Draw a view in `cells` by `rows` cells. `selected` is the link of a person or a group.

        Only the full map and the groups may be larger, and everything grows for texts that are never cut.
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
        if view not in self._drawings:
            graph, left_out = self._graph(view)
            ordering = lay_out_graph(
                graph, self._layouts.get(view, len(graph.nodes)), FEW_STEPS if view is View.GROUPS else STEPS
            )
            self._store_layout(view, ordering.columns)
            self._drawings[view] = draw_layered_map(graph, ordering, left_out)
        return self._drawings[view]

    def draw_for_print(self, view: View, selected: Link | None, cells: int, rows: int) -> Drawing:
        """Draw a view for paper. The groups and the full map get as many columns of cards as fit in `cells` cells."""
        if view not in (View.GROUPS, View.FULL_MAP):
            return self.draw(view, selected, cells, rows)
        graph, left_out = self._graph(view)
        count = preferred_column_count(graph)
        drawing = draw_layered_map(graph, lay_out_graph(graph), left_out)
        while drawing.width > cells and count > 1:
            count -= 1
            drawing = draw_layered_map(graph, reduce_crossings(graph, assign_columns(graph, count=count)), left_out)
        return drawing

    def _graph(self, view: View) -> tuple[Graph, int]:
        if view is View.GROUPS:
            return group_graph(self.cast)
        return people_graph(self.cast, all_relationships=self._all_relationships)

    def _store_layout(self, name: str, columns: Columns) -> None:
        if self._stores_layouts:
            self._layouts.store(name, columns)

    def group_link(self, person: str) -> Link | None:
        """Return the link of the group of the person with this id."""
        member = self.cast.people.get(person)
        return Link.group(member.group) if member else None

    def members(self, group: Link) -> Sequence[Link]:
        """Return the links of the people of a group, given the group's link."""
        return [Link.character(id) for id in self.cast.groups.get(group.id or None, ())]
