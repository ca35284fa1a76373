"""The state of the map: the view, the selected card and the filter. It knows no screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aotad_tui.chart.map.captions import title
from aotad_tui.chart.map.graph.cast import NO_FILTER, MapFilter
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.views import STEPS_OF, MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

_PARTS = (View.GROUPS, View.COMMUNITIES)
"""The views whose cards are parts of the cast."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """The view of the map that a reader left, to be restored later.

    `person` is an id. `legend`: whether it is shown. `x` and `y`: the first column and row of cells in the window.
    """

    view: View = View.EVERYONE
    person: str | None = None
    map_filter: MapFilter = NO_FILTER
    all_relationships: bool = False
    legend: bool = False
    x: int = 0
    y: int = 0


class MapState:
    """The state of the open map. `person`: the id of the person to select first, if any, else the most connected."""

    def __init__(self, visible: VisibleStory, layouts: Layouts, person: str | None, saved: SavedView) -> None:
        self._visible = visible
        self._layouts = layouts
        self._all_relationships = saved.all_relationships
        self._part: Link | None = None
        self._part_name = ""
        self._previous: list[tuple[View, MapFilter]] = []
        self.view = saved.view
        self.person = person or saved.person or ""
        """The id of the selected person; empty if there is nobody."""
        self.centre = ""
        """The id of the person in the middle of a neighbourhood."""
        self.was_selected_here = False
        """Whether the reader has selected a person on the map."""
        self.show(saved.map_filter)
        if person and person not in self.map_views.cast.people:
            self.person = person
            self.show(NO_FILTER)  # The person on the page must not be hidden by the filter.
        if self.view is View.EGO:
            self.view = self.map_views.default
        if self.person and not self.map_views.shows(self.view, self.person):
            self.view = View.ONE_STEP
        self.centre = self.person

    def show(self, map_filter: MapFilter) -> None:
        """Apply a filter. A view that is not available with it is replaced by the default one."""
        self.map_filter = map_filter
        self.map_views = MapViews(self._visible, self._layouts, map_filter, all_relationships=self._all_relationships)
        people = self.map_views.cast.people
        if self.person not in people:
            self.person = next(iter(self.map_views.cast.ranking), "")
        if self.centre not in people:
            self.centre = self.person
        if self.view is not View.EGO and self.view not in self.map_views.available():
            self.view = self.map_views.default

    def toggle_all_relationships(self) -> None:
        """Show all relationships on the full map or in a neighbourhood, or the strongest."""
        self._all_relationships = not self._all_relationships
        if self.view not in STEPS_OF:
            self._zoom_to(View.FULL_MAP if View.FULL_MAP in self.map_views.available() else View.ONE_STEP)
        self.show(self.map_filter)

    @property
    def selected(self) -> Link | None:
        """The link of the selected card: a group's or community's while those are shown; None if there is nobody."""
        if self.view in _PARTS:
            if not self.map_views.is_ready(self.view):
                return None
            return self._part or self.map_views.part_of(self.view, self.person)
        return Link.character(self.person) if self.person else None

    @property
    def saved_view(self) -> SavedView:
        """The view to restore later: inside a group or of one person, the view from which that was opened."""
        view, map_filter = self._previous[0] if self._previous else (self.view, self.map_filter)
        person = self.centre if view in STEPS_OF else self.person
        return SavedView(view, person or None, map_filter, self._all_relationships)

    @property
    def title(self) -> str:
        """The title of the view, or the name of the group or community whose people are shown alone."""
        if self.map_filter.only and self.view in (View.EVERYONE, View.MOST_CONNECTED):
            return f"{self._part_name[:1].upper()}{self._part_name[1:]}"
        return title(self.map_views, self.view, self.about)

    @property
    def about(self) -> str:
        """The id of the person whom the view is about: the one in the middle of a neighbourhood, else the selected."""
        return self.centre if self.view in STEPS_OF else self.person

    def select(self, link: Link) -> None:
        """Select a person or a group."""
        if link.is_character:
            self.person, self._part, self.was_selected_here = link.id, None, True
        else:
            self._part = link

    def find(self, link: Link) -> None:
        """Select a person by name, in whichever view shows them."""
        if link.id not in self.map_views.cast.people:
            self.show(NO_FILTER)  # The filter must not hide the selected person.
        if self.view in STEPS_OF:
            if link.id not in self.map_views.neighbourhood(self.view, self.centre).people:
                self.centre = link.id
        elif self.view in _PARTS:
            if View.EVERYONE not in self.map_views.available():
                self._to(View.EGO)
        elif not self.map_views.shows(self.view, link.id):
            self._to(View.EGO)
        self.select(link)

    def zoom(self, steps: int) -> bool:
        """Zoom in by that many views, or out below 0. Returns whether there is such a view.

        A neighbourhood is that of the person who was selected before. From the people of a community, zooming out leads
        back to the communities.
        """
        views = self.map_views.available()
        number = views.index(self.view) + steps if self.view in views else len(views) - 1
        if not 0 <= number < len(views):
            return steps < 0 and bool(self.map_filter.only) and self.outward()
        self._zoom_to(views[number])
        if not self.map_filter.only:
            self._previous.clear()
        return True

    def _zoom_to(self, view: View) -> None:
        self.view = view
        self.centre = self.person
        if not self.map_views.shows(view, self.person):
            self.person = next(iter(self.map_views.most_connected.people), "")

    def open(self) -> bool:
        """Open the people of a part of the cast, or the relationships of a person. Returns whether it was closed."""
        selected, before = self.selected, self.view
        if selected is None:
            return False
        if self.view in _PARTS:
            self._open_part(selected)
        elif self.view is not View.EGO:
            self._to(View.EGO)
        self.was_selected_here = True
        return self.view is not before

    def _open_part(self, part: Link) -> None:
        """Show the people of a community alone; those of a group alone only if everyone is too many."""
        members = [link.id for link in self.map_views.members(part)]
        if not members:
            return
        if self.person not in members:
            self.person = members[0]
        is_group = self.view is View.GROUPS
        name = self.map_views.parts(self.view)[part].name
        self._to(View.EVERYONE)
        if not is_group or View.EVERYONE not in self.map_views.available():
            self._part_name = name
            self.show(replace(self.map_filter, only=tuple(members)))
            if not self.map_views.shows(self.view, self.person):
                self.person = members[0]
        self._part = None

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
