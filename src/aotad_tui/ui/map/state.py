"""The state of the map: the view, the selected card and the filter. It knows no screen."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.chart.map.graph.cast import EVERYTHING, MapFilter
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader looks at the map, to be restored later.

    `person` is an id. `legend` is None while it is shown only if there is room. `x` and `y`: the first column and row
    of cells in the window.
    """

    view: View = View.EVERYONE
    person: str | None = None
    choice: MapFilter = EVERYTHING
    all_ties: bool = False
    legend: bool | None = None
    x: int = 0
    y: int = 0


class MapState:
    """The way of a reader over the map. `person`: the id of the person to select first, if any."""

    def __init__(self, visible: VisibleStory, layouts: Layouts, person: str | None, look: Look) -> None:
        self._visible = visible
        self._layouts = layouts
        self._all_ties = look.all_ties
        self._group: Link | None = None
        self._before: list[tuple[View, MapFilter]] = []
        self.person = person or look.person or ""
        """The id of the selected person; empty if there is nobody."""
        self.chose = False
        """Whether a person was selected here, and not only shown."""
        self.show(look.choice)
        if person and person not in self.atlas.cast.people:
            self.person = person
            self.show(EVERYTHING)  # The person on the page must not be hidden by the filter.
        self.view = next(view for view in (look.view, View.EVERYONE, View.GROUPS) if view in self.atlas.views())

    def show(self, choice: MapFilter) -> None:
        """Apply a filter."""
        self.choice = choice
        self.atlas = Atlas(self._visible, self._layouts, choice, all_ties=self._all_ties)
        people = self.atlas.cast.people
        if self.person not in people:
            self.person = next(iter(people), "")

    def turn_all_ties(self) -> None:
        """Show all relationships on the full map, or the strongest."""
        self._all_ties = not self._all_ties
        self.view = View.POSTER if View.POSTER in self.atlas.views() else self.view
        self.show(self.choice)

    @property
    def chosen(self) -> Link | None:
        """The link of the selected card: a group's while groups are shown; None if there is nobody."""
        if self.view is View.GROUPS:
            return self._group or self.atlas.group_link(self.person)
        return Link.character(self.person) if self.person else None

    @property
    def look(self) -> Look:
        """What to restore later: for one person or one group's people, the view from which they were opened."""
        view, choice = self._before[0] if self._before else (self.view, self.choice)
        return Look(view, self.person or None, choice, self._all_ties)

    def choose(self, link: Link) -> None:
        """Select a person or a group."""
        if link.is_character:
            self.person, self._group, self.chose = link.id, None, True
        else:
            self._group = link

    def find(self, link: Link) -> None:
        """Select a person who was found by name, wherever they are."""
        if link.id not in self.atlas.cast.people:
            self.show(EVERYTHING)  # The filter must not hide the person who is looked for.
        if self.view is View.GROUPS and View.EVERYONE not in self.atlas.views():
            self._to(View.EGO)
        self.choose(link)

    def zoom(self, steps: int) -> bool:
        """Zoom in by that many views, or out below 0. Returns whether there is such a view."""
        views = self.atlas.views()
        number = views.index(self.view) + steps if self.view in views else len(views) - 1
        if not 0 <= number < len(views):
            return False
        self.view = views[number]
        self._before.clear()
        return True

    def open(self) -> None:
        """Open the people of a group, or the relationships of a person."""
        chosen = self.chosen
        if chosen is None:
            return
        if self.view is View.GROUPS:
            self._open_group(chosen)
        elif self.view is not View.EGO:
            self._to(View.EGO)
        self.chose = True

    def _open_group(self, group: Link) -> None:
        members = self.atlas.members(group)
        if not members:
            return
        if self.atlas.group_link(self.person) != group:
            self.person = members[0].id
        self._to(View.EVERYONE)
        if View.EVERYONE not in self.atlas.views():
            mine = self._visible.people.get(members[0].id)
            groups: set[str | None] = {None, *self._visible.story.group_by_id} - {mine.group if mine else None}
            self.show(MapFilter(self.choice.without_kinds, frozenset(groups)))
            if View.EVERYONE not in self.atlas.views():
                self.view = View.EGO
        self._group = None

    def outward(self) -> bool:
        """Return to the view before. Returns whether there is one."""
        if not self._before:
            return False
        self.view, choice = self._before.pop()
        if choice != self.choice:
            self.show(choice)
        return True

    def _to(self, view: View) -> None:
        self._before.append((self.view, self.choice))
        self.view = view
