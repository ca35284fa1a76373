"""Textual's driver for a terminal on Linux and macOS, made to survive what terminals and shells do to it.

It belongs to the door to Textual's private parts (see `textual_internals`): it relies on the members of `LinuxDriver`
that `tests/ui/test_terminal_driver.py` names. Request: a driver that reads bytes with replacement, reports the loss of
the terminal, and gives the terminal back before it takes it again after SIGSTOP.
"""

from __future__ import annotations

import io
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable
from typing import TextIO, cast

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from .terminal_background import QUESTION, BackgroundColor
from .terminal_input import Characters, EscapeKey, LegacyMouseReport, Pasted, Piece, TerminalInput, escape_delay
from .terminal_requests import RESTORE_TITLE, SAVE_TITLE, AsksTerminal, TerminalRequests, title_sequence
from .textual_internals import KeyParser

_INTERVAL = 0.05
"""Seconds between two looks at what has waited long enough."""


class TerminalDriver(LinuxDriver):
    """Reads and draws on the terminal that the program was started in."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stderr__ is not None  # the reader starts only with a terminal there
        self._file = cast("io.TextIOWrapper", _TerminalOutput(sys.__stderr__, self._lost))
        # On the loop and not in the midst of anything: what they call waits for locks that the program may hold.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)
        self._title_is_saved = False
        self._requests = app.terminal if isinstance(app, AsksTerminal) else TerminalRequests()
        self._requests.write_title = self._write_title
        self._requests.ask_background = self._ask_background

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back and stop, with whatever was started together with it, as a shell expects of a job."""
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(0, signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again. After SIGSTOP, which cannot be handled, it was not given back: do that first.

        Else its settings of now, which are the program's own, would be taken for those from before the program.
        """
        if not self._auto_restart:
            return
        if self._has_terminal:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()

    def start_application_mode(self) -> None:
        """Take the terminal and set its title. Ask for its background if the theme follows it, and do not wait."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual does not annotate it
        if not self._has_terminal:  # a background job, which stops again
            return
        self.write(SAVE_TITLE)
        self._title_is_saved = True
        if self._requests.title:
            self._write_title(self._requests.title)
        if self._requests.use_background:
            self._ask_background()
        self.flush()

    def stop_application_mode(self) -> None:
        """Give the terminal back, with the title that it had."""
        if self._title_is_saved:
            self.write(RESTORE_TITLE)
            self._title_is_saved = False
        super().stop_application_mode()

    @property
    def _has_terminal(self) -> bool:
        """Whether the terminal is taken, and read."""
        return self._key_thread is not None and self._key_thread.is_alive()

    def _write_title(self, title: str) -> None:
        if self._has_terminal:
            self.write(title_sequence(title))
            self.flush()

    def _ask_background(self) -> None:
        if self._has_terminal:
            self.write(QUESTION)
            self.flush()

    def _disable_mouse_support(self) -> None:
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        super()._disable_mouse_support()

    def _assert_mouse_modes(self) -> None:
        """Set the modes of the mouse again, which a terminal forgets when it is rebuilt under the program."""
        if self._has_terminal:
            self._enable_mouse_support()
            if self._mouse_pixels:
                self._enable_mouse_pixels()

    def _run_input_thread(self) -> None:
        """Read the terminal. An exception is raised again in the application, which ends as after any other one."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  # whatever it is, the application handles it
            self._app.call_later(_raise, error)

    def run_input_thread(self) -> None:
        """Read the terminal until the driver stops, or the terminal is gone."""
        taken = TerminalInput(escape_delay())
        parser = KeyParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = _read(self.fileno) if selector.select(_INTERVAL) else None
                if data == b"":
                    self._lost()
                    return
                now = time.monotonic()
                for piece in (*taken.feed(data or b"", now), *taken.tick(now)):
                    self._take(piece, parser)
                for event in parser.tick():
                    self.process_message(event)

    def _take(self, piece: Piece, parser: KeyParser) -> None:
        match piece:
            case Characters(text):
                for event in parser.feed(text):
                    self.process_message(event)
            case EscapeKey():
                self.process_message(events.Key("escape", "\x1b"))
            case Pasted(text) if text:
                self.process_message(events.Paste(text))
            case BackgroundColor():
                self._app.call_later(self._requests.report_background, piece)
            case LegacyMouseReport():
                self._loop.call_soon_threadsafe(self._assert_mouse_modes)

    @staticmethod
    def _lost() -> None:
        """Do what the system does when a terminal goes away, where it does not."""
        os.kill(os.getpid(), signal.SIGHUP)


class _TerminalOutput(io.TextIOBase):
    """A terminal that may go away. What cannot be written any more is dropped, so that nobody waits for it."""

    def __init__(self, file: TextIO, lost: Callable[[], None]) -> None:
        self._file = file
        self._lost = lost
        self._is_lost = False

    def write(self, text: str) -> int:
        if not self._is_lost:
            try:
                self._file.write(text)
            except OSError:
                self._lose()
        return len(text)

    def flush(self) -> None:
        if not self._is_lost:
            try:
                self._file.flush()
            except OSError:
                self._lose()

    def _lose(self) -> None:
        self._is_lost = True
        self._lost()

    def fileno(self) -> int:
        return self._file.fileno()


def _read(descriptor: int) -> bytes | None:
    """Some bytes; none where the terminal is gone, None where there is nothing to read after all."""
    try:
        return os.read(descriptor, 4096)
    except BlockingIOError:
        return None
    except OSError:
        return b""


def _raise(error: Exception) -> None:
    raise error
