"""The application: the reading screen over one guide, and what belongs to the terminal."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from aotad_tui.commands.keys import DEFAULT_KEYS
from aotad_tui.commands.registry import key_in_words
from aotad_tui.progress.settings import SettingsRead
from aotad_tui.resources import styles
from aotad_tui.ui.platform.drivers import use_terminal_driver
from aotad_tui.ui.platform.key_queue import SequentialKeys
from aotad_tui.ui.platform.notifications import NotifyingApp
from aotad_tui.ui.platform.output_filter import FilteredApp, OutputFilter
from aotad_tui.ui.platform.process_signals import on_deadly_signal
from aotad_tui.ui.platform.terminal_requests import TerminalRequests
from aotad_tui.ui.platform.textual_internals import QuietCrash, forget_drawn_borders, key_name, remove_empty_toasts
from aotad_tui.ui.screens.opening import Guides, OpeningScreen, SavesLocation

from .bindings import textual_key
from .messages import GuideWanted, SessionShown
from .theme import OURS, apply_theme

if TYPE_CHECKING:  # the first frame does not wait for imports of the second
    from aotad_tui.library.load import GuideUnreadable
    from aotad_tui.ui.dialogs.problems import UnreadableScreen
    from aotad_tui.ui.screens.reading import ReadingScreen


_PLAIN = NoColor()
_HELP = ("help", "map_help")
"""The commands that show the keys. Where neither works, nothing hints at them."""


class ReaderApp(SequentialKeys, FilteredApp, NotifyingApp, QuietCrash):
    """Shows a guide, or the problems that make it unreadable."""

    CSS_PATH = str(styles())
    TITLE = "aotad-tui"
    ENABLE_COMMAND_PALETTE = False
    # Instead of Textual's own binding, which would take precedence over the screen's keys and the settings.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False),
    ]

    def __init__(
        self,
        first: ReadingScreen | UnreadableScreen | Path,
        read: SettingsRead | None = None,
        guides: Guides | None = None,
    ) -> None:
        """`first`: the first screen, or the folder of a guide that is read after the first frame.

        `guides` reads that guide and others later. It is required if `first` is a folder.
        """
        super().__init__()
        use_terminal_driver(self)
        self._first = first
        self._guides = guides
        self._opening: OpeningScreen | None = None
        self._read = read or SettingsRead()
        self._has_hinted = False
        self.unreadable = False
        """Whether the first guide could not be read, and still cannot."""
        settings = self._read.settings
        if settings.ascii:
            from aotad_tui.chart.ascii import Ascii

            self.output_filter = OutputFilter(Ascii().table)
        self.animation_level = "basic" if settings.motion else "none"
        self.terminal = TerminalRequests()
        """What the driver writes to the terminal, and asks it."""
        for theme in OURS:
            self.register_theme(theme)
        apply_theme(self, settings.theme)
        self._applied = _theme_to_apply(self)
        self.stylesheet.set_variables(self._applied[1])
        changed = {id: keys for id, keys in settings.keys.items() if keys != DEFAULT_KEYS[id]}
        self.set_keymap({id: ",".join(textual_key(key) for key in keys) for id, keys in changed.items()})

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001  # as Textual declares it
        """Apply the theme to all styles unless it is applied already.

        Textual does so again at each start, which takes 25 ms: the styles are parsed a second time.
        """
        if (theme := _theme_to_apply(self)) != self._applied:
            self._applied = theme
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The line filters. With NO_COLOR and ANSI colours, Textual's greys would be black: they become no colour."""
        plain = self.no_color and self.native_ansi_color
        return [
            _PLAIN if plain and isinstance(line_filter, Monochrome) else line_filter
            for line_filter in super().get_line_filters()
        ]

    def get_default_screen(self) -> Screen[None]:
        """The screen below all others, which is drawn first."""
        if not isinstance(self._first, Path):
            return super().get_default_screen()
        self._opening = OpeningScreen(self._read.settings.keys)
        self.hold_keys()
        return self._opening

    def on_load(self) -> None:
        """Handle signals that would leave the terminal unrestored, before it is taken."""

        def quit_on_signal(number: int) -> None:
            _save_locations(self)
            self.exit(return_code=128 + number)  # as shells expect for that signal

        on_deadly_signal(quit_on_signal)

    async def on_mount(self) -> None:
        """Show the first screen."""
        gc.set_threshold(5_000)  # less often than the default: a key creates thousands of small objects
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if isinstance(self._first, Path):
            self.call_after_refresh(self.open_guide, self._first)
        else:
            await self.push_screen(self._first)

    @work(exclusive=True, group="guide")
    async def open_guide(self, folder: Path) -> None:
        """Read a guide and show it, or say that it cannot be opened."""
        if self._guides is None:
            return
        from aotad_tui.library.load import GuideUnreadable

        try:
            whole = await asyncio.to_thread(self._guides.load, folder)
        except GuideUnreadable as unreadable:
            self._show_unreadable(unreadable)
            return
        screen = self._guides.begin(whole, folder)
        self.unreadable = False
        opening, self._opening = self._opening, None
        await (self.push_screen if opening else self.switch_screen)(screen)

    def _show_unreadable(self, unreadable: GuideUnreadable) -> None:
        if self._opening is None:
            self.notify(str(unreadable), markup=False, severity="warning")
            return
        from aotad_tui.ui.dialogs.problems import UnreadableScreen

        self._opening = None
        self.unreadable = True
        self.push_screen(UnreadableScreen(unreadable))
        self.release_keys()

    @on(SessionShown)
    def _session_shown(self, event: SessionShown) -> None:
        """Handle the keys that were pressed while the guide was loading, but never as the answer to a question."""
        self.release_keys(drop=event.asks)

    @on(GuideWanted)
    def _guide_wanted(self, event: GuideWanted) -> None:
        self.open_guide(event.folder)

    def clear_notifications(self) -> None:
        """Remove all notifications. Textual alone leaves an empty box for each of them."""
        super().clear_notifications()
        remove_empty_toasts(self.screen_stack)

    def pop_screen(self) -> AwaitComplete:
        """Close the top screen and free its memory, which Textual's caches would keep."""
        self.workers.cancel_node(self.screen)  # Textual does so only once the screen's widgets are gone
        left = super().pop_screen()
        forget_drawn_borders()
        return left

    def on_key(self, event: events.Key) -> None:
        """Handle a key that nothing else has handled: by its position on the keyboard, or with a hint."""
        active = self.screen.active_bindings
        if event.character is None or not event.is_printable or event.key in active:
            return
        from aotad_tui.ui.platform.layouts import latin_keys

        keys = latin_keys(event.character)
        if keys:
            event.stop()
            event.prevent_default()
            self.handle_instead([events.Key(key_name(key), key) for key in keys])
        elif not self._has_hinted and any(pressed.binding.id in _HELP for pressed in active.values()):
            self._has_hinted = True
            help_key = key_in_words(self._read.settings.keys["help"][0])
            message = f"No command has this key. Press {help_key} for help."
            self.notify(message, markup=False, timeout=5)

    async def action_quit(self) -> None:
        """Quit, whatever is on the screen."""
        _save_locations(self)
        self.exit()

    def action_help_quit(self) -> None:
        """Show the key that quits, for a reader who presses ctrl+c."""
        keys = self._read.settings.keys
        self.notify(f"Press {key_in_words(keys['quit_reader'][0])} to quit.", markup=False, timeout=3)


def _theme_to_apply(app: ReaderApp) -> tuple[str, dict[str, str]]:
    return app.theme, app.get_css_variables()


def _save_locations(app: ReaderApp) -> None:
    for screen in app.screen_stack:
        if isinstance(screen, SavesLocation):
            screen.save()
