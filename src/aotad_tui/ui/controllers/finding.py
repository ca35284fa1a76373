"""Search for people, sections and text: the palette, and the find bar of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from aotad_tui.link import LinkKind
from aotad_tui.ui.command_table import command
from aotad_tui.ui.palette.prefixes import COMMANDS, HEADINGS, PEOPLE, TEXT
from aotad_tui.ui.pane_layout import PaneLayout

from .model import ReaderModel
from .navigation import Navigation
from .progress import Progress
from .reading_panes import ReadingPanes

if TYPE_CHECKING:  # a start does without them
    from aotad_tui.ui.palette.opener import Palette
    from aotad_tui.ui.palette.screen import PaletteChoice


class Finding:
    """Opens the palette and the find bar, and goes to the chosen entry."""

    def __init__(  # its collaborators
        self,
        screen: Screen[None],
        model: ReaderModel,
        panes: ReadingPanes,
        layout: PaneLayout,
        navigation: Navigation,
        progress: Progress,
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._layout = layout
        self._navigation = navigation
        self._progress = progress
        self._palette: Palette | None = None

    @property
    def palette(self) -> Palette:
        """The palette over the screen, made when it is first opened."""
        from aotad_tui.ui.palette.opener import Palette

        self._palette = self._palette or Palette(self._screen)
        return self._palette

    def forget_other_stories(self) -> None:
        """Drop the palette's index of any story but the visible one."""
        if self._palette:
            self._palette.forget_others(self._model.visible)

    def _open(self, typed: str = "") -> None:
        self.palette.open(self._model.session, self._panes.page.status.people, self._chosen, typed)

    def _chosen(self, choice: PaletteChoice) -> None:
        if choice.link.kind is LinkKind.POINT:
            self._progress.choose(int(choice.link.id))
            return
        self._navigation.follow(choice.link)
        if choice.words:
            self._panes.page.destination.set_match(choice.words, choice.number)

    @command
    def find(self) -> None:
        """Open the palette."""
        self._open()

    @command
    def find_person(self) -> None:
        """Open the palette for people only."""
        self._open(PEOPLE)

    @command
    def find_heading(self) -> None:
        """Open the palette for headings only."""
        self._open(HEADINGS)

    @command
    def find_command(self) -> None:
        """Open the palette for commands only."""
        self._open(COMMANDS)

    @command
    def find_text(self) -> None:
        """Open the palette for the text of all sections."""
        self._open(TEXT)

    @command
    def show_all_mentions(self) -> None:
        """Open the palette with all mentions of the selected person, or else of the section."""
        from aotad_tui.ui.palette.opener import all_mentions_query

        self._open(all_mentions_query(self._model.session))

    # The find bar

    @command
    def find_here(self) -> None:
        """Open the find bar."""
        self._layout.arrange("page")
        self._panes.page.find.begin()
        self._panes.find_bar.begin()

    def close_find_bar(self, words: str | None) -> None:
        """Go back to the page. `words`: the typed text; "" repeats the last search, None cancels."""
        page = self._panes.page
        self._screen.set_focus(page)
        if not words:
            self._panes.find_bar.display = False
        if words is None:
            page.find.cancel()
        elif not words:
            page.find.next_match()
