"""What a reader does about the program itself: colours, settings, other guides, and what the guide's author hears."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from aotad_tui.chart.ascii import Ascii
from aotad_tui.library.load import Loaded
from aotad_tui.progress.settings import WIDEST, Settings
from aotad_tui.ui.dialogs.choice import ChoiceScreen
from aotad_tui.ui.dialogs.keys import KeysScreen
from aotad_tui.ui.dialogs.settings import SettingsScreen, Value
from aotad_tui.ui.dialogs.theme import ThemeScreen
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.platform.ascii_filter import FilteredApp
from aotad_tui.ui.screens.problems import ProblemsScreen

from .following import follow
from .journey import JourneyScreen


class ProgramScreen(JourneyScreen):
    """A journey's screen, as its reader likes it."""

    class GuideWanted(Message):
        """Another guide is to be read."""

        def __init__(self, folder: Path) -> None:
            super().__init__()
            self.folder = folder

    _loaded: Loaded | None = None
    """The guide as its files are, once they have changed."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._reader_context.settings.settings

    def apply_settings(self) -> None:
        """Makes what is on the screen obey the settings."""
        self.query_one(PagePane).scroller.set_measure(self.settings.measure or WIDEST)
        signs = Ascii(self._session.visible).table if self.settings.ascii else {}
        if isinstance(self.app, FilteredApp):
            self.app.draw_in(signs)

    def tell_settings(self) -> None:
        """Tells what in the settings was not obeyed."""
        read, path = self._reader_context.settings, self._reader_context.settings_file
        troubles = list(read.troubles)
        if read.settings.theme not in self.app.available_themes:
            where = f"{path}:{read.lines.get('theme', 1)}"
            troubles.append(f"{where}: theme: no theme {read.settings.theme!r}; press t to choose one")
        for trouble in troubles:
            self.notify(trouble, markup=False, severity="warning", timeout=10)

    def action_theme(self) -> None:
        """Lets the reader choose the colours."""
        self.app.push_screen(ThemeScreen(), self._theme_chosen)

    def _theme_chosen(self, name: str | None) -> None:
        if name:
            self._changed("theme", name, replace(self.settings, theme=name))

    def action_settings(self) -> None:
        """Shows the settings."""
        where = str(self._reader_context.settings_file or "Settings are not saved.")
        self.app.push_screen(SettingsScreen(self.settings, self._changed, where), self._settings_left)

    def _settings_left(self, name: str | None) -> None:
        if name:
            self.action_theme()

    def _changed(self, name: str, value: Value, settings: Settings) -> None:
        self._reader_context = replace(
            self._reader_context, settings=replace(self._reader_context.settings, settings=settings)
        )
        if self._reader_context.settings_file:
            # Here, since a start need not wait for what writes TOML.
            from aotad_tui.progress.settings_writing import SettingsUnwritable, write_setting

            try:
                write_setting(self._reader_context.settings_file, name, value)
            except SettingsUnwritable as error:
                self.notify(
                    f"Applied for this session, but could not be saved: {error}",
                    markup=False,
                    severity="warning",
                    timeout=8,
                )
        if name == "panes":
            self.layout_of_panes.want_only(settings.panes)
        elif name == "names":
            self.show_names(one_script=settings.names == "one")
        elif name == "motion":
            self.app.animation_level = "basic" if settings.motion else "none"
        else:
            self.apply_settings()

    def action_guides(self) -> None:
        """Lists the guides that were read before."""
        recent = self._reader_context.reader_state.recent_guides()
        if not recent:
            self.notify("No other guides yet.", timeout=2)
            return
        rows = [Option(Content.assemble(guide.title, (f"\n  {guide.folder}", "$text-muted"))) for guide in recent]
        self.app.push_screen(ChoiceScreen("Recent guides", rows), self._open_guide)

    def _open_guide(self, number: int | None) -> None:
        if number is not None:
            self.keep()
            self.post_message(self.GuideWanted(self._reader_context.reader_state.recent_guides()[number].folder))

    def action_help(self) -> None:
        """Shows the keys that work where the focus is."""
        on_page = isinstance(self.focused, PagePane)
        self.app.push_screen(KeysScreen(self.settings.keys, on_page=on_page))

    def action_leave(self) -> None:
        """Leaves the program."""
        self.keep()
        self.app.exit()

    # The guide's files

    def begin_following(self) -> None:
        """Shows the changes of the guide's files from now on."""
        if self._reader_context.folder:
            self.run_worker(follow(self._reader_context.folder, self._files_changed), exclusive=True, group="files")

    def _files_changed(self, loaded: Loaded) -> None:
        self._loaded = loaded
        if loaded.story is not None:
            self.show_story(loaded.story)
        elif loaded.problems:
            # Problems name what is later too: they are shown only to whoever asks for them.
            key = self.settings.keys["problems"][0]
            words = f"The changed guide has problems and was not loaded. Press {key} to list them."
            self.notify(words, markup=False, severity="warning", timeout=10)

    def action_problems(self) -> None:
        """Shows what is wrong with the guide's files since they have changed."""
        problems = self._loaded.problems if self._loaded else ()
        if self._reader_context.folder and problems:
            self.app.push_screen(ProblemsScreen(self._reader_context.folder, problems, over=True))
        else:
            self.notify("No problems found.", timeout=3)
