"""A reader's settings, from a TOML file. Wrong values are reported, the others are used."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from aotad_tui.cleaning import single_line
from aotad_tui.commands.keys import DEFAULT_KEYS, Keys, key_named, keys_in_force
from aotad_tui.commands.panes import DEFAULT_PANES, SIDE_PANES

FULL_WIDTH = 0
THEME_BY_BACKGROUND = "auto"
"""The theme that follows the background of the terminal."""
NARROWEST, WIDEST = 40, 200
NAMES = ("both", "one")
_LARGEST_FILE = 100_000
_MOST_PARTS = 20
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}")
_MOST_TROUBLES = 5
"""How many errors of a file are described; the others are counted."""
_LONGEST = 60
"""How many characters of a name or a value are shown."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings. `measure` is the line width in cells, or `FULL_WIDTH`; `keys` are those in force."""

    theme: str = THEME_BY_BACKGROUND
    measure: int = 80
    panes: tuple[str, ...] = DEFAULT_PANES
    names: str = "both"
    ascii: bool = False
    motion: bool = False
    keys: Keys = field(default_factory=lambda: DEFAULT_KEYS)


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """The settings of a file, its errors (each with file and line), and the line of each setting."""

    settings: Settings = Settings()
    troubles: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


class _InvalidValue(Exception):
    """An invalid value; the text says what is expected."""


def read_settings(path: Path | None) -> SettingsRead:
    """The settings of a file; the defaults if there is no file, or no place for one. Never raises."""
    if path is None:
        return SettingsRead()
    try:
        text = _text_of(path)
    except FileNotFoundError:
        return SettingsRead()
    except (OSError, ValueError) as error:  # not UTF-8, for one
        return SettingsRead(troubles=(single_line(f"{path}: cannot read the settings; all ignored: {error}"),))
    import tomllib  # most readers have no such file, and this takes 10 ms

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # syntax errors, a number of over 4,300 digits, deep nesting
        trouble = f"{path}:{_line_of(error)}: invalid TOML; all settings ignored: {error}"
        return SettingsRead(troubles=(single_line(trouble),))
    return _Reader(path, text).read(values)


def _text_of(path: Path) -> str:
    """The text of a settings file. Raises OSError, and ValueError for what is no text or would take long to parse."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a regular file")  # opening a pipe would block for ever
    if status.st_size > _LARGEST_FILE:
        raise OSError(f"larger than {_LARGEST_FILE:,} bytes")
    text = path.read_text(encoding="utf-8")
    deep = _DEEP_KEY.search(text)
    if deep:  # the parser takes time that grows with the cube of their number
        raise ValueError(f"line {text.count(chr(10), 0, deep.start()) + 1}: a key of more than {_MOST_PARTS} parts")
    return text


def _line_of(error: Exception) -> int:
    """The line of a syntax error; 1 where it has none. Before Python 3.14 only the message has it."""
    in_message = re.search(r"at line (\d+)", str(error))
    line: int = getattr(error, "lineno", int(in_message[1]) if in_message else 1)
    return line


class _Reader:
    """Reads the values of one file and collects its errors."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = _lines_of(text)
        self._troubles: list[str] = []
        self._others = 0
        """How many errors are not described."""

    def read(self, values: Mapping[str, object]) -> SettingsRead:
        settings = Settings()
        for name, value in values.items():
            if name == "keys":
                settings = replace(settings, keys=self._keys(value))
            elif name in _SETTERS:
                try:
                    settings = _SETTERS[name](settings, value)
                except _InvalidValue as wrong:
                    self._report(name, str(wrong))
            else:
                self._report_unknown(name, name, "setting", [*_SETTERS, "keys"])
        if self._others:
            self._troubles.append(f"{self._path}: {self._others:,} more errors")
        return SettingsRead(settings, tuple(self._troubles), self._lines)

    def _keys(self, value: object) -> Keys:
        chosen: dict[str, tuple[str, ...]] = {}
        if not isinstance(value, dict):
            self._report("keys", "must be a table of commands with their keys")
            return DEFAULT_KEYS
        for id, values in value.items():
            if id not in DEFAULT_KEYS:
                self._report_unknown(f"keys.{id}", id, "command", DEFAULT_KEYS)
                continue
            words = [values] if isinstance(values, str) else values if isinstance(values, list) else []
            keys = [key_named(word) if isinstance(word, str) else None for word in words]
            known = tuple(key for key in keys if key)
            if not known or len(known) < len(keys):
                message = f'must be a key such as "x", "ctrl+x" or "f5", or a list of keys, not {_shown(values)}'
                self._report(f"keys.{id}", message)
            else:
                chosen[id] = known
        in_force, refused = keys_in_force(chosen)
        for id, message in refused.items():
            self._report(f"keys.{id}", f"{message}; the default key is kept")
        return in_force

    def _report_unknown(self, name: str, id: str, what: str, known: Iterable[str]) -> None:
        # A suggestion takes a millisecond, so none is looked for that nobody sees.
        suggestion = _suggestion(id, known) if len(self._troubles) < _MOST_TROUBLES else ""
        self._report(name, f"unknown {what}{suggestion}")

    def _report(self, name: str, message: str) -> None:
        if len(self._troubles) < _MOST_TROUBLES:
            self._troubles.append(single_line(f"{self._path}:{self._lines.get(name, 1)}: {_cut(name)}: {message}"))
        else:
            self._others += 1


def _theme(settings: Settings, value: object) -> Settings:
    if not isinstance(value, str):
        raise _InvalidValue("must be the name of a theme, in quotes")
    return replace(settings, theme=value)


def _measure(settings: Settings, value: object) -> Settings:
    if value == "full":
        return replace(settings, measure=FULL_WIDTH)
    if isinstance(value, bool) or not isinstance(value, int) or not NARROWEST <= value <= WIDEST:
        raise _InvalidValue(f'must be a number of cells from {NARROWEST} to {WIDEST}, or "full", not {_shown(value)}')
    return replace(settings, measure=value)


def _panes(settings: Settings, value: object) -> Settings:
    if not isinstance(value, list) or not all(side in SIDE_PANES for side in value):
        raise _InvalidValue(f"must be a list with any of {', '.join(SIDE_PANES)}, not {_shown(value)}")
    return replace(settings, panes=tuple(side for side in SIDE_PANES if side in value))


def _names(settings: Settings, value: object) -> Settings:
    if not isinstance(value, str) or value not in NAMES:
        raise _InvalidValue(f'must be "both" (scripts) or "one", not {_shown(value)}')
    return replace(settings, names=value)


def _ascii(settings: Settings, value: object) -> Settings:
    return replace(settings, ascii=_flag(value))


def _motion(settings: Settings, value: object) -> Settings:
    return replace(settings, motion=_flag(value))


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _InvalidValue(f"must be true or false, not {_shown(value)}")
    return value


_SETTERS: Mapping[str, Callable[[Settings, object], Settings]] = {
    "theme": _theme,
    "measure": _measure,
    "panes": _panes,
    "names": _names,
    "ascii": _ascii,
    "motion": _motion,
}


def _shown(value: object) -> str:
    """A wrong value as a message shows it."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # Python writes no integer of over 4,300 digits
        return "a value that is too long to show"
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _suggestion(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


_HEADING = re.compile(r"\s*\[\s*([\w.\"'-]+)\s*\]")
_ENTRY = re.compile(r"\s*([\w.\"'-]+)\s*=")


def _lines_of(text: str) -> dict[str, int]:
    """The line of each setting that is written as `name = …` under `[table]`."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        heading, entry = _HEADING.match(line), _ENTRY.match(line)
        if heading:
            name = re.sub("[\"']", "", heading[1])
            table = f"{name}."
            lines.setdefault(name, number)
        elif entry:
            lines.setdefault(table + re.sub("[\"']", "", entry[1]), number)
    return lines
