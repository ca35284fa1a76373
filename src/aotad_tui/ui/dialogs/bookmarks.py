"""The list of bookmarks, highlights and notes: open, edit or delete one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.annotations.descriptions import BookmarkDescription
from aotad_tui.cleaning import single_line
from aotad_tui.progress.bookmarks import Bookmark, BookmarkKind
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.story.timeline import Position
from aotad_tui.ui.theme import MUTED
from aotad_tui.ui.widgets.choice_list import ChoiceList, ValueOption
from aotad_tui.ui.widgets.dialog_box import DialogBox, row_cells
from aotad_tui.ui.widgets.key_hints import Hint, KeyHints

from .ask import LineScreen
from .dialog import Dialog

_HINTS_OF_A_ROW: tuple[Hint, ...] = (("enter", "open"), ("n", "edit"), ("d", "delete"))
_LONGEST_NOTE = 1_000
"""The most characters of a note."""


class BookmarksScreen(Dialog[Bookmark]):
    """Lists the bookmarks that may be shown; its result is the one to open. `describe` describes a bookmark."""

    reopened_by = "bookmarks"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("n", "name", "Rename"),
        ("d,delete", "remove", "Delete"),
        ("q,apostrophe", "dismiss_dialog", "Close"),
    ]

    def __init__(
        self, reader_state: ReaderState, seen: Position, describe: Callable[[Bookmark], BookmarkDescription]
    ) -> None:
        super().__init__()
        self._reader_state = reader_state
        self._seen = seen
        self._describe = describe
        self._bookmarks: tuple[Bookmark, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with DialogBox("Bookmarks, highlights and notes"):
            yield ChoiceList(id="bookmarks")
            yield Static(Content("No bookmarks yet. Press B to set one, H to highlight, a to note."), id="none")

    def on_mount(self) -> None:
        """Fill the list."""
        self._list()

    def _list(self) -> None:
        self._bookmarks = self._reader_state.bookmarks(self._seen)
        options = self.query_one(ChoiceList)
        marked = options.highlighted or 0
        options.clear_options()
        cells = row_cells(self.app.size.width)
        options.add_options(
            ValueOption(_row(bookmark, self._describe(bookmark), cells), bookmark) for bookmark in self._bookmarks
        )
        options.highlighted = min(marked, len(self._bookmarks) - 1) if self._bookmarks else None
        options.display = bool(self._bookmarks)
        self.query_one("#none").display = not self._bookmarks
        self.query_one(KeyHints).hints = (*(_HINTS_OF_A_ROW if self._bookmarks else ()), ("esc", "close"))

    @property
    def _marked(self) -> Bookmark | None:
        number = self.query_one(ChoiceList).highlighted
        return self._bookmarks[number] if number is not None and number < len(self._bookmarks) else None

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Open the bookmark, or say why it cannot be opened."""
        match event.option:
            case ValueOption(value=Bookmark() as bookmark):
                self._open(bookmark)

    def _open(self, bookmark: Bookmark) -> None:
        if self._describe(bookmark).is_available:
            self.dismiss(bookmark)
        else:
            message = f"{self._describe(bookmark).words} Press d to delete the {bookmark.kind}."
            self.notify(message, markup=False, timeout=4)

    def action_move(self, rows: int) -> None:
        """Move the highlight."""
        options = self.query_one(ChoiceList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()

    def action_name(self) -> None:
        """Ask for a name or a note."""
        bookmark = self._marked
        if bookmark:
            self.app.push_screen(question_for(bookmark), lambda note: self._named(bookmark, note))

    def _named(self, bookmark: Bookmark, note: str | None) -> None:
        if note is not None:
            # The note may be about anything that is known now.
            self._reader_state.save_bookmark(replace(bookmark, note=note.strip(), seen=max(bookmark.seen, self._seen)))
            self._list()

    def action_remove(self) -> None:
        """Delete the selected bookmark."""
        if self._marked:
            self._reader_state.remove_bookmark(self._marked.id)
            self._list()


def question_for(bookmark: Bookmark) -> LineScreen:
    """The question for the name of a bookmark, or for a note."""
    if bookmark.kind is BookmarkKind.BOOKMARK:
        return LineScreen("Rename bookmark", bookmark.note)
    return LineScreen("Note", bookmark.note, _LONGEST_NOTE)


def _row(bookmark: Bookmark, description: BookmarkDescription, cells: int) -> Content:
    """A name and a location, each in one line of at most that many cells."""
    words = single_line(description.words)
    name = bookmark.note or words or description.title
    kind = "" if bookmark.kind is BookmarkKind.BOOKMARK else bookmark.kind.capitalize()
    more = "  ".join(
        part for part in (kind, description.title, words if bookmark.note else "") if part and part != name
    )
    style = "bold" if description.is_available else "strike"
    lines = [Content.assemble((name, style)), *([Content.assemble((f"  {more}", MUTED))] if more else [])]
    return Content("\n").join(line.truncate(cells, ellipsis=True) for line in lines)
