"""What the pointer does between and over the panes: it drags their borders and previews links."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.screen import Screen

from aotad_tui.story.visible import VisibleStory

from .hover_preview import HoverPreview
from .pane_borders import PaneBorders
from .pane_layout import PaneLayout


class Pointer:
    """Handles the pointer on the reading screen. `visible`: returns the visible story."""

    def __init__(self, screen: Screen[None], layout: PaneLayout, visible: Callable[[], VisibleStory]) -> None:
        self._borders = PaneBorders(screen, layout)
        self._preview = HoverPreview(screen, visible)

    def handle(self, event: events.MouseEvent) -> None:
        """Handle a movement of the pointer, or its button."""
        match event:
            case events.MouseDown():
                self._borders.press(event)
            case events.MouseUp():
                self._borders.release()
            case events.MouseMove():
                self._borders.move(event)
                self._preview.move(event)

    def forget(self) -> None:
        """Drop the preview: it is of another edition of the story."""
        self._preview.forget()
