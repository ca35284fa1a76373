"""Attributes that are dropped together with the page, or the visible story, that they belong to.

Positions in a page are numbers of leaf blocks and characters. They mean something else in another page, and in the same
section of another visible story. A part of the viewport stores them in such attributes, so that nothing needs to
remember to drop them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, Protocol, TypeVar, overload

from .scroller import Scroller

T = TypeVar("T")


class _Part(Protocol):
    """A part of the viewport."""

    _scroller: Scroller


class OfPage(Generic[T]):
    """An attribute of a part. While another page is shown than when it was set, it is what `empty` returns."""

    def __init__(self, empty: Callable[[], T]) -> None:
        self._empty = empty
        self._name = ""

    def __set_name__(self, _part: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, part: None, _type: type) -> OfPage[T]: ...

    @overload
    def __get__(self, part: _Part, _type: type) -> T: ...

    def __get__(self, part: _Part | None, _type: type) -> OfPage[T] | T:
        if part is None:
            return self
        owner = self._owner(_scroller_of(part))
        stored: tuple[object, T] | None = vars(part).get(self._name)
        if stored and stored[0] is owner:
            return stored[1]
        value = self._empty()
        if owner is not None:
            self.__set__(part, value)
        return value

    def __set__(self, part: _Part, value: T) -> None:
        scroller = _scroller_of(part)
        if self._name not in vars(part):
            scroller.page_shown.connect(partial(self._drop, part))
        vars(part)[self._name] = self._owner(scroller), value

    def _drop(self, part: _Part) -> None:
        """Let go of a value whose page is no longer shown, and of what it refers to."""
        owner, stored = self._owner(_scroller_of(part)), vars(part)[self._name]
        if owner is not None and stored and stored[0] is not owner:
            vars(part)[self._name] = None

    def _owner(self, scroller: Scroller) -> object:
        """The object that the value belongs to."""
        return scroller.page


class OfStory(OfPage[T]):
    """The same for what holds on all pages of a visible story."""

    def _owner(self, scroller: Scroller) -> object:
        return scroller.page.visible if scroller.page else None


def _scroller_of(part: _Part) -> Scroller:
    return part._scroller  # noqa: SLF001  # a part's attribute is a part of it
