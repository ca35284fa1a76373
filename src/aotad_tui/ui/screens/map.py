"""The map, full screen: who there is and how they stand to each other, from far to near."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.cells import cut, width
from aotad_tui.chart.map.atlas import Atlas, View
from aotad_tui.chart.map.bonds import EVERYTHING, Choice
from aotad_tui.chart.map.canvas import Drawing
from aotad_tui.chart.map.layouts import Layouts
from aotad_tui.chart.map.legend import caption, legend
from aotad_tui.chart.map.moves import Walk, Way
from aotad_tui.chart.map.nets import GROUP
from aotad_tui.commands.keys import DEFAULT_KEYS, Keys
from aotad_tui.commands.registry import MAP_FOOTER, Scope
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER
from aotad_tui.ui.bars import KeyBar, TitleBar
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.lines import LinesView
from aotad_tui.ui.map_view import MapView

from .keys import KeysScreen
from .map_filter import MapFilterScreen

_NAMES = {View.GROUPS: "groups", View.EVERYONE: "everyone", View.POSTER: "poster", View.EGO: "ties of one"}

_ROWS_A_LEGEND_ROW = 10  # rows of the screen for each row of the legend, for it to be shown unasked


Ask = Callable[[Callable[[str], None]], None]
"""Asks for somebody by name, and hands on the place of whoever was found."""


class MapScreen(Screen[str]):
    """Shows an edition's people; ends with the id of whoever was chosen on it last, if anybody."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.MAP)
    AUTO_FOCUS = "#map"

    def __init__(
        self,
        edition: Edition,
        person: str | None,
        layouts: Layouts,
        ask: Ask,
        keys: Keys = DEFAULT_KEYS,
    ) -> None:
        super().__init__()
        self._keys = keys
        self._ask = ask
        self._edition = edition
        self._layouts = layouts
        self._choice = EVERYTHING
        self._all_ties = False
        self._atlas = Atlas(edition, layouts)
        self._view = View.EVERYONE if View.EVERYONE in self._atlas.views() else View.GROUPS
        everyone = list(self._atlas.cast.people)
        self._person = CHARACTER + (person or everyone[0]) if everyone else ""
        self._group: str | None = None
        self._before: list[tuple[View, Choice]] = []
        self._walk = Walk()
        self._chose = False
        self._legend: bool | None = None  # None: where there is room for it

    def compose(self) -> ComposeResult:
        """Title, map, what the lines mean, the chosen one, keys."""
        yield TitleBar(id="title")
        yield MapView(id="map")
        yield LinesView(id="legend")
        yield Static("", id="chosen")
        yield KeyBar(self._keys, MAP_FOOTER, id="keys")

    def on_mount(self) -> None:
        """Draws once there is a size to draw for."""
        self.query_one("#legend").can_focus = False
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Draws for the new size."""
        self.call_after_refresh(self._draw)

    # Drawing

    @property
    def _chosen(self) -> str:
        """The link of the card that is chosen: a group's when groups are shown."""
        if self._view is View.GROUPS:
            return self._group or self._atlas.group_link(self._person) or ""
        return self._person

    def _draw(self) -> None:
        if not self._atlas.cast.people:
            self._say("Nobody is left to show: f says what is hidden." if self._choice else "You have met nobody yet.")
            return
        self._show_legend()
        if self._atlas.drawn(self._view):
            self._show(self._drawing())
        else:
            self._say("Drawing the poster …")
            self._draw_slowly(self._atlas)

    def _drawing(self) -> Drawing:
        size = self.query_one(MapView).size
        return self._atlas.drawing(self._view, self._chosen, size.width, size.height)

    @work(thread=True, exclusive=True)
    def _draw_slowly(self, atlas: Atlas) -> None:
        atlas.drawing(View.POSTER, None, 0, 0)
        self.app.call_from_thread(self._drawn, atlas)

    def _drawn(self, atlas: Atlas) -> None:
        if atlas is self._atlas and self._view is View.POSTER:
            self._show(self._drawing())

    def _say(self, words: str) -> None:
        self.query_one(MapView).show_drawing(Drawing(0, 0, {}), None)
        self.query_one("#chosen", Static).update(Content(words))

    def _show(self, drawing: Drawing) -> None:
        self.query_one(MapView).show_drawing(drawing, self._chosen)
        people, ties = len(self._atlas.cast.people), len(self._atlas.cast.ends)
        bar = self.query_one(TitleBar)
        bar.title = f"The map: {_NAMES[self._view]}"
        bar.told = f"{people} people, {ties} ties" + (", some hidden" if self._choice else "")
        self.query_one("#chosen", Static).update(self._told(drawing))

    def _told(self, drawing: Drawing) -> Content:
        """Who is chosen, and how many ties are not drawn."""
        left = f"{drawing.left_out} weaker ties are not drawn " if drawing.left_out else ""
        words = cut(caption(self._atlas, self._chosen), self.size.width - 2 - width(left))
        gap = " " * max(self.size.width - 1 - width(words) - width(left), 0)
        return Content.assemble(" ", words, gap, (left, "$text-muted"))

    def _show_legend(self) -> None:
        box = self.query_one("#legend", LinesView)
        lines = legend(self._edition.story.kinds, self.size.width - 2, self._choice.without_kinds)
        roomy = _ROWS_A_LEGEND_ROW * len(lines) <= self.size.height
        box.display = roomy if self._legend is None else self._legend
        box.show_lines(lines)

    # Choosing

    def _choose(self, link: str) -> None:
        if link.startswith(GROUP):
            self._group = link
        elif link:
            self._person, self._group, self._chose = link, None, True
        self._show(self._drawing())

    @on(MapView.Pointed)
    def _pointed(self, event: MapView.Pointed) -> None:
        """A first click chooses, another one on the same card goes nearer."""
        if event.link == self._chosen:
            self.action_map_open()
        else:
            self._choose(event.link)

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.command)

    def _go(self, way: Way) -> None:
        drawing = self.query_one(MapView).drawing
        if drawing and drawing.boxes:
            self._choose(self._walk.step(drawing.boxes, self._chosen, way))

    def action_map_left(self) -> None:
        """To the card on the left."""
        self._go(Way.LEFT)

    def action_map_right(self) -> None:
        """To the card on the right."""
        self._go(Way.RIGHT)

    def action_map_up(self) -> None:
        """To the card above."""
        self._go(Way.UP)

    def action_map_down(self) -> None:
        """To the card below."""
        self._go(Way.DOWN)

    def action_map_pan_left(self) -> None:
        """The window to the left."""
        self.query_one(MapView).pan(-16, 0)

    def action_map_pan_right(self) -> None:
        """The window to the right."""
        self.query_one(MapView).pan(16, 0)

    def action_map_pan_up(self) -> None:
        """The window up."""
        self.query_one(MapView).pan(0, -8)

    def action_map_pan_down(self) -> None:
        """The window down."""
        self.query_one(MapView).pan(0, 8)

    def action_map_find(self) -> None:
        """Asks for a name."""
        self._ask(self._found)

    def _found(self, link: str) -> None:
        if link.startswith(CHARACTER):
            if link.removeprefix(CHARACTER) not in self._atlas.cast.people:
                self._set(EVERYTHING)  # whoever is looked for is not left hidden
            if self._view is View.GROUPS and View.EVERYONE not in self._atlas.views():
                self._to(View.EGO)
            self._choose(link)

    # Nearer and farther

    def _to(self, view: View) -> None:
        self._before.append((self._view, self._choice))
        self._view = view

    def action_map_nearer(self) -> None:
        """Groups, then everyone, then the poster."""
        self._zoom(1)

    def action_map_farther(self) -> None:
        """The other way."""
        self._zoom(-1)

    def _zoom(self, steps: int) -> None:
        views = self._atlas.views()
        number = views.index(self._view) + steps if self._view in views else len(views) - 1
        if not 0 <= number < len(views):
            self.notify("There is nothing nearer." if steps > 0 else "There is nothing farther.", timeout=2)
            return
        self._view = views[number]
        self._before.clear()
        self._draw()

    def action_map_open(self) -> None:
        """From a group to its people, from a person to their own ties."""
        if not self._chosen:
            return
        if self._view is View.GROUPS:
            members = self._atlas.members(self._chosen)
            if not members:
                return
            if self._atlas.group_link(self._person) != self._chosen:
                self._person = members[0]
            self._to(View.EVERYONE)
            if View.EVERYONE not in self._atlas.views():
                mine = self._edition.people.get(members[0].removeprefix(CHARACTER))
                groups: set[str | None] = {None, *self._edition.story.group_by_id} - {mine.group if mine else None}
                self._set(Choice(self._choice.without_kinds, frozenset(groups)))
                if View.EVERYONE not in self._atlas.views():
                    self._view = View.EGO
            self._group = None
        elif self._view is not View.EGO:
            self._to(View.EGO)
        self._chose = True
        self._draw()

    def action_map_outward(self) -> None:
        """One step outward: from one person's ties to the view before, from there to the page."""
        if not self._before:
            if self.is_active:  # the key may have been pressed twice quickly
                self.dismiss(self._person.removeprefix(CHARACTER) if self._chose else None)
            return
        self._view, choice = self._before.pop()
        if choice != self._choice:
            self._set(choice)
        self._draw()

    # What is shown

    def _set(self, choice: Choice) -> None:
        self._choice = choice
        self._renew()

    def _renew(self) -> None:
        self._atlas = Atlas(self._edition, self._layouts, self._choice, all_ties=self._all_ties)
        people = self._atlas.cast.people
        if people and self._person.removeprefix(CHARACTER) not in people:
            self._person = CHARACTER + next(iter(people))

    def action_map_filter(self) -> None:
        """Asks which kinds and groups to show."""
        self.app.push_screen(MapFilterScreen(self._edition, self._choice), self._filtered)

    def _filtered(self, choice: Choice | None) -> None:
        if choice is not None and choice != self._choice:
            self._set(choice)
            self._draw()

    def action_map_all_ties(self) -> None:
        """The poster with all ties, or with the strongest only."""
        self._all_ties = not self._all_ties
        self._view = View.POSTER if View.POSTER in self._atlas.views() else self._view
        self._renew()
        self._draw()

    def action_map_legend(self) -> None:
        """Shows or hides what the lines mean."""
        self._legend = not self.query_one("#legend").display
        self._show_legend()
        self.call_after_refresh(self._draw)

    def action_map_help(self) -> None:
        """Shows the keys."""
        self.app.push_screen(KeysScreen(self._keys, on_page=False))
