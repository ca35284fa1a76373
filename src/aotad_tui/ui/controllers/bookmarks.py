"""Bookmarks, and read marks of sections."""

from __future__ import annotations

from textual.screen import Screen

from aotad_tui.annotations.descriptions import Descriptions
from aotad_tui.link import is_people_page
from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.progress.reader_state import new_id
from aotad_tui.progress.session import RESTORE, Location
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.bookmarks import BookmarksScreen

from .model import ReaderModel
from .navigation import Navigation
from .presenter import Presenter
from .reading_panes import ReadingPanes


class Bookmarks:
    """Sets, lists and opens bookmarks; marks sections as read."""

    def __init__(
        self,
        screen: Screen[None],
        model: ReaderModel,
        panes: ReadingPanes,
        presenter: Presenter,
        navigation: Navigation,
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._presenter = presenter
        self._navigation = navigation

    @command
    def bookmark(self) -> None:
        """Set a bookmark at the top of the visible text."""
        section, text_anchor = self._model.session.place.section, self._panes.page.status.text_anchor
        if not section or not text_anchor:
            self._screen.notify("Nothing to bookmark here.", timeout=2)
            return
        self._model.reader_state.save_bookmark(Bookmark(new_id(), section, text_anchor, "", self._model.session.seen))
        key = self._model.key("bookmarks")
        self._screen.notify(f"Bookmark set. Press {key} to list bookmarks.", markup=False, timeout=3)

    @command
    def bookmarks(self) -> None:
        """List the bookmarks, highlights and notes."""
        describe = Descriptions(self._model.visible).describe
        screen = BookmarksScreen(self._model.reader_state, self._model.session.seen, describe)
        self._screen.app.push_screen(screen, self._go_to)

    def _go_to(self, bookmark: Bookmark | None) -> None:
        self._panes.page.marks.refresh()  # one may have been edited or deleted
        self._presenter.show_people()
        if bookmark and bookmark.person:
            self._navigation.go_to_person(bookmark.person)
        elif bookmark:
            self._model.reader_state.save_text_anchor(bookmark.section, bookmark.text_anchor)
            self._navigation.go(Location(bookmark.section, RESTORE, self._model.session.place.person))

    @command
    def toggle_read(self) -> None:
        """Mark the section as read, or as unread."""
        session = self._model.session
        section = session.place.section
        if section and not is_people_page(section):
            read = section not in session.read
            self._model.session = session.with_read(section) if read else session.with_unread(section)
            self._model.reader_state.save_read([section], read=read)
            self._presenter.show_read_marks()
            if not self._panes.sections.display:
                self._screen.notify("Marked as read." if read else "Marked as unread.", timeout=2)
        else:
            self._screen.notify("No section to mark.", timeout=2)
