"""All views of the map of one edition."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from aotad_tui.chart.map.graph.builders import MOST_ON_POSTER, groups_net, people_net
from aotad_tui.chart.map.graph.cast import EVERYTHING, CastGraph, MapFilter
from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.chart.map.layout.columns import Columns, columns_for, columns_wanted
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.layout.ordering import FEW_STEPS, STEPS, ordered
from aotad_tui.chart.map.rendering.canvas import Canvas, Drawing
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .ego import ego
from .overview import MOST_IN_PLACE, everyone, seats
from .poster import arranged, poster


class View(StrEnum):
    """How near one looks, from far to near; `EGO` is one person's ties alone."""

    GROUPS = "groups"
    EVERYONE = "everyone"
    POSTER = "poster"
    EGO = "ego"


class Atlas:
    """The maps of an edition under a reader's choice of kinds and groups. Nothing in it needs a screen."""

    def __init__(
        self,
        visible: VisibleStory,
        layouts: Layouts | None = None,
        choice: MapFilter = EVERYTHING,
        *,
        all_ties: bool = False,
    ) -> None:
        self.cast = CastGraph(visible, choice)
        self._layouts = layouts or Layouts()
        self._layouts.at(visible.story.seen)
        self._keeps = not choice
        self._all_ties = all_ties
        self._posters: dict[View, Drawing] = {}

    def views(self) -> tuple[View, ...]:
        """The views that there are, from far to near: of very many people neither a list nor a poster."""
        count = len(self.cast.people)
        views = [View.GROUPS]
        if count <= MOST_IN_PLACE:
            views.append(View.EVERYONE)
        if count <= MOST_ON_POSTER:
            views.append(View.POSTER)
        return tuple(views)

    def drawn(self, view: View) -> bool:
        """Whether a view is there at once; the poster takes its time at first."""
        return view is not View.POSTER or view in self._posters

    def drawing(self, view: View, chosen: Link | None, cells: int, rows: int) -> Drawing:
        """A view for so much room; only the poster and the groups may be larger. `chosen` is somebody's link."""
        person = chosen.id if chosen and chosen.is_character else None
        if view is View.EGO:
            return ego(self.cast, person, cells) if person and person in self.cast.people else Canvas().drawing()
        if view is View.EVERYONE:
            name = f"everyone {cells}"
            columns = seats(self.cast, cells, rows, self._layouts.get(name, len(self.cast.people)))
            self._keep(name, columns)
            return everyone(self.cast, columns, cells, person)
        if view not in self._posters:
            graph, left_out = self._net(view)
            arrangement = arranged(
                graph, self._layouts.get(view, len(graph.nodes)), FEW_STEPS if view is View.GROUPS else STEPS
            )
            self._keep(view, arrangement.columns)
            self._posters[view] = poster(graph, arrangement, left_out)
        return self._posters[view]

    def printed(self, view: View, chosen: Link | None, cells: int, rows: int) -> Drawing:
        """A view for paper: the groups and the poster in as many columns of cards as fit into so many cells."""
        if view not in (View.GROUPS, View.POSTER):
            return self.drawing(view, chosen, cells, rows)
        graph, left_out = self._net(view)
        count = columns_wanted(graph)
        found = poster(graph, arranged(graph), left_out)
        while found.width > cells and count > 1:
            count -= 1
            found = poster(graph, ordered(graph, columns_for(graph, count=count)), left_out)
        return found

    def _net(self, view: View) -> tuple[Graph, int]:
        if view is View.GROUPS:
            return groups_net(self.cast)
        return people_net(self.cast, all_ties=self._all_ties)

    def _keep(self, name: str, columns: Columns) -> None:
        if self._keeps:
            self._layouts.keep(name, columns)

    def group_link(self, person: str) -> Link | None:
        """The link of the group in which the person of that id is."""
        found = self.cast.people.get(person)
        return Link.group(found.group) if found else None

    def members(self, group: Link) -> Sequence[Link]:
        """The links of the people of a group, by its link."""
        return [Link.character(id) for id in self.cast.groups.get(group.id or None, ())]
