"""The screen of the palette.

It is not Textual's, which searches in a worker, so that fast typing and enter may open a result of an older query. Here
each key is handled at once, and enter opens only what was found for all of the typed text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from aotad_tui.link import Link
from aotad_tui.ui.dialogs.dialog import Dialog
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.widgets.choice_list import ChoiceList, ValueOption, heading_option
from aotad_tui.ui.widgets.dialog_box import DialogBox, row_cells
from aotad_tui.ui.widgets.key_hints import KeyHints

from .grouping import full_text_search, grouped
from .hints import hints_for
from .palette_index import Entry, PaletteContext, PaletteIndex, split
from .prefixes import COMMANDS, PEOPLE, TEXT
from .rows import EntryRenderer

_PLACEHOLDER = "name or title"

BOX = 76
"""The width of the box in cells."""


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """A chosen entry: its link, and for a passage the words to find in the section.

    `number`: which occurrence of the words in the section it is, from 0.
    """

    link: Link
    words: str = ""
    number: int = 0


class PaletteScreen(Dialog[PaletteChoice], inherit_bindings=False):
    """Finds a link by typed text; its result is the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Dialog.CLOSING,
        Binding("down,ctrl+n", "move(1)", "Down"),
        Binding("up,ctrl+p", "move(-1)", "Up"),
        Binding("pagedown", "move(10)", "Page down"),
        Binding("pageup", "move(-10)", "Page up"),
        Binding("tab", "first_mention", "First mention"),
        Binding("shift+tab", "all_mentions", "All mentions"),
        Binding("enter", "take", "Open"),
    ]

    AUTO_FOCUS = ""

    def __init__(
        self,
        index: PaletteIndex,
        context: PaletteContext,
        keys: Mapping[str, str],
        typed: str = "",
        *,
        offers_text: bool = True,
    ) -> None:
        """`typed`: the text to begin with. `offers_text`: whether the last row searches all text."""
        super().__init__()
        self._offers_text = offers_text
        self._index = index
        self._palette_context = context
        self._rows = EntryRenderer(index.visible, keys)
        self._initial_text = typed
        self._searched_text: str | None = None
        self._has_matches = False
        self._entries: list[Entry] = []
        self._options: list[int] = []
        """The number of the option of each entry: headings are options too."""
        self._waiting_key: tuple[str, Callable[[], None]] | None = None
        """A key that waits until more is indexed: the typed text at that time, and the action of the key."""

    def compose(self) -> ComposeResult:
        """The input, the list, and the keys."""
        field = Input(self._initial_text, placeholder=_PLACEHOLDER, select_on_focus=False)
        with DialogBox("", head=field, classes="palette"):
            yield Static("", id="none")
            yield ChoiceList(id="hits")

    def on_mount(self) -> None:
        """Show the entries near the reader."""
        self.query_one(ChoiceList).can_focus = False
        self._text_input.cursor_position = len(self._initial_text)
        self._search()
        self.set_focus(self._text_input)  # At once: the next key may be on its way.
        if not self._index.text_known.is_set():
            run_exclusively(self, "searching", self._search_when_ready)

    async def _search_when_ready(self) -> None:
        """Search again when more can be found."""
        for known in (self._index.names_known, self._index.text_known):
            await known.wait()
            self._search_again()
            waiting, self._waiting_key = self._waiting_key, None
            if waiting:
                waiting[1]()

    @property
    def _text_input(self) -> Input:
        return self.query_one(Input)

    def on_input_changed(self) -> None:
        """Search after each key."""
        self._search()

    def on_resize(self) -> None:
        """Draw the rows at the new width."""
        self._search_again()

    def _search_again(self) -> None:
        """Search again for the typed text; a highlight that was moved stays on its entry."""
        options, entry = self.query_one(ChoiceList), self._highlighted_entry()
        moved = bool(self._highlighted)
        self._searched_text = None
        self._search()
        links = [entry.link for entry in self._entries]
        if moved and entry and entry.link in links:
            options.highlighted = self._options[links.index(entry.link)]

    def _search(self) -> None:
        """Show the matches of the typed text, unless they are shown already."""
        typed = self._text_input.value
        if typed == self._searched_text:
            return
        self._searched_text = typed
        if self._waiting_key and self._waiting_key[0] != typed:
            self._waiting_key = None
        matches = self._index.find(typed, self._palette_context)
        self._has_matches = bool(matches)
        options = self.query_one(ChoiceList)
        with self.app.batch_update():
            options.clear_options()
            options.add_options(self._rows_of(matches, typed))
            options.highlighted = self._options[0] if self._entries else None
            options.display = bool(self._entries)
            none = self.query_one("#none", Static)
            none.display = not matches
            none.update(Content(self._message(typed)))
            self.query_one(KeyHints).hints = hints_for(
                typed, has_entries=bool(self._entries), asks_for_one=not self._offers_text
            )

    def _rows_of(self, matches: Sequence[Entry], typed: str) -> list[Option]:
        """The options for some matches, after which all text can be searched; sets the entries to those shown."""
        # Not the width of the list, which has none while it is hidden or not laid out.
        cells = row_cells(self.app.size.width, BOX)
        self._entries, self._options = [], []
        options: list[Option] = []
        text_search = full_text_search(*split(typed)) if self._offers_text else None
        groups = grouped(matches) if matches else []
        for heading, entries in [*groups, *([("", [text_search])] if text_search else [])]:
            if heading:
                options.append(heading_option(heading))
            for entry in entries:
                self._entries.append(entry)
                self._options.append(len(options))
                options.append(ValueOption(self._rows.row(entry, typed, cells), entry))
        return options

    def _message(self, typed: str) -> str:
        """The message without entries. It does not depend on anything later in the story."""
        kind, words = split(typed)
        if not self._is_complete(typed):
            return "Loading …"
        visible = self._index.visible
        if kind == TEXT and not words.strip():
            return "Type words to search all text."
        if not words.strip() and kind in ("", PEOPLE) and not visible.people.everyone:
            return f"No people{visible.yet}."
        return f"No match {visible.story.timeline.up_to(visible.story.seen)}."

    def on_input_submitted(self) -> None:
        """Open the highlighted entry."""
        self.action_take()

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Open the entry that was clicked."""
        match event.option:
            case ValueOption(value=Entry() as entry):
                self._open(entry)

    def action_take(self) -> None:
        """Open the highlighted entry, as soon as the typed text has been searched."""
        self._search()
        if self._is_complete(self._text_input.value):
            self._open(self._highlighted_entry())
        else:
            self._waiting_key = self._text_input.value, self.action_take

    def _is_complete(self, typed: str) -> bool:
        """Whether everything that this search needs is indexed, so that a later one finds no more."""
        if not self._index.ready_for(typed):
            return False
        return self._has_matches or split(typed)[0] in (PEOPLE, COMMANDS) or self._index.text_known.is_set()

    @property
    def _highlighted(self) -> int | None:
        """The number of the highlighted entry."""
        option = self.query_one(ChoiceList).highlighted
        return self._options.index(option) if option in self._options else None

    def _highlighted_entry(self) -> Entry | None:
        self._search()
        number = self._highlighted
        return None if number is None else self._entries[number]

    def _type(self, text: str) -> None:
        """Replace the typed text."""
        self._text_input.value = text
        self._text_input.cursor_position = len(text)

    def _open(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if entry.search:
            self._type(TEXT + entry.search)
        elif entry.text:
            self.dismiss(passage_choice(self._index, entry))
        else:
            self.dismiss(PaletteChoice(entry.link))

    def action_move(self, rows: int) -> None:
        """Move the highlight; the focus stays in the input."""
        self._search()
        options = self.query_one(ChoiceList)
        if self._entries:
            number = max(0, min((self._highlighted or 0) + rows, len(self._entries) - 1))
            options.highlighted = self._options[number]
            if number == 0:
                options.scroll_home(animate=False)  # to the heading above it

    def action_first_mention(self) -> None:
        """Open the first mention of the highlighted person, or the first link to the section."""
        entry = self._highlighted_entry()
        if not self._index.text_known.is_set():
            self._waiting_key = self._text_input.value, self.action_first_mention
            return
        if entry is None or not self._has_mentions(entry.link):
            return
        link = entry.link.without_fragment
        hit = self._index.text.first_mention_of(link)
        if hit is None:
            self.notify("Not mentioned in anything you can read yet.", timeout=2)
        else:
            self.dismiss(passage_choice(self._index, Entry(link, text=hit)))

    def action_all_mentions(self) -> None:
        """List all mentions of the highlighted person, or all links to the section."""
        entry = self._highlighted_entry()
        if entry and self._has_mentions(entry.link):
            self._type(mentions_query(entry.link))

    def _has_mentions(self, link: Link) -> bool:
        """Whether passages can mention or link to it (a person, a term or a section), and can be the answer."""
        return self._offers_text and (link.is_character or link.is_term or link.is_section)


def mentions_query(link: Link) -> str:
    """The query for all mentions of a person or links to a section."""
    return f"{TEXT}{'to' if link.is_section else 'who'}:{link.id} "


def passage_choice(index: PaletteIndex, entry: Entry) -> PaletteChoice:
    """The choice that opens a passage at the match."""
    hit = entry.text
    if hit is None:
        return PaletteChoice(entry.link)
    passage = hit.passage
    if not hit.marks:
        return PaletteChoice(passage.link)
    start, end = hit.marks[0]
    words = passage.text[start:end]
    return PaletteChoice(passage.link, words, index.text.count_before(passage, start, words))
