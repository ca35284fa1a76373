"""Highlights and notes: made from the selection, the paragraph or the person, and copied as Markdown."""

from __future__ import annotations

from dataclasses import replace

from textual.screen import Screen

from aotad_tui.annotations.marked_text import TextRange, extent_of
from aotad_tui.annotations.notes_markdown import notes_markdown
from aotad_tui.annotations.text_anchors import anchor_at
from aotad_tui.progress.bookmarks import Bookmark, note_on_person
from aotad_tui.progress.reader_state import new_id
from aotad_tui.story.timeline import Position
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.bookmarks import question_for

from .model import ReaderModel
from .presenter import Presenter
from .reading_panes import ReadingPanes


class NoteTaking:
    """Stores highlights and notes with the reader's progress, and draws them on the page."""

    def __init__(self, screen: Screen[None], model: ReaderModel, panes: ReadingPanes, presenter: Presenter) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._presenter = presenter
        self._latest = ""
        """The id of the latest entry: a note is on it as long as it is in view and nothing else is selected."""

    def draw_marks(self) -> None:
        """Draw the marks of the pages that are shown from now on."""
        self._panes.page.marks.source = self._marks_in

    def _marks_in(self, section: str, seen: Position) -> tuple[Bookmark, ...]:
        bookmarks = self._model.reader_state.bookmarks(seen)
        return tuple(bookmark for bookmark in bookmarks if bookmark.section == section and bookmark.extent)

    @command
    def highlight(self) -> None:
        """Highlight the selection or the paragraph. A highlight without a note is removed, or moved to a selection."""
        page = self._panes.page
        place = page.selection.chosen()
        new = self._new(place) if place else None
        if place is None or new is None:
            self._screen.notify("Nothing to highlight here.", timeout=2)
            return
        mark = page.marks.overlapping(place)
        if mark is None:
            self._save(new)
            self._latest = new.id
            note, bookmarks = self._model.key("note"), self._model.key("bookmarks")
            self._notify(f"Highlighted. Press {note} to add a note, {bookmarks} to list all.")
        elif page.selection.is_active and mark.bookmark.extent != new.extent:
            self._save(replace(new, id=mark.bookmark.id, note=mark.bookmark.note, seen=self._now(mark.bookmark)))
        elif mark.bookmark.note:
            self._notify(f"This highlight has a note. Press {self._model.key('bookmarks')} to delete it.")
        else:
            self._model.reader_state.remove_bookmark(mark.bookmark.id)
            self._notify("Highlight removed.")
        self._redraw()

    @command
    def note(self) -> None:
        """Ask for a note on the selected person in the people pane, else on the selection or the paragraph."""
        page, person = self._panes.page, self._model.session.place.person
        if person and self._screen.focused is self._panes.people:
            self._ask(self._note_on(person))
            return
        place = page.selection.chosen()
        mark = None if page.selection.is_active else page.marks.in_view(self._latest)
        if mark is None and place:
            mark = page.marks.overlapping(place)
        bookmark = mark.bookmark if mark else self._new(place) if place else None
        if bookmark:
            self._ask(bookmark)
        else:
            self._screen.notify("Nothing to add a note to here.", timeout=2)

    def _note_on(self, person: str) -> Bookmark:
        """The note on a person, or a new one."""
        seen = self._model.session.seen
        for bookmark in self._model.reader_state.bookmarks(seen):
            if bookmark.person == person:
                return bookmark
        return note_on_person(new_id(), person, "", seen)

    def _ask(self, bookmark: Bookmark) -> None:
        def save(note: str | None) -> None:
            words = (note or "").strip()
            if note is None or words == bookmark.note:
                return
            if bookmark.person and not words:
                self._model.reader_state.remove_bookmark(bookmark.id)
            else:
                self._save(replace(bookmark, note=words, seen=self._now(bookmark)))
                self._latest = bookmark.id
            self._redraw()

        self._screen.app.push_screen(question_for(bookmark), save)

    @command
    def copy_notes(self) -> None:
        """Copy all bookmarks, highlights and notes that are shown as Markdown."""
        bookmarks = self._model.reader_state.bookmarks(self._model.session.seen)
        if not bookmarks:
            self._screen.notify("No bookmarks, highlights or notes yet.", timeout=2)
            return
        self._screen.app.copy_to_clipboard(notes_markdown(self._model.visible, bookmarks))
        count = "1 entry" if len(bookmarks) == 1 else f"{len(bookmarks)} entries"
        self._notify(f"Copied {count} as Markdown")

    def _new(self, place: TextRange) -> Bookmark | None:
        """A highlight of a range of the page, or None where there is no text."""
        page = self._panes.page.page
        extent = extent_of(page, place) if page else None
        if page is None or extent is None:
            return None
        seen = self._model.session.seen
        return Bookmark(new_id(), page.section.id, anchor_at(page, place.first), "", seen, extent)

    def _now(self, bookmark: Bookmark) -> Position:
        """The position for an edited entry: what it says may be about anything that is known now."""
        return max(bookmark.seen, self._model.session.seen)

    def _save(self, bookmark: Bookmark) -> None:
        self._model.reader_state.save_bookmark(bookmark)

    def _redraw(self) -> None:
        self._panes.page.selection.clear()
        self._panes.page.marks.refresh()
        self._presenter.show_people()

    def _notify(self, message: str) -> None:
        self._screen.notify(message, markup=False, timeout=3)
