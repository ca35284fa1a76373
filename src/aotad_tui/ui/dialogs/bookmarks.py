"""The bookmarks: go to one, name one, remove one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from aotad_tui.progress.reader_state import Bookmark, ReaderState
from aotad_tui.story.timeline import Position

from .ask import LineScreen
from .dialog import Dialog

_BOX = 64
_AROUND = 5
"""What the box's border, its padding and the scroll bar take of its width, in cells."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a bookmark's place is called now, and the words that stand there; `there`: whether it can be gone to."""

    title: str
    words: str
    there: bool = True


class BookmarksScreen(Dialog[Bookmark]):
    """Lists what was set no further on than the reader is; gives back the one to go to. `tell` looks a place up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("n", "name", "Rename"),
        ("d,delete", "remove", "Delete"),
        ("q,apostrophe", "dismiss_dialog", "Close"),
    ]

    def __init__(self, reader_state: ReaderState, seen: Position, tell: Callable[[Bookmark], Told]) -> None:
        super().__init__()
        self._reader_state = reader_state
        self._seen = seen
        self._tell = tell
        self._bookmarks: tuple[Bookmark, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with Vertical(classes="box"):
            yield Static(Content("Bookmarks"), classes="box-title")
            yield OptionList(id="bookmarks")
            yield Static(Content("No bookmarks yet. Press B to set one."), id="none")
            yield Static(Content("enter open  n rename  d delete  esc close"), classes="box-keys")

    def on_mount(self) -> None:
        """Lists them."""
        self._list()

    def _list(self) -> None:
        self._bookmarks = self._reader_state.bookmarks(self._seen)
        options = self.query_one(OptionList)
        marked = options.highlighted or 0
        options.clear_options()
        cells = min(_BOX, self.app.size.width * 96 // 100) - _AROUND
        options.add_options([Option(_row(bookmark, self._tell(bookmark), cells)) for bookmark in self._bookmarks])
        options.highlighted = min(marked, len(self._bookmarks) - 1) if self._bookmarks else None
        options.display = bool(self._bookmarks)
        self.query_one("#none").display = not self._bookmarks

    @property
    def _marked(self) -> Bookmark | None:
        number = self.query_one(OptionList).highlighted
        return self._bookmarks[number] if number is not None and number < len(self._bookmarks) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Goes to a place that is there; says of another that it is not."""
        bookmark = self._bookmarks[event.option_index]
        if self._tell(bookmark).there:
            self.dismiss(bookmark)
        else:
            self.notify("This section is not available. Press d to delete the bookmark.", markup=False, timeout=4)

    def action_move(self, rows: int) -> None:
        """Moves the mark."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()

    def action_name(self) -> None:
        """Asks for a name."""
        bookmark = self._marked
        if bookmark:
            self.app.push_screen(LineScreen("Rename bookmark", bookmark.note), lambda note: self._named(bookmark, note))

    def _named(self, bookmark: Bookmark, note: str | None) -> None:
        if note is not None:
            # What is written now may speak of all that is known now.
            self._reader_state.save_bookmark(replace(bookmark, note=note.strip(), seen=max(bookmark.seen, self._seen)))
            self._list()

    def action_remove(self) -> None:
        """Removes the one that is marked."""
        if self._marked:
            self._reader_state.remove_bookmark(self._marked.id)
            self._list()


def _row(bookmark: Bookmark, told: Told, cells: int) -> Content:
    """What it is called, and where it is, each in one line of at most that many cells."""
    name = bookmark.note or told.words or told.title
    more = "  ".join(part for part in (told.title, told.words if bookmark.note else "") if part and part != name)
    style = "bold" if told.there else "strike"
    lines = [Content.assemble((name, style)), *([Content.assemble((f"  {more}", "$text-muted"))] if more else [])]
    return Content("\n").join(line.truncate(cells, ellipsis=True) for line in lines)
