"""Finds what a running program still remembers of a text: every object that can be reached from its widgets."""

from __future__ import annotations

import gc
from asyncio import AbstractEventLoop
from collections import deque
from types import FunctionType, ModuleType

from textual.app import App

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from tests.story.stories import Pages

_MAY_KNOW_MORE = (Session, ReaderState, Pages, AbstractEventLoop)
"""The gate is between these and the widgets: the whole story, stored state, and the files. A loop keeps the contexts of
cancelled timers until their time."""
_MOST_STEPS, _SHOWN = 12, 40
"""The number of steps of a path that are named, and of characters of the text."""


def remembered(app: App[object], text: str) -> list[str]:
    """The paths of objects from an application to each string with that text in it."""
    gc.collect()
    before: dict[int, tuple[object, object]] = {id(app): (app, None)}
    waiting: deque[object] = deque([app])
    found = []
    while waiting:
        holder = waiting.popleft()
        for held in _held_by(holder):
            if id(held) in before or isinstance(held, (type, ModuleType, *_MAY_KNOW_MORE)):
                continue
            before[id(held)] = held, holder
            if isinstance(held, str):
                if text in held:
                    found.append(_path(held, before))
            else:
                waiting.append(held)
    return found


def _held_by(holder: object) -> list[object]:
    if isinstance(holder, FunctionType):
        return [*(holder.__closure__ or ()), *(holder.__defaults__ or ())]
    if isinstance(holder, dict) and "__builtins__" in holder:  # the names of a module, by way of a frame
        return []
    return gc.get_referents(holder)


def _path(text: str, before: dict[int, tuple[object, object]]) -> str:
    """The objects from a text up to the application, with the keys of dictionaries."""
    steps: list[str] = []
    held: object = text
    while (holder := before[id(held)][1]) is not None:
        key = next((str(key) for key, value in holder.items() if value is held), "") if type(holder) is dict else ""
        steps.append(f"{type(holder).__qualname__}[{key}]" if key else type(holder).__qualname__)
        held = holder
    return " < ".join([repr(text[:_SHOWN]), *steps[:_MOST_STEPS]])
