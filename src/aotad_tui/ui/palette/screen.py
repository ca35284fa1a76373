"""The screen of the palette.

It is not Textual's, which searches in a worker, so that fast typing and enter may open a result of an older query. Here
each key is handled at once, and enter opens only what was found for all of the typed text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from aotad_tui.link import Link
from aotad_tui.ui.dialogs.dialog import Dialog
from aotad_tui.ui.widgets.choice_list import ChoiceList

from .contents import Contents, Entry, Near, split
from .prefixes import COMMANDS, HEADINGS, PEOPLE, TEXT
from .rows import EntryRenderer

_PLACEHOLDER = "name or title; @ people  # headings  > commands  / text"
_KEYS = {
    TEXT: 'enter open  "a phrase"  in:section  who:name  to:section  esc close',
    COMMANDS: "enter run  esc close",
    HEADINGS: "enter open  esc close",
}
_KEYS_ELSE = "enter open  tab first mention  shift+tab mentions  esc close"

_BOX = 76
_AROUND = 5
"""Cells of the box's width that its border, padding and scroll bar take."""


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """A chosen entry: its link, and for a passage the words to find in the section.

    `number`: which occurrence of the words in the section it is, from 0.
    """

    link: Link
    words: str = ""
    number: int = 0


class PaletteScreen(Dialog[PaletteChoice], inherit_bindings=False):
    """Finds a link by typed text; its result is the choice. `asked`: the text to begin with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Dialog.CLOSING,
        Binding("down,ctrl+n", "move(1)", "Down"),
        Binding("up,ctrl+p", "move(-1)", "Up"),
        Binding("pagedown", "move(10)", "Page down"),
        Binding("pageup", "move(-10)", "Page up"),
        Binding("tab", "first_named", "First mention"),
        Binding("shift+tab", "everywhere_named", "All mentions"),
        Binding("enter", "take", "Open"),
    ]

    AUTO_FOCUS = ""

    def __init__(self, contents: Contents, near: Near, keys: Mapping[str, str], asked: str = "") -> None:
        super().__init__()
        self._contents = contents
        self._near = near
        self._rows = EntryRenderer(contents.visible, keys)
        self._asked = asked
        self._answered: str | None = None
        self._entries: list[Entry] = []
        self._wanted: tuple[str, Callable[[], None]] | None = None
        """The typed text when a key was pressed that had to wait for more to be searched, and what that key does."""

    def compose(self) -> ComposeResult:
        """The input, the list, and the keys."""
        with Vertical(classes="box palette"):
            yield Input(self._asked, placeholder=_PLACEHOLDER, select_on_focus=False)
            yield ChoiceList(id="hits")
            yield Static("", id="none")
            yield Static("", id="palette-keys", classes="box-keys")

    def on_mount(self) -> None:
        """Show what is near."""
        self.query_one(ChoiceList).can_focus = False
        self._line.cursor_position = len(self._asked)
        self._answer()
        self.set_focus(self._line)  # At once: the next key may be on its way.
        if not self._contents.text_known.is_set():
            self.run_worker(self._answer_again())

    async def _answer_again(self) -> None:
        """Search again when more can be found."""
        for known in (self._contents.names_known, self._contents.text_known):
            await known.wait()
            self._answer_anew()
            wanted, self._wanted = self._wanted, None
            if wanted:
                wanted[1]()

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def on_input_changed(self) -> None:
        """Search after each key."""
        self._answer()

    def on_resize(self) -> None:
        """Draw the rows at the new width."""
        self._answer_anew()

    def _answer_anew(self) -> None:
        """Search again for the typed text; a highlight that was moved stays on its entry."""
        options, marked = self.query_one(ChoiceList), self._marked()
        moved = bool(options.highlighted)
        self._answered = None
        self._answer()
        links = [entry.link for entry in self._entries]
        if moved and marked and marked.link in links:
            options.highlighted = links.index(marked.link)

    def _answer(self) -> None:
        """Show the matches of the typed text, unless they are shown already."""
        typed = self._line.value
        if typed == self._answered:
            return
        self._answered = typed
        if self._wanted and self._wanted[0] != typed:
            self._wanted = None
        self._entries = self._contents.find(typed, self._near)
        options = self.query_one(ChoiceList)
        # Not the width of the list, which has none while it is hidden or not laid out.
        cells = min(_BOX, self.app.size.width * 96 // 100) - _AROUND
        with self.app.batch_update():
            options.clear_options()
            options.add_options([Option(self._rows.row(entry, typed, cells)) for entry in self._entries])
            options.highlighted = 0 if self._entries else None
            options.display = bool(self._entries)
            none = self.query_one("#none", Static)
            none.display = not self._entries
            none.update(Content(self._nothing(typed)))
            self.query_one("#palette-keys", Static).update(Content(_KEYS.get(split(typed)[0], _KEYS_ELSE)))

    def _nothing(self, typed: str) -> str:
        """What to say if nothing matches; it does not depend on anything later in the story."""
        kind, words = split(typed)
        if not self._is_complete(typed):
            return "Loading …"
        story = self._contents.visible.story
        if kind == TEXT and not words.strip():
            return "Type words to search all text."
        if not words.strip() and kind in ("", PEOPLE) and not self._contents.visible.people.everyone:
            return "No one yet."
        return f"No match {story.timeline.up_to(story.seen)}."

    def on_input_submitted(self) -> None:
        """Open the highlighted entry."""
        self.action_take()

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Open the entry that was clicked."""
        self._open(event.option_index)

    def action_take(self) -> None:
        """Open the highlighted entry, as soon as the typed text has been searched."""
        self._answer()
        if self._is_complete(self._line.value):
            self._open(self.query_one(ChoiceList).highlighted)
        else:
            self._wanted = self._line.value, self.action_take

    def _is_complete(self, typed: str) -> bool:
        """Whether a later search cannot find something where this one found nothing."""
        if not self._contents.ready_for(typed):
            return False
        return bool(self._entries) or split(typed)[0] in (PEOPLE, COMMANDS) or self._contents.text_known.is_set()

    def _marked(self) -> Entry | None:
        self._answer()
        number = self.query_one(ChoiceList).highlighted
        return self._entries[number] if number is not None and number < len(self._entries) else None

    def _open(self, number: int | None) -> None:
        if number is None or number >= len(self._entries):
            return
        entry = self._entries[number]
        if entry.text:
            self.dismiss(passage_choice(self._contents, entry))
        else:
            self.dismiss(PaletteChoice(entry.link))

    def action_move(self, rows: int) -> None:
        """Move the highlight; the focus stays in the input."""
        self._answer()
        options = self.query_one(ChoiceList)
        if self._entries:
            options.highlighted = max(0, min((options.highlighted or 0) + rows, len(self._entries) - 1))

    def action_first_named(self) -> None:
        """Open the first mention of the highlighted person, or the first link to the section."""
        entry = self._marked()
        if not self._contents.text_known.is_set():
            self._wanted = self._line.value, self.action_first_named
            return
        if entry is None or not _is_named(entry.link):
            return
        place = entry.link.without_fragment
        hit = self._contents.text.first_named(place)
        if hit is None:
            self.notify("Not mentioned in anything you can read yet.", timeout=2)
        else:
            self.dismiss(passage_choice(self._contents, Entry(place, text=hit)))

    def action_everywhere_named(self) -> None:
        """List all mentions of the highlighted person, or all links to the section."""
        entry = self._marked()
        if entry and _is_named(entry.link):
            self._line.value = naming(entry.link)
            self._line.cursor_position = len(self._line.value)


def _is_named(place: Link) -> bool:
    """Whether passages can mention it or link to it: a person or a section."""
    return place.is_character or place.is_section


def naming(place: Link) -> str:
    """The query for all mentions of a person or links to a section."""
    return f"{TEXT}{'who' if place.is_character else 'to'}:{place.id} "


def passage_choice(contents: Contents, entry: Entry) -> PaletteChoice:
    """The choice that opens a passage at the match."""
    hit = entry.text
    if hit is None:
        return PaletteChoice(entry.link)
    passage = hit.passage
    place = passage.link
    if not hit.marks:
        return PaletteChoice(place)
    start, end = hit.marks[0]
    words = passage.text[start:end]
    return PaletteChoice(place, words, contents.text.before(passage, start, words))
