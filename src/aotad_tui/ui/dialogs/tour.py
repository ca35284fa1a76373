"""A short tour of the program, with the keys in force."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.commands.keys import Keys
from aotad_tui.commands.registry import key_in_words
from aotad_tui.ui.widgets.dialog_box import DialogBox
from aotad_tui.ui.widgets.key_hints import KeyHints

from .dialog import Dialog, WithoutStory

_CARDS: tuple[tuple[str, str], ...] = (
    (
        "No spoilers",
        "{progress} sets your progress; {progress_forward} and {progress_back} move it by one. Sections, people, "
        "relationships and search results stop there. {recap} shows a recap, {whats_new} what is new.",
    ),
    (
        "Who was that again?",
        "Names are links: {next_link} selects the next one, {open} opens it next to the page. {find_person} finds a "
        "person in any spelling; {find} finds sections and commands too.",
    ),
    (
        "Moving around",
        "{line_down} {line_up} and {screen_down} scroll. {next_section} and {previous_section} open the next and the "
        "previous section, {next_pane} goes to the next pane, {back} goes back. {bookmark} sets a bookmark, "
        "{bookmarks} lists bookmarks. The next start opens the same place.",
    ),
    (
        "Make it yours",
        "Press {help} for all keys, {theme} for the theme, {tour} for this tour and {settings} for the settings.",
    ),
)


class TourScreen(Dialog[bool], WithoutStory):
    """Shows one card after another; escape skips the rest."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,space,j,right", "step(1)", "Next"),
        ("k,b,left,backspace", "step(-1)", "Back"),
        ("q", "dismiss_dialog", "Skip"),
    ]

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._key_by_command = {id: key_in_words(names[0]) for id, names in keys.items() if names}
        self._at = 0

    def compose(self) -> ComposeResult:
        """Heading, text, keys."""
        with DialogBox("", head=Static(id="tour-title", classes="box-title")):
            yield Static(id="tour-text")
            yield Static(id="tour-at", classes="box-note")

    def on_mount(self) -> None:
        """Show the first card."""
        self._show()

    def _show(self) -> None:
        title, text = _CARDS[self._at]
        last = self._at == len(_CARDS) - 1
        self.query_one("#tour-title", Static).update(Content(title))
        self.query_one("#tour-text", Static).update(Content(text.format_map(self._key_by_command)))
        self.query_one("#tour-at", Static).update(Content(f"{self._at + 1} of {len(_CARDS)}"))
        self.query_one(KeyHints).hints = (
            ("enter", "begin" if last else "next"),
            *((("b", "back"),) if self._at else ()),
            ("esc", "skip"),
        )

    def action_step(self, steps: int) -> None:
        """Show the next card, or close the tour after the last one."""
        if self._at + steps >= len(_CARDS):
            self.dismiss(result=True)
            return
        self._at = max(self._at + steps, 0)
        self._show()
