"""The map screen: the people and their relationships, from far to near."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.commands.keys import DEFAULT_KEYS, Keys
from aotad_tui.commands.registry import MAP_FOOTER, Scope
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.command_table import handlers
from aotad_tui.ui.hover_preview import HoverPreview
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.platform.key_queue import hold_keys, release_keys
from aotad_tui.ui.widgets.bars import KeyBar, TitleBar
from aotad_tui.ui.widgets.lines_view import LinesView

from .commands import Ask, MapCommands
from .display import MapDisplay
from .export import MapExport
from .persistence import MapPersistence
from .state import MapState
from .view import MapView


class MapScreen(Screen[str]):
    """Shows the people of the visible story. Its result is the id of the person who was selected on it last, if any."""

    reopened_by = "map"
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.MAP)
    AUTO_FOCUS = "#map"

    def __init__(
        self, visible: VisibleStory, person: str | None, memory: MapPersistence, ask: Ask, keys: Keys = DEFAULT_KEYS
    ) -> None:
        super().__init__()
        self._keys = keys
        self._hover_preview = HoverPreview(self, lambda: visible)
        state = MapState(visible, memory.layouts, person, memory.saved_view(visible))
        self._display = MapDisplay(self, visible, state, memory)
        self._commands = MapCommands(self, visible, state, self._display, ask, keys)
        self.commands = handlers(self._commands, MapExport(self))
        """The functions of the commands of `Scope.MAP`."""

    def compose(self) -> ComposeResult:
        """Title, map, legend, the selected card, keys."""
        yield TitleBar(keeps="how_far", id="title")
        yield MapView(id="map")
        yield LinesView(id="legend")
        yield Static("", id="selected-card")
        yield KeyBar(self._keys, MAP_FOOTER, id="keys")

    def on_mount(self) -> None:
        """Draw once there is a size to draw for; hold keys until then, since most of them move in the drawing."""
        hold_keys(self.app)
        self.query_one("#legend").can_focus = False
        after_refresh(self, self._display.draw)

    def on_unmount(self) -> None:
        """Release the keys, since the map may be closed before it is drawn."""
        release_keys(self.app)

    def on_resize(self) -> None:
        """Draw for the new size."""
        after_refresh(self, self._display.draw)

    def has_command(self, id: str) -> bool:
        """Whether the map has the command of that id."""
        return id in self.commands

    def action_run_command(self, id: str) -> object:
        """Run a command of the map."""
        return self.commands[id]()

    @on(MapView.WindowMoved)
    def _window_moved(self) -> None:
        self._display.show_window()

    @on(MapView.CardClicked)
    def _card_clicked(self, event: MapView.CardClicked) -> None:
        self._commands.select(event.link)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Preview the card under the pointer."""
        self._hover_preview.move(event)

    @on(KeyBar.Pressed)
    def _key_pressed(self, event: KeyBar.Pressed) -> None:
        self.action_run_command(event.command)
