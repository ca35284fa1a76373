"""The choice of a theme, which previews the highlighted one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from aotad_tui.ui.platform.terminal_requests import forget_background
from aotad_tui.ui.theme import OURS
from aotad_tui.ui.widgets.choice_list import ChoiceList
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog, WithoutStory


class ThemeScreen(Dialog[str], WithoutStory):
    """The result is the name of the theme; without a choice the theme before is restored."""

    cancel_notice = "Theme not changed."
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("q,t", "dismiss_dialog", "Close"),
    ]

    def compose(self) -> ComposeResult:
        """Our themes, then Textual's."""
        forget_background(self.app)
        self._before = self.app.theme
        ours = [theme.name for theme in OURS]
        self._names = [*ours, *sorted(set(self.app.available_themes) - set(ours))]
        with DialogBox("Theme", ("enter", "apply"), ("esc", "cancel"), classes="theme"):
            yield ChoiceList(*(Option(Content(name)) for name in self._names), id="themes")

    def on_mount(self) -> None:
        """Highlight the theme in force."""
        self.query_one(ChoiceList).highlighted = self._names.index(self._before)

    def on_option_list_option_highlighted(self, event: ChoiceList.OptionHighlighted) -> None:
        """Preview the theme."""
        self.app.theme = self._names[event.option_index]

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Accept the theme."""
        self.dismiss(self._names[event.option_index])

    def action_move(self, rows: int) -> None:
        """Move the highlight."""
        options = self.query_one(ChoiceList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()

    def action_dismiss_dialog(self) -> None:
        """Restore the theme before."""
        self.app.theme = self._before
        self.dismiss(None)
