"""The one door to Textual's private parts: no other module of the program uses a private name of Textual.

Each function says what it relies on and which public request to Textual would make it unnecessary.
`tests/ui/test_textual_internals.py` checks each of them, so that a new release of Textual fails there first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.cache import FIFOCache
from textual.dom import DOMNode
from textual.keys import _character_to_key
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Tree
from textual.widgets._toast import ToastHolder


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


def forget_drawn_borders() -> None:
    """Drop what Textual remembers of the last thousand widgets it drew a border for, with all that they hold.

    Relies on `StylesCache.get_inner_outer` being an `lru_cache`. Request: a cache that does not keep widgets alive.
    """
    StylesCache.get_inner_outer.cache_clear()


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
