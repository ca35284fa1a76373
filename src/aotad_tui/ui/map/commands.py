"""The commands of the map."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.chart.map.graph.cast import MapFilter
from aotad_tui.chart.map.spatial_navigation import Arrow, CardNavigator
from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import MAP
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.keys import KeysScreen

from .display import MapDisplay
from .filter import MapFilterScreen
from .state import MapState
from .view import MapView

Ask = Callable[[Callable[[Link], None]], None]
"""Asks for a person by name, and passes the link of the selected one to a function."""

_COLUMNS, _ROWS = 16, 8
"""The number of cells that one key scrolls."""


class MapCommands:
    """Changes the state of the map and draws it. `ask` asks for a person by name."""

    def __init__(  # its collaborators
        self,
        screen: Screen[str],
        visible: VisibleStory,
        state: MapState,
        display: MapDisplay,
        ask: Ask,
        keys: Keys,
    ) -> None:
        self._screen = screen
        self._visible = visible
        self._state = state
        self._display = display
        self._ask = ask
        self._keys = keys
        self._navigator = CardNavigator()

    def select(self, link: Link) -> None:
        """Select a card; open the one that is selected already."""
        if link == self._state.selected:
            self.map_open()
        else:
            self._select(link)

    def _select(self, link: Link) -> None:
        self._state.select(link)
        self._display.show()

    def _step(self, arrow: Arrow) -> None:
        drawing, selected = self._screen.query_one(MapView).drawing, self._state.selected
        if drawing and drawing.boxes and selected:
            self._select(self._navigator.step(drawing.boxes, selected, arrow))

    @command
    def map_left(self) -> None:
        """Select the card on the left."""
        self._step(Arrow.LEFT)

    @command
    def map_right(self) -> None:
        """Select the card on the right."""
        self._step(Arrow.RIGHT)

    @command
    def map_up(self) -> None:
        """Select the card above."""
        self._step(Arrow.UP)

    @command
    def map_down(self) -> None:
        """Select the card below."""
        self._step(Arrow.DOWN)

    def _scroll(self, columns: int, rows: int) -> None:
        self._screen.query_one(MapView).pan(columns, rows)

    @command
    def map_pan_left(self) -> None:
        """Scroll to the left."""
        self._scroll(-_COLUMNS, 0)

    @command
    def map_pan_right(self) -> None:
        """Scroll to the right."""
        self._scroll(_COLUMNS, 0)

    @command
    def map_pan_up(self) -> None:
        """Scroll up."""
        self._scroll(0, -_ROWS)

    @command
    def map_pan_down(self) -> None:
        """Scroll down."""
        self._scroll(0, _ROWS)

    @command
    def map_find(self) -> None:
        """Ask for a person and select their card."""
        self._ask(self._find)

    def _find(self, link: Link) -> None:
        if link.is_character:
            self._state.find(link)
            self._display.draw()

    @command
    def map_zoom_in(self) -> None:
        """Show more of fewer people: groups or communities, everyone, full map, a neighbourhood."""
        self._zoom(1)

    @command
    def map_zoom_out(self) -> None:
        """Show less of more people."""
        self._zoom(-1)

    def _zoom(self, steps: int) -> None:
        if self._state.zoom(steps):
            self._display.draw()
        else:
            words = "This is the closest view." if steps > 0 else "This is the widest view."
            self._screen.notify(words, timeout=2)

    @command
    def map_open(self) -> None:
        """Open the people of a group or community, or the relationships of a person."""
        if self._state.open():
            self._display.draw()
        else:
            self._screen.notify("Nothing more to open here.", timeout=2)

    @command
    def map_close_or_back(self) -> None:
        """Go back from one person to the view before, from there to the page."""
        if self._state.outward():
            self._display.draw()
        elif self._screen.is_active:  # the key may have been pressed twice quickly
            self._display.remember()
            self._screen.dismiss(self._state.person if self._state.was_selected_here else None)

    @command
    def map_filter(self) -> None:
        """Ask which kinds and groups to show."""
        self._screen.app.push_screen(MapFilterScreen(self._visible, self._state.map_filter), self._filter)

    def _filter(self, map_filter: MapFilter | None) -> None:
        if map_filter is not None and map_filter != self._state.map_filter:
            self._state.show(map_filter)
            self._display.draw()

    @command
    def map_all_relationships(self) -> None:
        """Show all relationships on the full map, or the strongest."""
        self._state.toggle_all_relationships()
        self._display.draw()

    @command
    def map_legend(self) -> None:
        """Show or hide the legend."""
        self._display.toggle_legend()

    @command
    def map_help(self) -> None:
        """Show the keys."""
        self._screen.app.push_screen(KeysScreen(self._keys, on_page=False, first=MAP))
