"""Recognises events of the mouse on widgets that are being removed."""

from __future__ import annotations

from textual import events
from textual.screen import Screen


def is_on_removed_widget(event: events.Event, screen: Screen[object]) -> bool:
    """Whether the mouse is pressed or moved over a widget that has left the screen's tree and is still drawn.

    It is drawn until the next layout. Textual uses its parent, which it no longer has, and would end the program.
    """
    if not isinstance(event, events.MouseDown | events.MouseMove) or event.is_forwarded:
        return False
    widget, _ = screen.get_widget_and_offset_at(event.x, event.y)
    return widget is not None and widget is not screen and not widget.is_attached
