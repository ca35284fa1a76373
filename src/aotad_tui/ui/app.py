"""The application: the reading screen over one guide, and what belongs to the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.widgets._toast import ToastHolder

from aotad_tui.commands.keys import DEFAULT_KEYS
from aotad_tui.commands.registry import key_in_words
from aotad_tui.progress.settings import SettingsRead
from aotad_tui.resources import styles
from aotad_tui.ui.platform.ascii_filter import CharacterFilter, FilteredApp
from aotad_tui.ui.platform.key_queue import SequentialKeys
from aotad_tui.ui.screens.opening import Guides, Keeping, OpeningScreen

from .bindings import textual_key
from .theme import OURS

if TYPE_CHECKING:  # a first frame need not wait for what is imported for the second
    from aotad_tui.library.load import GuideUnreadable
    from aotad_tui.ui.screens.problems import ProblemsScreen
    from aotad_tui.ui.screens.reading import ReadingScreen

    from .program import ProgramScreen


_PLAIN = NoColor()


class ReaderApp(SequentialKeys, FilteredApp):
    """Shows a guide, or why it cannot be read."""

    CSS_PATH = str(styles())
    TITLE = "aotad-tui"
    ENABLE_COMMAND_PALETTE = False
    # In place of Textual's own, which would come before the screen's and the reader's choice of keys.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False)]

    def __init__(
        self,
        first: ReadingScreen | ProblemsScreen | Path,
        read: SettingsRead | None = None,
        guides: Guides | None = None,
    ) -> None:
        """`first`: a screen to begin with, or the folder of a guide that is read once the frame stands on the screen.

        `guides` opens it, and others afterwards; without it there is no folder to begin with.
        """
        super().__init__()
        self._first = first
        self._guides = guides
        self._opening: OpeningScreen | None = None
        self._read = read or SettingsRead()
        self.unreadable = False
        """Whether the guide to begin with could not be read."""
        settings = self._read.settings
        if settings.ascii:
            from aotad_tui.chart.ascii import Ascii

            self.in_signs = CharacterFilter(Ascii().table)
        self.animation_level = "basic" if settings.motion else "none"
        self._dress(self._read)
        changed = {id: keys for id, keys in settings.keys.items() if keys != DEFAULT_KEYS[id]}
        self.set_keymap({id: ",".join(textual_key(key) for key in keys) for id, keys in changed.items()})

    def _dress(self, read: SettingsRead) -> None:
        for theme in OURS:
            self.register_theme(theme)
        if read.settings.theme in self.available_themes:
            self.theme = read.settings.theme
        else:
            self.theme = OURS[0].name
        self._applied = self._theme_to_apply()
        self.stylesheet.set_variables(self._applied[1])

    def _theme_to_apply(self) -> tuple[str, dict[str, str]]:
        return self.theme, self.get_css_variables()

    def refresh_css(self, animate: bool = True) -> None:
        """Applies the theme to all styles unless it is applied already.

        Textual does so again at each start, which takes 25 ms: the styles are parsed a second time.
        """
        if (theme := self._theme_to_apply()) != self._applied:
            self._applied = theme
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What takes colours off (NO_COLOR): Textual chooses once, but its greys would be black in a terminal's own."""
        plain = self.no_color and self.native_ansi_color
        return [_PLAIN if plain and isinstance(one, Monochrome) else one for one in super().get_line_filters()]

    def get_default_screen(self) -> Screen[None]:
        """The screen below all others, the first to be drawn."""
        if not isinstance(self._first, Path):
            return super().get_default_screen()
        self._opening = OpeningScreen(self._read.settings.keys)
        self.hold_keys()
        return self._opening

    async def on_mount(self) -> None:
        """Shows the first screen, and hears the signals that would leave the terminal as it is."""
        self._hear_signals()
        gc.set_threshold(5_000)  # seldomer than by itself: a key makes thousands of small things
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if isinstance(self._first, Path):
            self.call_after_refresh(self.open_guide, self._first)
        else:
            await self.push_screen(self._first)

    @work(exclusive=True, group="guide")
    async def open_guide(self, folder: Path) -> None:
        """Reads a guide and shows it; what keeps it from being read is told."""
        if self._guides is None:
            return
        from aotad_tui.library.load import GuideUnreadable

        try:
            whole = await asyncio.to_thread(self._guides.load, folder)
        except GuideUnreadable as unreadable:
            self._tell(unreadable)
            return
        screen = self._guides.begin(whole, folder)
        opening, self._opening = self._opening, None
        await (self.push_screen if opening else self.switch_screen)(screen)

    def _tell(self, unreadable: GuideUnreadable) -> None:
        if self._opening is None:
            self.notify(str(unreadable), markup=False, severity="warning")
            return
        from aotad_tui.ui.screens.problems import ProblemsScreen

        self._opening = None
        self.unreadable = True
        self.push_screen(ProblemsScreen(unreadable.folder, unreadable.problems))
        self.hear_keys()

    def _hear_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                # Windows' loop has no such handlers; a loop outside the main thread (a test's) has none either.
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._leave_for, int(number))

    def on_journey_screen_begun(self) -> None:
        """Hears what was typed while the guide was being read."""
        self.hear_keys()

    def on_program_screen_guide_wanted(self, event: ProgramScreen.GuideWanted) -> None:
        """Reads another guide."""
        self.open_guide(event.folder)

    def clear_notifications(self) -> None:
        """Takes away what was told; Textual by itself leaves an empty box of each on the screen for good."""
        super().clear_notifications()
        for screen in self.screen_stack:
            screen.query(ToastHolder).remove()

    def pop_screen(self) -> AwaitComplete:
        """Leaves the screen on top, and nothing of it stays.

        Textual remembers, by widget, what it worked out for the last thousand of them: with each go its drawn lines.
        """
        left = super().pop_screen()
        StylesCache.get_inner_outer.cache_clear()
        return left

    async def action_quit(self) -> None:
        """Leaves the program, whatever is on the screen."""
        self._keep()
        self.exit()

    def action_help_quit(self) -> None:
        """Says how to leave to whoever presses ctrl+c for that."""
        keys = self._read.settings.keys
        self.notify(f"{key_in_words(keys['leave'][0])} quits.", markup=False, timeout=3)

    def _leave_for(self, number: int) -> None:
        """Leaves the terminal whole; the exit code is the one a shell expects of that signal."""
        self._keep()
        self.exit(return_code=128 + number)

    def _keep(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Keeping):
                screen.keep()
