"""Guides, help, and quitting."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.screen import Screen
from textual.widgets.option_list import Option

from aotad_tui.commands.registry import FINDING, MOVING, PLACES
from aotad_tui.known_guides import known_guides
from aotad_tui.link import Link
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.about import AboutScreen
from aotad_tui.ui.dialogs.choice import ChoiceScreen
from aotad_tui.ui.dialogs.keys import KeysScreen
from aotad_tui.ui.messages import GuideWanted
from aotad_tui.ui.theme import MUTED

from .model import ReaderModel
from .reading_panes import ReadingPanes
from .saving import Saving


class Program:
    """Describes the guide, opens other guides and the help, and quits. `follow` follows the link of an opened row."""

    def __init__(
        self,
        screen: Screen[None],
        model: ReaderModel,
        panes: ReadingPanes,
        saving: Saving,
        follow: Callable[[Link | None], None],
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._saving = saving
        self._follow = follow

    @command
    def about_guide(self) -> None:
        """Show what the guide says about itself."""
        self._screen.app.push_screen(AboutScreen(self._model.visible.story), self._follow)

    @command
    def guides(self) -> None:
        """List the guides that were open before, and the bundled ones."""
        known = known_guides(self._model.reader_state.recent_guides())
        others = [guide for guide in known if guide.folder != self._model.context.folder]
        if not others:
            self._screen.notify("No other guides yet.", timeout=2)
            return

        def take(number: int | None) -> None:
            if number is not None:
                self._saving.save()
                self._screen.post_message(GuideWanted(others[number].folder))

        rows = [Option(Content.assemble(guide.title, (f"\n  {guide.place}", MUTED))) for guide in others]
        self._screen.app.push_screen(ChoiceScreen("Open another guide", rows), take)

    @command
    def help(self) -> None:
        """Show the keys that work where the focus is, those of a search or of the panes first."""
        page = self._panes.page
        on_page = self._screen.focused is page
        first = FINDING if page.find.is_active else MOVING if on_page else PLACES
        self._screen.app.push_screen(KeysScreen(self._model.keys, on_page=on_page, first=first))

    @command
    def suspend(self) -> None:
        """Suspend the program, which the shell's `fg` continues. Where there is no such shell nothing happens."""
        self._screen.app.action_suspend_process()

    @command
    def quit_reader(self) -> None:
        """Quit the program."""
        self._saving.save()
        self._screen.app.exit()
