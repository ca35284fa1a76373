"""The choice of a theme, which previews the highlighted one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from aotad_tui.progress.settings import THEME_BY_BACKGROUND
from aotad_tui.ui.theme import OURS, apply_theme, follow_terminal
from aotad_tui.ui.widgets.choice_list import ChoiceList
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog, WithoutStory


class ThemeScreen(Dialog[str], WithoutStory):
    """The result is the name of the theme, or "auto"; without a choice the theme before is restored."""

    cancel_notice = "Theme not changed."
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("q,t", "dismiss_dialog", "Close"),
    ]

    def __init__(self, chosen: str) -> None:
        """`chosen`: the theme of the settings."""
        super().__init__()
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The theme that follows the terminal, our themes, then Textual's."""
        ours = [theme.name for theme in OURS]
        self._names = [THEME_BY_BACKGROUND, *ours, *sorted(set(self.app.available_themes) - set(ours))]
        with DialogBox("Theme", ("enter", "apply"), ("esc", "cancel"), classes="theme"):
            yield ChoiceList(*(Option(Content(_words(name))) for name in self._names), id="themes")

    def on_mount(self) -> None:
        """Highlight the theme in force."""
        self._before = self.app.theme
        name = self._chosen if self._chosen in self._names else self._before
        self._previewed = self.query_one(ChoiceList).highlighted = self._names.index(name)

    def on_option_list_option_highlighted(self, event: ChoiceList.OptionHighlighted) -> None:
        """Preview the theme. Textual also reports the first row, which it highlights at first."""
        row = event.option_list.highlighted
        if row is not None and row != self._previewed:
            self._previewed = row
            apply_theme(self.app, self._names[row])

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
        if self._chosen == THEME_BY_BACKGROUND:
            follow_terminal(self.app)
        self.dismiss(None)


def _words(name: str) -> str:
    return f"{name} (as the terminal)" if name == THEME_BY_BACKGROUND else name
