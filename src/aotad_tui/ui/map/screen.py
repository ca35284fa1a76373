"""The map, full screen: who there is and how they stand to each other, from far to near."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.cells import cut, width
from aotad_tui.chart.map.graph.cast import MapFilter
from aotad_tui.chart.map.rendering.canvas import Drawing
from aotad_tui.chart.map.rendering.legend import caption, counted, legend
from aotad_tui.chart.map.spatial_navigation import Walk, Way
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.commands.keys import DEFAULT_KEYS, Keys
from aotad_tui.commands.registry import MAP_FOOTER, Scope
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.dialogs.keys import KeysScreen
from aotad_tui.ui.late_callbacks import NoLateCallbacks
from aotad_tui.ui.platform.key_queue import hear_keys, hold_keys
from aotad_tui.ui.widgets.bars import KeyBar, TitleBar
from aotad_tui.ui.widgets.lines_view import LinesView

from .filter import MapFilterScreen
from .persistence import MapPersistence
from .state import MapState
from .view import MapView

_NAMES = {View.GROUPS: "groups", View.EVERYONE: "everyone", View.POSTER: "poster", View.EGO: "ties of one"}

_ROWS_A_LEGEND_ROW = 10  # rows of the screen for each row of the legend, for it to be shown unasked


Ask = Callable[[Callable[[str], None]], None]
"""Asks for somebody by name, and hands on the place of whoever was found."""


class MapScreen(NoLateCallbacks, Screen[str]):
    """Shows an edition's people; ends with the id of whoever was chosen on it last, if anybody."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.MAP)
    AUTO_FOCUS = "#map"

    def __init__(
        self, visible: VisibleStory, person: str | None, memory: MapPersistence, ask: Ask, keys: Keys = DEFAULT_KEYS
    ) -> None:
        super().__init__()
        self._keys = keys
        self._ask = ask
        self._visible = visible
        self._memory = memory
        look = memory.look(visible)
        self._standing = MapState(visible, memory.layouts, person, look)
        self._legend = look.legend
        self._window: tuple[int, int] | None = (look.x, look.y)
        """Where the window is to be moved once something is drawn."""
        self._walk = Walk()

    def compose(self) -> ComposeResult:
        """Title, map, what the lines mean, the chosen one, keys."""
        yield TitleBar(id="title")
        yield MapView(id="map")
        yield LinesView(id="legend")
        yield Static("", id="chosen")
        yield KeyBar(self._keys, MAP_FOOTER, id="keys")

    def on_mount(self) -> None:
        """Draws once there is a size to draw for; keys wait for that, since most move in what is drawn."""
        hold_keys(self.app)
        self.query_one("#legend").can_focus = False
        self.call_after_refresh(self._draw)

    def on_unmount(self) -> None:
        """Hears keys again, should the map be closed before it is drawn."""
        hear_keys(self.app)

    def on_resize(self) -> None:
        """Draws for the new size."""
        self.call_after_refresh(self._draw)

    # Drawing

    def _draw(self) -> None:
        """Draws the legend and the map, the map once it is known how much room the legend leaves."""
        if self._show_legend():
            self.call_after_refresh(self._draw_map)
        else:
            self._draw_map()

    def _draw_map(self) -> None:
        atlas, view = self._standing.atlas, self._standing.view
        self._show_title()
        if not atlas.cast.people:
            hidden = bool(self._standing.choice)
            self._say("Nobody is left to show: f says what is hidden." if hidden else "You have met nobody yet.")
        elif atlas.drawn(view):
            self._show(self._drawing())
        else:
            self._say("Drawing the poster …")
            self._draw_slowly(atlas)
        self.call_after_refresh(hear_keys, self.app)  # once the window is where it belongs

    def _drawing(self) -> Drawing:
        view, standing = self.query_one(MapView), self._standing
        cells, rows = view.size
        drawing = standing.atlas.drawing(standing.view, standing.chosen, cells, rows)
        if drawing.height > rows and drawing.width == cells:  # drawn to fit, but for the scroll bar beside it
            return standing.atlas.drawing(
                standing.view, standing.chosen, cells - view.styles.scrollbar_size_vertical, rows
            )
        return drawing

    @work(exclusive=True)
    async def _draw_slowly(self, atlas: Atlas) -> None:
        await asyncio.to_thread(atlas.drawing, View.POSTER, None, 0, 0)
        if atlas is self._standing.atlas and self._standing.view is View.POSTER:
            self._show(self._drawing())

    def _say(self, words: str) -> None:
        self.query_one(MapView).show_drawing(Drawing(0, 0, {}), None)
        self.query_one("#chosen", Static).update(Content(words))

    def _show(self, drawing: Drawing) -> None:
        standing = self._standing
        self.query_one(MapView).show_drawing(drawing, standing.chosen, self._window)
        self._window = None
        self.query_one("#chosen", Static).update(self._told(drawing))
        self._remember()

    def _show_title(self) -> None:
        standing, bar = self._standing, self.query_one(TitleBar)
        bar.title = f"The map: {_NAMES[standing.view]}"
        bar.told = counted(standing.atlas, standing.view, standing.person) + (
            ", some hidden" if standing.choice else ""
        )

    def _told(self, drawing: Drawing) -> Content:
        """Who is chosen, and how many ties are not drawn."""
        left = f"{drawing.left_out} weaker ties are not drawn " if drawing.left_out else ""
        words = cut(caption(self._standing.atlas, self._standing.chosen), self.size.width - 2 - width(left))
        gap = " " * max(self.size.width - 1 - width(words) - width(left), 0)
        return Content.assemble(" ", words, gap, (left, "$text-muted"))

    def _show_legend(self) -> bool:
        """Shows the legend, or hides it; whether it takes other rows than before."""
        box = self.query_one("#legend", LinesView)
        before = box.display, box.virtual_size.height
        lines = legend(self._visible.story, self.size.width - 2, self._standing.choice.without_kinds)
        roomy = _ROWS_A_LEGEND_ROW * len(lines) <= self.size.height
        box.display = roomy if self._legend is None else self._legend
        box.show_lines(lines)
        return before != (box.display, len(lines))

    def _remember(self) -> None:
        x, y = self.query_one(MapView).scroll_offset
        self._memory.remember(self._visible, replace(self._standing.look, legend=self._legend, x=x, y=y))

    # Choosing

    def _choose(self, link: str) -> None:
        self._standing.choose(link)
        self._show(self._drawing())

    @on(MapView.Pointed)
    def _pointed(self, event: MapView.Pointed) -> None:
        """A first click chooses, another one on the same card goes nearer."""
        if event.link == self._standing.chosen:
            self.action_map_open()
        else:
            self._choose(event.link)

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.command)

    def _go(self, way: Way) -> None:
        drawing = self.query_one(MapView).drawing
        if drawing and drawing.boxes:
            self._choose(self._walk.step(drawing.boxes, self._standing.chosen, way))

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
            self._standing.find(link)
            self._draw()

    # Nearer and farther

    def action_map_nearer(self) -> None:
        """Groups, then everyone, then the poster."""
        self._zoom(1)

    def action_map_farther(self) -> None:
        """The other way."""
        self._zoom(-1)

    def _zoom(self, steps: int) -> None:
        if self._standing.zoom(steps):
            self._draw()
        else:
            self.notify("There is nothing nearer." if steps > 0 else "There is nothing farther.", timeout=2)

    def action_map_open(self) -> None:
        """From a group to its people, from a person to their own ties."""
        self._standing.open()
        self._draw()

    def action_map_outward(self) -> None:
        """One step outward: from one person's ties to the view before, from there to the page."""
        if self._standing.outward():
            self._draw()
        elif self.is_active:  # the key may have been pressed twice quickly
            self._remember()
            self.dismiss(self._standing.person if self._standing.chose else None)

    # What is shown

    def action_map_filter(self) -> None:
        """Asks which kinds and groups to show."""
        self.app.push_screen(MapFilterScreen(self._visible, self._standing.choice), self._filtered)

    def _filtered(self, choice: MapFilter | None) -> None:
        if choice is not None and choice != self._standing.choice:
            self._standing.show(choice)
            self._draw()

    def action_map_all_ties(self) -> None:
        """The poster with all ties, or with the strongest only."""
        self._standing.turn_all_ties()
        self._draw()

    def action_map_legend(self) -> None:
        """Shows or hides what the lines mean."""
        self._legend = not self.query_one("#legend").display
        self._draw()

    def action_map_help(self) -> None:
        """Shows the keys."""
        self.app.push_screen(KeysScreen(self._keys, on_page=False))
