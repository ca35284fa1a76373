"""The recap, and the news since a point."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.link import Link
from aotad_tui.story.timeline import Position
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.news import NewsScreen
from aotad_tui.ui.dialogs.recap import AskPerson, RecapScreen

from .model import ReaderModel


class Recap:
    """Shows recap and news. `follow` follows the link of an opened row, `ask_person` asks for a person."""

    def __init__(
        self,
        screen: Screen[None],
        model: ReaderModel,
        follow: Callable[[Link | None], None],
        ask_person: AskPerson,
    ) -> None:
        self._screen = screen
        self._model = model
        self._follow = follow
        self._ask_person = ask_person
        self._seen_last_time = model.reader_state.seen(model.visible.story.timeline)
        """The progress at the end of the last run; None before the first one."""

    @command
    def recap(self) -> None:
        """Show the recap, unfolded from where the reader was last time."""
        screen = RecapScreen(self._model.visible, self._last_time(), self._ask_person)
        self._screen.app.push_screen(screen, self._follow)

    def _last_time(self) -> Position | None:
        """The progress at the end of the last run, or else before the last raise, where it is less than now."""
        before = self._model.reader_state.seen_before(self._model.visible.story.timeline)
        seen = self._model.session.seen
        return next((at for at in (self._seen_last_time, before) if at is not None and at < seen), None)

    @command
    def whats_new(self) -> None:
        """Show the news since progress was last raised."""
        visible, seen = self._model.visible, self._model.session.seen
        before = self._model.reader_state.seen_before(visible.story.timeline)
        since = before if before is not None and before < seen else max(seen - 1, 0)
        if not visible.story.timeline or not seen:
            self._screen.notify("Nothing new yet.", timeout=2)
            return
        self._screen.app.push_screen(NewsScreen(visible, since), self._follow)
