"""The cards of the tour. Each asks the reader to try a key, and shows the keys in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import BY_ID, key_in_words
from aotad_tui.ui.bindings import textual_key
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog, WithoutStory


@dataclass(frozen=True, slots=True)
class Card:
    """A card: the command to try, a heading and a text. `{ID}` in the text is the first key of a command."""

    command: str
    title: str
    text: str


CARDS = (
    Card(
        "find_person",
        "Who was that again?",
        "Press {find_person} and type a name, in any spelling. {open} shows that person next to the page. Names in "
        "the text are links to the same card.",
    ),
    Card(
        "map",
        "Who knows whom?",
        "Press {map} for the map of relationships, and {map_close_or_back} to come back.",
    ),
    Card(
        "help",
        "No spoilers",
        "Pages, people, relationships and search results stop at your progress. {progress_forward} moves it on, "
        "{progress} sets it. Press {help} for all keys.",
    ),
)
NEXT = ""
"""The result of a card that the reader passes without a try."""


class TourScreen(Dialog[str], WithoutStory):
    """Shows one card. Its result is the command that the reader tries, or `NEXT`; escape skips the tour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,space", "next", "Next"),
        ("q", "dismiss_dialog", "Skip"),
        *(  # Dialogs have bindings for the commands that open an input.
            Binding(textual_key(key), f"leave_for('{id}')", BY_ID[id].title, show=False, id=id)
            for id in ("map", "help")
            for key in BY_ID[id].keys
        ),
    ]

    def __init__(self, number: int, keys: Keys) -> None:
        """`number`: that of the card in `CARDS`, from 0."""
        super().__init__()
        self._number = number
        self._card = CARDS[number]
        self._key_by_command = {id: key_in_words(names[0]) for id, names in keys.items() if names}

    def compose(self) -> ComposeResult:
        """Heading, text, keys."""
        place = f"{self._number + 1} of {len(CARDS)}"
        tried, last = self._key_by_command[self._card.command], self._number == len(CARDS) - 1
        with DialogBox(self._card.title, (tried, "try it"), ("enter", "done" if last else "next"), ("esc", "skip")):
            yield Static(Content(self._card.text.format_map(self._key_by_command)), id="tour-text")
            yield Static(Content(place), classes="box-note")

    def action_next(self) -> None:
        """Pass the card."""
        self.dismiss(NEXT)

    def action_leave_for(self, command: str) -> None:
        """Try the command of a card; any other command ends the tour."""
        if any(card.command == command for card in CARDS):
            self.dismiss(command)
        else:
            super().action_leave_for(command)
