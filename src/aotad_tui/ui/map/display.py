"""Shows the state of the map in the widgets of its screen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.cells import cut, width
from aotad_tui.chart.map.captions import counts_text, left_out_text, selection_text, window_text
from aotad_tui.chart.map.rendering.canvas import Drawing
from aotad_tui.chart.map.rendering.legend import legend
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.platform.key_queue import release_keys
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.theme import MUTED
from aotad_tui.ui.widgets.bars import TitleBar
from aotad_tui.ui.widgets.lines_view import LinesView

from .persistence import MapPersistence
from .state import MapState
from .view import MapView


class MapDisplay:
    """Draws the map, its title, its legend and the line about the selected card; remembers the view."""

    def __init__(self, screen: Screen[str], visible: VisibleStory, state: MapState, memory: MapPersistence) -> None:
        self._screen = screen
        self._visible = visible
        self._state = state
        self._memory = memory
        saved = memory.saved_view(visible)
        self._legend = saved.legend
        """Whether the legend is shown."""
        self._window: tuple[int, int] | None = (saved.x, saved.y)
        """The column and row to scroll to after the first drawing; then None."""

    def draw(self) -> None:
        """Draw the legend and then the map, which gets the room that the legend leaves."""
        if self._show_legend():
            after_refresh(self._screen, self._draw_map)
        else:
            self._draw_map()

    def _draw_map(self) -> None:
        map_views, view, centre = self._state.map_views, self._state.view, self._state.centre
        if not map_views.cast.people:
            self._show_title()
            nobody = f"No people{self._visible.yet}."
            hidden = bool(self._state.map_filter)
            self._show_message("The filter hides everyone. Press f to change it." if hidden else nobody)
        elif map_views.is_ready(view, centre):
            self.show()
        else:
            self._show_title()
            self._show_message("Drawing the map …")
            run_exclusively(self._screen, "map", partial(self._draw_in_thread, map_views, view, centre))
        after_refresh(self._screen, partial(release_keys, self._screen.app))  # once the selected card is in view

    async def _draw_in_thread(self, map_views: MapViews, view: View, centre: str) -> None:
        """Draw a map with a layout in a thread: of hundreds of people it takes longer than a key may."""
        await asyncio.to_thread(map_views.draw, view, None, 0, 0, centre)
        state = self._state
        is_open = self._screen in self._screen.app.screen_stack  # it may have been closed meanwhile
        if is_open and (map_views, view, centre) == (state.map_views, state.view, state.centre):
            self.show()

    def _drawing(self) -> Drawing:
        view, state = self._screen.query_one(MapView), self._state
        cells, rows = view.size
        drawing = state.map_views.draw(state.view, state.selected, cells, rows, state.centre)
        if drawing.height > rows and drawing.width == cells:  # it fits, but for the scroll bar
            cells -= view.styles.scrollbar_size_vertical
            return state.map_views.draw(state.view, state.selected, cells, rows, state.centre)
        return drawing

    def _show_message(self, words: str) -> None:
        self._screen.query_one(MapView).show_drawing(Drawing(0, 0, {}), None)
        self._screen.query_one("#selected-card", Static).update(Content(f" {words}"))

    def show(self) -> None:
        """Show the drawing of the state, with the selected card in view."""
        drawing = self._drawing()
        self._show_title()  # which counts what is drawn
        self._screen.query_one(MapView).show_drawing(drawing, self._state.selected, self._window)
        self._window = None
        self.show_window()
        self._screen.query_one("#selected-card", Static).update(self._about_selected(drawing))
        self.remember()

    def _show_title(self) -> None:
        state, bar = self._state, self._screen.query_one(TitleBar)
        bar.title = f"{state.title}, some hidden" if state.map_filter else state.title
        bar.details = counts_text(state.map_views, state.view, state.about)
        self.show_window()

    def show_window(self) -> None:
        """Show which part of the drawing is in view."""
        view = self._screen.query_one(MapView)
        drawing = view.drawing
        size, window = (drawing.width, drawing.height) if drawing else (0, 0), view.window
        self._screen.query_one(TitleBar).how_far = window_text(size, window) if drawing else ""

    def _about_selected(self, drawing: Drawing) -> Content:
        """Who is selected, and how many relationships are not drawn."""
        cells = self._screen.size.width
        left_out = f"{left_out_text(drawing.left_out)} " if drawing.left_out else ""
        words = cut(selection_text(self._state.map_views, self._state.selected), cells - 2 - width(left_out))
        gap = " " * max(cells - 1 - width(words) - width(left_out), 0)
        return Content.assemble(" ", words, gap, (left_out, MUTED))

    def _show_legend(self) -> bool:
        """Show or hide the legend. Returns whether it takes other rows than before."""
        box, size = self._screen.query_one("#legend", LinesView), self._screen.size
        before = box.display, box.virtual_size.height
        state = self._state
        drawn = state.map_views.signs(state.view, state.about) if self._legend else ()
        lines = legend(self._visible.story, size.width - 2, drawn)
        box.display = self._legend
        box.show_lines(lines)
        return before != (box.display, len(lines))

    def toggle_legend(self) -> None:
        """Show the legend, or hide it."""
        self._legend = not self._legend
        self.draw()

    def remember(self) -> None:
        """Remember the current view for the next time the map is opened."""
        x, y = self._screen.query_one(MapView).scroll_offset
        self._memory.remember(self._visible, replace(self._state.saved_view, legend=self._legend, x=x, y=y))
