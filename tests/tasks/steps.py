"""A task, and the steps of keyboard and mouse that it is done by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tests.ui.reader import Reader


@dataclass(frozen=True)
class Type:
    """Types a text: a key for each letter."""

    text: str


@dataclass(frozen=True)
class Click:
    """Clicks the first cell of words on the screen, or in a pane."""

    words: str
    pane: str | None = None


@dataclass(frozen=True)
class Hover:
    """Rests the pointer on words in a pane."""

    words: str
    pane: str


@dataclass(frozen=True)
class Wheel:
    """Turns the wheel over words on the screen, until other words are there."""

    over: str
    until: str


@dataclass(frozen=True)
class Drag:
    """Drags from the first cell of words to the first cell of others, or by some columns."""

    start: str
    end: str | int
    pane: str | None = None


Step = str | Type | Click | Hover | Wheel | Drag
"""A step; a plain string is a key."""


class Guide(StrEnum):
    """The guides of the tasks, by the names of their folders."""

    SERIES = "all-of-us-are-dead"
    NOVEL = "jekyll-and-hyde"


@dataclass(frozen=True)
class Task:
    """Something that a reader wants, at a point of a guide, and the ways to it.

    `given`: steps that come before and are not counted. `shown`: the texts that are on the screen when it is reached.
    `holds`: what else is true then. `seen`: None for a reader who starts for the first time.
    """

    name: str
    guide: Guide
    seen: int | None
    keys: tuple[Step, ...]
    mouse: tuple[Step, ...]
    shown: tuple[str, ...]
    given: tuple[Step, ...] = ()
    holds: Callable[[Reader], bool] = field(default=lambda _: True)


def presses(steps: Iterable[Step]) -> int:
    """The number of keys, without those of typed texts."""
    return sum(isinstance(step, str) for step in steps)


def clicks(steps: Iterable[Step]) -> int:
    """The number of clicks. To rest, to drag, and to turn the wheel until something is in view, count as one each."""
    return sum(not isinstance(step, str | Type) for step in steps)


def letters(steps: Iterable[Step]) -> int:
    """The number of typed letters."""
    return sum(len(step.text) for step in steps if isinstance(step, Type))
