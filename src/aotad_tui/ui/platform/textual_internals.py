"""The one door to Textual's private parts: no other module of the program uses a private name of Textual.

Each function says what it relies on and which public request to Textual would make it unnecessary.
`tests/ui/test_textual_internals.py` checks each of them, so that a new release of Textual fails there first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rich.segment import Segment
from textual import events
from textual._context import active_message_pump, visible_screen_stack
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.cache import FIFOCache
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key
from textual.message import Message
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Tree
from textual.widgets._toast import ToastHolder
from textual.worker import WorkerFailed

from .callbacks import is_open


def key_name(character: str) -> str:
    """Textual's name for the key that types a character: `?` is `question_mark`.

    Relies on `textual.keys._character_to_key`. Request: export it, since bindings need the name.
    """
    return _character_to_key(character)


def vertical_scroll_bar(widget: Widget, make: Callable[[], ScrollBar]) -> ScrollBar:
    """The widget's vertical scroll bar, made by `make` when it is first asked for, as Textual makes its own.

    Relies on `Widget._vertical_scrollbar` and `App._start_widget`. Request: a class variable of `Widget` that names the
    class of its scroll bars.
    """
    bar = widget._vertical_scrollbar
    if bar is None:
        bar = widget._vertical_scrollbar = make()
        bar.display = False
        widget.app._start_widget(widget, bar)
    return bar


def unmounted_child(parent: DOMNode, classes: str) -> DOMNode:
    """A node of these classes below `parent` that is never mounted: the style sheet can be applied to it.

    Relies on `DOMNode._attach`. Request: component classes that are looked up one at a time, when they are needed.
    """
    node = DOMNode(classes=classes)
    node._attach(parent)
    return node


def forget_tree_lines(tree: Tree[Any]) -> None:
    """Make a tree render its labels again at its next refresh.

    Relies on `Tree._clear_line_cache`. Request: a public method that says that labels have changed.
    """
    tree._clear_line_cache()


def clear_tree(tree: Tree[Any]) -> None:
    """Remove all rows of a tree, with all that they hold.

    Relies on `Tree._tree_nodes`, which `Tree.clear` leaves as it is. Request: `clear` forgets the nodes too.
    """
    tree._tree_nodes.clear()
    tree.clear()


def forget_drawn_borders() -> None:
    """Drop what Textual remembers of the last thousand widgets it drew a border for, with all that they hold.

    Relies on `StylesCache.get_inner_outer` being an `lru_cache`. Request: a cache that does not keep widgets alive.
    """
    StylesCache.get_inner_outer.cache_clear()


def forget_background_screens() -> None:
    """Let the current task forget the screens that were below the one that was drawn last when the task was made.

    Relies on `textual._context.visible_screen_stack`, which each drawing sets. Request: reset it after the drawing.
    """
    visible_screen_stack.set([])


def remove_empty_toasts(screens: Iterable[Screen[Any]]) -> None:
    """Remove the boxes of notifications that are gone, which Textual leaves mounted.

    Relies on `textual.widgets._toast.ToastHolder`. Request: `App.clear_notifications` should remove them.
    """
    for screen in screens:
        screen.query(ToastHolder).remove()


class _NoCache(FIFOCache[object, object]):
    """Stores nothing: one instance replaces all caches of all compact strips."""

    __slots__ = ()

    def __setitem__(self, key: object, value: object) -> None:
        """Drop the value."""


_NO_CACHE = _NoCache(0)
_EMPTY = {name: getattr(Strip([]), name) for name in Strip.__slots__}
_EMPTY |= {name: _NO_CACHE for name, value in _EMPTY.items() if isinstance(value, FIFOCache)}


class CompactStrip(Strip):
    """A line that is mostly drawn whole, in a third of the memory of Textual's own strip.

    Textual's has seven caches of its parts, about a kilobyte when empty, and one of them holds the strip itself, so
    that only the garbage collector frees it. Relies on `Strip.__slots__`, `_segments` and `_cell_length`. Request:
    strips that create their caches when they are first needed.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        for name, value in _EMPTY.items():
            setattr(self, name, value)
        self._segments = list(segments)
        self._cell_length = cell_length

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The strips between the cuts (cells from the left); the strip itself where there is only one."""
        inside = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if inside == [self.cell_length] else super().divide(inside)


class QuietCrash(App[None]):
    """An application that shows nothing of an exception that it did not handle, and only ends.

    Textual's own prints the exception and the values of all local variables, which may be texts of a guide. Relies on
    `App._handle_exception`, `_exception`, `_exception_event`, `_return_code` and `_close_messages_no_wait`. Request: a
    public method that is called with the exception and may be overridden.

    A screen that closes before it is mounted, or while the program quits, is mounted without its widgets, so a query
    that finds none is no crash. Relies on `App._exit` and `textual._context.active_message_pump`. Request: no mount
    event for what is not composed.
    """

    def _handle_exception(self, error: Exception) -> None:
        if not (isinstance(error, NoMatches) and (self._exit or _handles_message_of_closed_screen())):
            _end_after(self, error)


def _handles_message_of_closed_screen() -> bool:
    node = active_message_pump.get(None)
    return isinstance(node, Widget) and not is_open(node)


def _end_after(app: App[Any], error: Exception) -> None:
    app._return_code = 1  # the door
    if app._exception is None:  # the door
        app._exception = error  # the door
        app._exception_event.set()  # the door
    app._close_messages_no_wait()  # the door


def crash_of(app: App[Any]) -> Exception | None:
    """The exception that ended an application, as it was raised. Relies on `App._exception`."""
    error = app._exception  # the door
    return error.error if isinstance(error, WorkerFailed) and isinstance(error.error, Exception) else error


# CSI sequences but reports of the mouse and of modes, and the first half of a function key of the Linux console.
_WHOLE_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-LN-Z\\-ln-xz-~]")


class KeyParser(XTermParser):
    """Textual's parser of keys and reports, but whatever a terminal sends it raises nothing and invents no keys.

    Textual takes a sequence that it does not know, such as a late answer of a terminal, for keys, one a character.

    Relies on `textual._xterm_parser.XTermParser`, its `parse_mouse_code`, `terminal_pixel_size`, `terminal_size` and
    `_sequence_to_key_events`. Request: no exceptions for a window of 0 pixels and for keys beyond U+10FFFF, and unknown
    sequences ignored.
    """

    def feed(self, data: str) -> Iterable[Message]:
        """The keys and reports of a text. No text is none; Textual takes it for the end of all input."""
        return super().feed(data) if data else ()

    def parse_mouse_code(self, code: str) -> Message | None:
        """The event of a mouse report. A terminal that does not know its size in pixels counts in cells."""
        sizes = self.terminal_pixel_size, self.terminal_size
        if any(size is not None and not all(size) for size in sizes):
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterator[events.Key]:  # noqa: FBT001  # as Textual declares it
        try:
            found = list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):  # the number of a character that there is not
            found = []
        if not found and _WHOLE_SEQUENCE.fullmatch(sequence):
            found = [events.Key(Keys.Ignore, sequence)]
        yield from found
