"""The reader's settings: applied to the screen, changed and stored."""

from __future__ import annotations

from dataclasses import replace

from textual.screen import Screen

from aotad_tui.chart.ascii import Ascii
from aotad_tui.cleaning import single_line
from aotad_tui.progress.settings import THEME_BY_BACKGROUND, WIDEST, Settings
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.settings import SettingsScreen, Value
from aotad_tui.ui.dialogs.theme import ThemeScreen
from aotad_tui.ui.pane_layout import PaneLayout
from aotad_tui.ui.platform.output_filter import FilteredApp

from .model import ReaderModel
from .presenter import Presenter
from .reading_panes import ReadingPanes


class SettingsController:
    """Applies the settings of a model, and lets the reader change them."""

    def __init__(
        self,
        screen: Screen[None],
        model: ReaderModel,
        panes: ReadingPanes,
        layout: PaneLayout,
        presenter: Presenter,
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._layout = layout
        self._presenter = presenter

    def apply(self) -> None:
        """Apply the settings to the screen."""
        settings = self._model.settings
        measure = settings.measure or WIDEST
        self._panes.page.scroller.set_measure(measure)
        self._layout.set_measure(measure)
        characters = Ascii(self._model.visible).table if settings.ascii else {}
        if isinstance(self._screen.app, FilteredApp):
            self._screen.app.replace_characters(characters)

    def report_problems(self) -> None:
        """Show the errors of the settings file."""
        read, path = self._model.context.settings, self._model.context.settings_file
        troubles = list(read.troubles)
        if read.settings.theme not in {THEME_BY_BACKGROUND, *self._screen.app.available_themes}:
            where = f"{path}:{read.lines.get('theme', 1)}"
            troubles.append(single_line(f"{where}: theme: no theme {read.settings.theme!r}; press t to choose one"))
        if troubles:
            self._screen.notify("\n".join(troubles), markup=False, severity="warning", timeout=10)

    @command
    def theme(self) -> None:
        """Let the reader choose a theme."""
        self._screen.app.push_screen(ThemeScreen(self._model.settings.theme), self._theme_chosen)

    def _theme_chosen(self, name: str | None) -> None:
        if name:
            self._change("theme", name, replace(self._model.settings, theme=name))

    @command
    def settings(self) -> None:
        """Show the settings."""
        where = single_line(str(self._model.context.settings_file or "Settings are not saved."))
        screen = SettingsScreen(self._model.settings, self._change, where)
        self._screen.app.push_screen(screen, lambda name: self.theme() if name else None)

    def _change(self, name: str, value: Value, settings: Settings) -> None:
        context = self._model.context
        self._model.context = replace(context, settings=replace(context.settings, settings=settings))
        self._store(name, value)
        match name:
            case "panes":
                self._layout.want_only(settings.panes)
            case "names":
                self._presenter.switch_to(self._model.session.with_names(one_script=settings.names == "one"))
            case "motion":
                self._screen.app.animation_level = "basic" if settings.motion else "none"
            case _:
                self.apply()

    def _store(self, name: str, value: Value) -> None:
        file = self._model.context.settings_file
        if file is None:
            return
        # Imported here, so that a start does not wait for the TOML writer.
        from aotad_tui.progress.settings_writing import SettingsUnwritable, write_setting

        try:
            write_setting(file, name, value)
        except SettingsUnwritable as error:
            words = f"Applied for this session, but could not be saved: {error}"
            self._screen.notify(words, markup=False, severity="warning", timeout=8)
