"""What the driver and the parser of a terminal rely on in Textual, and a crash of the application."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest
from textual import events, work
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.message import Message

from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.platform.terminal_requests import title_sequence
from aotad_tui.ui.platform.textual_internals import KeyParser, QuietCrash, crash_of
from tests.systems import posix

if sys.platform == "win32":
    pytest.skip("needs POSIX: terminals", allow_module_level=True)

from textual.drivers.linux_driver import LinuxDriver

from aotad_tui.ui.platform.terminal_driver import TerminalDriver

METHODS = [name for name in vars(TerminalDriver) if callable(vars(TerminalDriver)[name]) and hasattr(LinuxDriver, name)]
ATTRIBUTES = (
    *("_app", "_auto_restart", "_debug", "_file", "_key_thread", "_loop", "_mouse_pixels", "_must_signal_resume"),
    *("exit_event", "fileno"),
)
CALLED = (
    *("_disable_mouse_support", "_enable_mouse_pixels", "_enable_mouse_support"),
    *("flush", "process_message", "resume_application_mode", "send_message", "suspend_application_mode", "write"),
)


def test_textual_s_driver_has_what_ours_relies_on() -> None:
    assert {"__init__", "_run_input_thread", "run_input_thread", "_sigcont_application", "_sigtstp_application"} <= set(
        METHODS
    )
    assert {"start_application_mode", "stop_application_mode"} <= set(METHODS)
    assert [name for name in CALLED if not hasattr(LinuxDriver, name)] == []
    made = inspect.getsource(LinuxDriver.__init__) + inspect.getsource(Driver.__init__)
    assert [name for name in ATTRIBUTES if f"self.{name} = " not in made and f"self.{name}:" not in made] == []
    assert "self._run_input_thread" in inspect.getsource(LinuxDriver.start_application_mode)


def test_the_reader_is_drawn_by_our_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ReaderApp(Path()).driver_class is TerminalDriver
    monkeypatch.setattr("textual.constants.DRIVER", "textual.drivers.headless_driver:HeadlessDriver")
    assert ReaderApp(Path()).driver_class is HeadlessDriver


@pytest.mark.parametrize(
    ("title", "sequence"),
    [
        ("The door · Jekyll", "\x1b]2;The door · Jekyll\x07"),
        ("a\x07b\x1b]52;c;eA==\x1b\\\nc\u202ed\x9c", "\x1b]2;a\ufffdb\ufffd]52;c;eA==\ufffd\\ c\ufffdd\ufffd\x07"),
        ("x" * 300, f"\x1b]2;{'x' * 199}…\x07"),
    ],
)
def test_a_title_ends_where_its_sequence_does(title: str, sequence: str) -> None:
    assert title_sequence(title) == sequence


def parsed(parser: KeyParser, *sequences: str) -> list[Message]:
    return [event for sequence in sequences for event in parser.feed(sequence)]


@pytest.mark.parametrize("size", ["30;120;0;0", "0;0;0;0", "0;0;600;800"])
def test_a_window_without_a_size_has_its_mouse_counted_in_cells(size: str) -> None:
    events_of_mouse = parsed(KeyParser(), f"\x1b[48;{size}t", "\x1b[<0;3;4M")
    (press,) = (event for event in events_of_mouse if isinstance(event, events.MouseDown))
    assert (press.x, press.y) == (2, 3)


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[99999999999u", "\x1b[1;1;99999999u", "\x1b[1114112u", "\x1b[?64;1;2c", "\x1b[>0;276;0c", "\x1b[5;5X"],
)
def test_a_sequence_that_is_no_key_is_no_keys_and_the_next_key_is_one(sequence: str) -> None:
    parser = KeyParser()
    assert parsed(parser, sequence) == []
    (down,) = parsed(parser, "\x1b[B")
    assert isinstance(down, events.Key)
    assert down.key == "down"


@pytest.mark.parametrize(
    ("sequence", "key"), [("\x1b[[A", "f1"), ("\x1b[1;5C", "ctrl+right"), ("\x1b[Z", "shift+tab"), ("\x1b[15~", "f5")]
)
def test_a_sequence_that_is_a_key_is_that_key(sequence: str, key: str) -> None:
    (event,) = parsed(KeyParser(), sequence)
    assert isinstance(event, events.Key)
    assert event.key == key


class _Crashing(QuietCrash):
    """Raises in a worker."""

    @work
    async def on_mount(self) -> None:
        raise LookupError("what is wrong")


@posix
async def test_a_crash_is_kept_as_it_was_raised_and_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    app = _Crashing()
    with pytest.raises(Exception, match="what is wrong"):
        async with app.run_test():
            pass
    assert isinstance(crash_of(app), LookupError)
    assert app.return_code == 1
    assert capsys.readouterr() == ("", "")
