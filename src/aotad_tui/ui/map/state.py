"""Where a reader stands on the map: how near, at whom, and what of it they want to see. Knows no screen."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.chart.map.graph.cast import NO_FILTER, MapFilter
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at the map: what they come back to.

    `person` is an id; `legend` is None as long as it is shown where there is room; `x` and `y` are the first column and
    row of cells in the window.
    """

    view: View = View.EVERYONE
    person: str | None = None
    choice: MapFilter = NO_FILTER
    all_relationships: bool = False
    legend: bool | None = None
    x: int = 0
    y: int = 0


class MapState:
    """A reader's way over the map of an edition; `person` is the id of who is chosen at first, if anybody is."""

    def __init__(self, visible: VisibleStory, layouts: Layouts, person: str | None, look: Look) -> None:
        self._visible = visible
        self._layouts = layouts
        self._all_relationships = look.all_relationships
        self._group: Link | None = None
        self._before: list[tuple[View, MapFilter]] = []
        self.person = person or look.person or ""
        """The id of the person who is chosen; empty where there is nobody."""
        self.chose = False
        """Whether somebody was chosen here, and not only looked at."""
        self.show(look.choice)
        if person and person not in self.map_views.cast.people:
            self.person = person
            self.show(NO_FILTER)  # whoever is looked at on the page is not left hidden
        self.view = next(view for view in (look.view, View.EVERYONE, View.GROUPS) if view in self.map_views.available())

    def show(self, choice: MapFilter) -> None:
        """Shows only what a reader wants on the map."""
        self.choice = choice
        self.map_views = MapViews(self._visible, self._layouts, choice, all_relationships=self._all_relationships)
        people = self.map_views.cast.people
        if self.person not in people:
            self.person = next(iter(people), "")

    def toggle_all_relationships(self) -> None:
        """The poster with all ties, or with the strongest only."""
        self._all_relationships = not self._all_relationships
        self.view = View.FULL_MAP if View.FULL_MAP in self.map_views.available() else self.view
        self.show(self.choice)

    @property
    def chosen(self) -> Link | None:
        """The link of the card that is chosen: a group's when groups are shown; None where there is nobody."""
        if self.view is View.GROUPS:
            return self._group or self.map_views.group_link(self.person)
        return Link.character(self.person) if self.person else None

    @property
    def look(self) -> Look:
        """What to come back to: of a person's ties and of a group's people, the view that they were opened from."""
        view, choice = self._before[0] if self._before else (self.view, self.choice)
        return Look(view, self.person or None, choice, self._all_relationships)

    def choose(self, link: Link) -> None:
        """Chooses a person or a group."""
        if link.is_character:
            self.person, self._group, self.chose = link.id, None, True
        else:
            self._group = link

    def find(self, link: Link) -> None:
        """Chooses somebody who was asked for by name, wherever they are."""
        if link.id not in self.map_views.cast.people:
            self.show(NO_FILTER)  # whoever is looked for is not left hidden
        if self.view is View.GROUPS and View.EVERYONE not in self.map_views.available():
            self._to(View.EGO)
        self.choose(link)

    def zoom(self, steps: int) -> bool:
        """So many views nearer, or farther below 0; whether there is such a one."""
        views = self.map_views.available()
        number = views.index(self.view) + steps if self.view in views else len(views) - 1
        if not 0 <= number < len(views):
            return False
        self.view = views[number]
        self._before.clear()
        return True

    def open(self) -> None:
        """From a group to its people, from a person to their own ties."""
        chosen = self.chosen
        if chosen is None:
            return
        if self.view is View.GROUPS:
            self._open_group(chosen)
        elif self.view is not View.EGO:
            self._to(View.EGO)
        self.chose = True

    def _open_group(self, group: Link) -> None:
        members = self.map_views.members(group)
        if not members:
            return
        if self.map_views.group_link(self.person) != group:
            self.person = members[0].id
        self._to(View.EVERYONE)
        if View.EVERYONE not in self.map_views.available():
            mine = self._visible.people.get(members[0].id)
            groups: set[str | None] = {None, *self._visible.story.group_by_id} - {mine.group if mine else None}
            self.show(MapFilter(self.choice.without_kinds, frozenset(groups)))
            if View.EVERYONE not in self.map_views.available():
                self.view = View.EGO
        self._group = None

    def outward(self) -> bool:
        """To the view before; whether there is one."""
        if not self._before:
            return False
        self.view, choice = self._before.pop()
        if choice != self.choice:
            self.show(choice)
        return True

    def _to(self, view: View) -> None:
        self._before.append((self.view, self.choice))
        self.view = view
