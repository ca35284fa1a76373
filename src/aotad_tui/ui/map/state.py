"""The state of the map: the view, the selected card and the filter. It knows no screen."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.chart.map.graph.cast import NO_FILTER, MapFilter
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory


@dataclass(frozen=True, slots=True)
class SavedView:
    """The view of the map that a reader left, to be restored later.

    `person` is an id. `legend` is None while it is shown only if there is room. `x` and `y`: the first column and row
    of cells in the window.
    """

    view: View = View.EVERYONE
    person: str | None = None
    map_filter: MapFilter = NO_FILTER
    all_relationships: bool = False
    legend: bool | None = None
    x: int = 0
    y: int = 0


class MapState:
    """The state of the open map. `person`: the id of the person to select first, if any."""

    def __init__(self, visible: VisibleStory, layouts: Layouts, person: str | None, saved: SavedView) -> None:
        self._visible = visible
        self._layouts = layouts
        self._all_relationships = saved.all_relationships
        self._group: Link | None = None
        self._previous: list[tuple[View, MapFilter]] = []
        self.person = person or saved.person or ""
        """The id of the selected person; empty if there is nobody."""
        self.was_selected_here = False
        """Whether the reader has selected a person on the map."""
        self.show(saved.map_filter)
        if person and person not in self.map_views.cast.people:
            self.person = person
            self.show(NO_FILTER)  # The person on the page must not be hidden by the filter.
        self.view = next(
            view for view in (saved.view, View.EVERYONE, View.GROUPS) if view in self.map_views.available()
        )

    def show(self, map_filter: MapFilter) -> None:
        """Apply a filter."""
        self.map_filter = map_filter
        self.map_views = MapViews(self._visible, self._layouts, map_filter, all_relationships=self._all_relationships)
        people = self.map_views.cast.people
        if self.person not in people:
            self.person = next(iter(people), "")

    def toggle_all_relationships(self) -> None:
        """Show all relationships on the full map, or the strongest."""
        self._all_relationships = not self._all_relationships
        self.view = View.FULL_MAP if View.FULL_MAP in self.map_views.available() else self.view
        self.show(self.map_filter)

    @property
    def selected(self) -> Link | None:
        """The link of the selected card: a group's while groups are shown; None if there is nobody."""
        if self.view is View.GROUPS:
            return self._group or self.map_views.group_link(self.person)
        return Link.character(self.person) if self.person else None

    @property
    def saved_view(self) -> SavedView:
        """The view to restore later: inside a group or of one person, the view from which that was opened."""
        view, map_filter = self._previous[0] if self._previous else (self.view, self.map_filter)
        return SavedView(view, self.person or None, map_filter, self._all_relationships)

    def select(self, link: Link) -> None:
        """Select a person or a group."""
        if link.is_character:
            self.person, self._group, self.was_selected_here = link.id, None, True
        else:
            self._group = link

    def find(self, link: Link) -> None:
        """Select a person by name, in whichever view shows them."""
        if link.id not in self.map_views.cast.people:
            self.show(NO_FILTER)  # The filter must not hide the selected person.
        if self.view is View.GROUPS and View.EVERYONE not in self.map_views.available():
            self._to(View.EGO)
        self.select(link)

    def zoom(self, steps: int) -> bool:
        """Zoom in by that many views, or out below 0. Returns whether there is such a view."""
        views = self.map_views.available()
        number = views.index(self.view) + steps if self.view in views else len(views) - 1
        if not 0 <= number < len(views):
            return False
        self.view = views[number]
        self._previous.clear()
        return True

    def open(self) -> None:
        """Open the people of a group, or the relationships of a person."""
        selected = self.selected
        if selected is None:
            return
        if self.view is View.GROUPS:
            self._open_group(selected)
        elif self.view is not View.EGO:
            self._to(View.EGO)
        self.was_selected_here = True

    def _open_group(self, group: Link) -> None:
        members = self.map_views.members(group)
        if not members:
            return
        if self.map_views.group_link(self.person) != group:
            self.person = members[0].id
        self._to(View.EVERYONE)
        if View.EVERYONE not in self.map_views.available():
            member = self._visible.people.get(members[0].id)
            groups: set[str | None] = {None, *self._visible.story.group_by_id} - {member.group if member else None}
            self.show(MapFilter(self.map_filter.without_kinds, frozenset(groups)))
            if View.EVERYONE not in self.map_views.available():
                self.view = View.EGO
        self._group = None

    def outward(self) -> bool:
        """Return to the view before. Returns whether there is one."""
        if not self._previous:
            return False
        self.view, map_filter = self._previous.pop()
        if map_filter != self.map_filter:
            self.show(map_filter)
        return True

    def _to(self, view: View) -> None:
        self._previous.append((self.view, self.map_filter))
        self.view = view
