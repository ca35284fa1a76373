"""The parts of Textual and asyncio that tests use and that are not public: one function each, with what it relies on.

No other test module names a private part of either: `tests/test_textual_internals.py` checks that. When a new release
of Textual breaks tests, this is the place to look first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from rich.segment import Segment
from textual import events
from textual._compositor import Compositor, LayoutUpdate
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.notifications import Notification
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._toast import ToastHolder

_RENDER_UPDATE = Compositor.render_update


def key_of(character: str) -> str:
    """Return Textual's name of the key that types a character. Relies on `textual.keys._character_to_key`."""
    return _character_to_key(character)


def drawn(app: App[Any]) -> Iterator[list[Segment]]:
    """Yield the segments of each row of the screen, the screens below included.

    Relies on `Screen._compositor`, its `render_update`, `LayoutUpdate.strips` and `App._background_screens`.
    """
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(update, LayoutUpdate)
    for strips in update.strips:
        yield [segment for strip in strips for segment in strip]


def is_undrawn(screen: Screen[Any]) -> bool:
    """Whether a screen has something to do at its next refresh.

    Relies on what `Screen._on_timer_update` reads: `_layout_required`, `_scroll_required`, `_recompose_required`,
    `_dirty_widgets`, `_callbacks`, and `_repaint_required`, which a screen below the top one sets again each time.
    """
    flags = screen._layout_required or screen._scroll_required or screen._recompose_required
    repaint = screen._repaint_required and screen is screen.app.screen
    undrawn = screen.is_current and (flags or repaint or bool(screen._dirty_widgets))
    return undrawn or bool(screen._callbacks)


def refresh_now(screen: Screen[Any]) -> None:
    """Refresh a screen, as its timer does 60 times a second. Relies on `Screen._on_timer_update`."""
    screen._on_timer_update()


@contextmanager
def frames_held_back() -> Iterator[None]:
    """Let refreshes draw nothing until `draw_due` is called, which draws what has changed since.

    Relies on `Compositor.render_update` being called for each refresh, and forgetting what has changed.
    """

    def render_update(self: Compositor, full: bool = False, **given: Any) -> object:
        return _RENDER_UPDATE(self, full, **given) if full else None

    with patch.object(Compositor, "render_update", render_update):
        yield


def draw_due(app: App[Any]) -> bool:
    """Draw what has changed of the screen, and return whether anything has.

    Relies on `Screen._compositor`, `App._background_screens` and `App._display`, as `Screen._compositor_refresh` does.
    """
    update = _RENDER_UPDATE(app.screen._compositor, screen_stack=app._background_screens)
    app._display(app.screen, update)
    return update is not None


def forward(screen: Screen[Any], event: events.Event) -> None:
    """Send a mouse event to the widget under it, as the driver does.

    Relies on `Screen._forward_event`, as Textual's own `Pilot` does.
    """
    screen._forward_event(event)


def set_terminal_size(app: App[Any], size: Size) -> None:
    """Resize the terminal. Relies on `App._driver` and `HeadlessDriver._size`, as `Pilot` does."""
    assert isinstance(app._driver, HeadlessDriver)
    app._driver._size = (size.width, size.height)


def notifications(app: App[Any]) -> list[Notification]:
    """Return the notifications that have not expired, the oldest first. Relies on `App._notifications`."""
    return list(app._notifications)


def notification_containers(screen: Screen[Any]) -> int:
    """Count the containers in which a screen shows notifications. Relies on `textual.widgets._toast.ToastHolder`."""
    return len(screen.query(ToastHolder))


def drawing_cache(widget: Widget) -> object:
    """Return the cache of the lines that were drawn of a widget. Relies on `Widget._styles_cache`."""
    return widget._styles_cache


def has_ready_callbacks() -> bool:
    """Whether the running event loop has a callback to run at once. Relies on `BaseEventLoop._ready`."""
    return bool(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]


def running_pumps() -> set[asyncio.Task[Any]]:
    """Return the tasks of all message pumps that run in the event loop.

    Relies on `MessagePump._start_messages`, which names each pump's task "message pump" and the widget.
    """
    return {task for task in asyncio.all_tasks() if task.get_name().startswith("message pump")}


@contextmanager
def time_of(clock: Callable[[], float]) -> Iterator[None]:
    """Let the running event loop and Textual use a clock.

    Relies on asyncio calling the loop's own `time` for each timer, on `textual._time.get_time`, which Textual's timers,
    messages and animations call, and on `textual.notifications.time`, which notifications expire by.
    """
    loop = asyncio.get_running_loop()
    with (
        patch.object(loop, "time", clock),
        patch("textual._time.get_time", clock),
        patch("textual.notifications.time", clock),
    ):
        yield


@contextmanager
def styles_parsed_once() -> Iterator[None]:
    """Let stylesheets share the rules of the same text with the same variables, until the context ends.

    Without this, each app parses them again in 20 ms, and most tests have their own app. Relies on
    `Stylesheet._parse_rules` and `Stylesheet._variables`.

    Textual's own cache is in a stylesheet and shares the rules of one with all its widgets, so nothing changes them.
    """
    parse = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def parse_rules(self: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (given, *named.items(), frozenset(self._variables.items()))
        if key not in parsed:
            parsed[key] = parse(self, *given, **named)
        return parsed[key]

    with patch.object(Stylesheet, "_parse_rules", parse_rules):
        yield


def send(app: App[Any], event: events.Event) -> None:
    """Send an event of the terminal to an application, as the driver does. Relies on `App._driver`."""
    assert app._driver is not None
    app._driver.process_message(event)


@contextmanager
def recorded_output() -> Iterator[tuple[list[str], list[str]]]:
    """Record what applications without a terminal would write to it, and the texts that they copy.

    Relies on `HeadlessDriver.write`, which Textual calls with the same strings as a real driver's, and on
    `HeadlessDriver.is_headless`, which keeps it from doing so.
    """
    written: list[str] = []
    copied: list[str] = []
    copy = App.copy_to_clipboard

    def copy_to_clipboard(self: App[Any], text: str) -> None:
        copied.append(text)
        copy(self, text)

    with (
        patch.object(HeadlessDriver, "write", lambda _, data: written.append(data)),
        patch.object(HeadlessDriver, "is_headless", new=False),
        patch.object(App, "copy_to_clipboard", copy_to_clipboard),
    ):
        yield written, copied
