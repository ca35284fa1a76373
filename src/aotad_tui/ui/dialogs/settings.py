"""The common settings. A change is applied at once and written to the settings file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from aotad_tui.cells import pad
from aotad_tui.commands.panes import SIDE_PANES
from aotad_tui.progress.settings import FULL_WIDTH, Settings
from aotad_tui.ui.widgets.choice_list import ChoiceList
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog, WithoutStory

Value = str | int | bool | list[str]
Change = Callable[[str, Value, Settings], None]
"""Called with the name of a setting, its value as it is written, and the new settings."""

_MEASURES = (60, 72, 80, 100, 120, FULL_WIDTH)
_PANES = (SIDE_PANES, *((pane,) for pane in SIDE_PANES), ())


@dataclass(frozen=True, slots=True)
class _Row:
    """A setting: its name, its title, and its value in words."""

    name: str
    title: str
    value_text: str


def _rows(settings: Settings) -> list[_Row]:
    measure = "full width" if settings.measure == FULL_WIDTH else str(settings.measure)
    return [
        _Row("theme", "Theme", settings.theme),
        _Row("measure", "Line width", measure),
        _Row("panes", "Side panes", " and ".join(settings.panes) or "none"),
        _Row("names", "Names", "both scripts" if settings.names == "both" else "one script"),
        _Row("ascii", "ASCII only", "yes" if settings.ascii else "no"),
        _Row("motion", "Smooth scrolling", "yes" if settings.motion else "no"),
    ]


class SettingsScreen(Dialog[str], WithoutStory):
    """Enter changes a setting to its next value. The result is "theme" if a theme is to be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("q,comma", "dismiss_dialog", "Close"),
    ]

    def __init__(self, settings: Settings, change: Change, where: str) -> None:
        super().__init__()
        self._settings = settings
        self._change = change
        self._where = where

    def compose(self) -> ComposeResult:
        """The settings, and the path of the file."""
        path = Static(Content(self._where), classes="box-note")
        with DialogBox("Settings", ("enter", "change"), ("esc", "close"), head=path):
            yield ChoiceList(*self._options(), id="settings")

    def _options(self) -> list[Option]:
        return [Option(Content(f"{pad(row.title, 24)} {row.value_text}")) for row in _rows(self._settings)]

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Change the setting to its next value."""
        name = _rows(self._settings)[event.option_index].name
        if name == "theme":
            self.dismiss(name)
            return
        self._settings, value = _next(self._settings, name)
        self._change(name, value, self._settings)
        options = self.query_one(ChoiceList)
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = event.option_index

    def action_move(self, rows: int) -> None:
        """Move the highlight."""
        options = self.query_one(ChoiceList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()


def _next(settings: Settings, name: str) -> tuple[Settings, Value]:
    """The settings with one of them at its next value, and that value as it is written."""
    if name == "measure":
        now = _MEASURES.index(settings.measure) if settings.measure in _MEASURES else -1
        measure = _MEASURES[(now + 1) % len(_MEASURES)]
        return replace(settings, measure=measure), "full" if measure == FULL_WIDTH else measure
    if name == "panes":
        at = _PANES.index(settings.panes) if settings.panes in _PANES else -1
        panes = _PANES[(at + 1) % len(_PANES)]
        return replace(settings, panes=panes), list(panes)
    if name == "names":
        names = "one" if settings.names == "both" else "both"
        return replace(settings, names=names), names
    if name == "ascii":
        return replace(settings, ascii=not settings.ascii), not settings.ascii
    return replace(settings, motion=not settings.motion), not settings.motion
