"""The tour: one card after another, each of which lets the reader try a command."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.tour import CARDS, NEXT, TourScreen

from .model import ReaderModel


class Tour:
    """Shows the cards over the reading screen. `run` runs a command by its id."""

    def __init__(self, screen: Screen[None], model: ReaderModel, run: Callable[[str], object]) -> None:
        self._screen = screen
        self._model = model
        self._run = run
        self._following: int | None = None
        """The number of the card that follows a try, while the reader tries a command."""

    @command
    def tour(self) -> None:
        """Show the tour."""
        self._model.reader_state.save_toured()
        self._show(0)

    def first_tour(self) -> None:
        """Show the tour, unless this reader profile has seen it."""
        if not self._model.reader_state.toured:
            self.tour()

    def go_on(self) -> None:
        """Show the next card when a try is over, which it is once nothing is open above the reading screen."""
        following = self._following
        if following is not None and self._screen.is_active:
            self._show(following)

    def _show(self, number: int) -> None:
        self._following = None
        if number < len(CARDS):
            keys = self._model.keys
            self._screen.app.push_screen(TourScreen(number, keys), lambda result: self._answered(number, result))

    def _answered(self, number: int, result: str | None) -> None:
        if result == NEXT:
            self._show(number + 1)
        elif result is not None:
            self._run(result)
            self._following = number + 1
            self.go_on()  # at once, if the command opened nothing
