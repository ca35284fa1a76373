"""The palette: one line to type in, and what it finds.

Not Textual's own: that one searches in a worker, so that fast typing and enter may run an item of an older query.
Here each key is answered before the next one is looked at, from names folded beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from aotad_tui.chart.card import name_line, standing
from aotad_tui.commands.keys import DEFAULT_KEYS, Keys
from aotad_tui.commands.registry import COMMANDS, Scope, keys_in_words
from aotad_tui.search.candidates import people, sections
from aotad_tui.search.finder import Candidate, Finder, Hit
from aotad_tui.search.folding import fold
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION

from .dialog import Dialog

COMMAND = "command:"
ONLY_PEOPLE = "@"
ONLY_COMMANDS = ">"
_PLACEHOLDER = "a name, a section, a command; @ people only, > commands only"


class Index:
    """What can be found as of a point; made once for an edition, not for each opening."""

    def __init__(self, edition: Edition, keys: Keys = DEFAULT_KEYS) -> None:
        self.edition = edition
        self.keys = keys
        who, where, what = list(people(edition)), list(sections(edition)), list(_commands())
        self._all = Finder([*who, *where, *what])
        self._people = Finder(who)
        self._commands = Finder(what)

    def find(self, typed: str) -> list[Hit]:
        """The hits for what was typed; `@` in front asks for people only, `>` for commands only."""
        if typed.startswith(ONLY_PEOPLE):
            return self._people.find(typed.removeprefix(ONLY_PEOPLE))
        if typed.startswith(ONLY_COMMANDS):
            return self._commands.find(typed.removeprefix(ONLY_COMMANDS))
        return self._all.find(typed)


def _commands() -> Iterable[Candidate]:
    for command in COMMANDS:
        if command.scope is Scope.READER:
            yield Candidate(COMMAND + command.id, command.title, (command.title,))


class PaletteScreen(Dialog[str]):
    """Finds a place by what is typed, and gives it back. `asked`: what stands in the line at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Down", priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", priority=True),
        Binding("pagedown", "move(10)", "Further down", priority=True),
        Binding("pageup", "move(-10)", "Further up", priority=True),
    ]

    def __init__(self, index: Index, asked: str = "") -> None:
        super().__init__()
        self._index = index
        self._asked = asked
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Vertical(classes="box palette"):
            yield Input(
                self._asked,
                placeholder=_PLACEHOLDER,
                select_on_focus=False,
            )
            yield OptionList(id="hits")
            yield Static("", id="none")

    def on_mount(self) -> None:
        """Begins with what is near."""
        self.query_one(OptionList).can_focus = False
        self._search(self._asked)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Answers each key at once."""
        self._search(event.value)

    def _search(self, typed: str) -> None:
        self._hits = self._index.find(typed)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._told(hit)) for hit in self._hits])
        options.highlighted = 0 if self._hits else None
        options.display = bool(self._hits)
        none = self.query_one("#none", Static)
        none.display = not self._hits
        if not self._hits:
            none.update(Content(_nothing(typed, self._index.edition)))

    def _told(self, hit: Hit) -> Content:
        """A hit in a row: what it is, and the name by which it was found where that is another."""
        place, edition = hit.candidate.place, self._index.edition
        other = fold(hit.name) != fold(hit.candidate.title)
        if place.startswith(CHARACTER):
            person = edition.people.get(place.removeprefix(CHARACTER))
            if person is None:
                return Content(hit.candidate.title)
            more = "".join(span.text for span in standing(edition, person))
            also = f"  as {hit.name}" if other and hit.name != person.native else ""
            return Content.assemble((name_line(person), "bold"), (f"{also}  {more}", "$text-muted"))
        if place.startswith(COMMAND):
            keys = keys_in_words(self._index.keys[place.removeprefix(COMMAND)])
            return Content.assemble((">", "$text-muted"), f" {hit.candidate.title}", (f"  {keys}", "$text-muted"))
        section = edition.story.section_by_id[place.removeprefix(SECTION)]
        part = " › ".join(section.parts)
        also = f"  {hit.name}" if other and hit.name != section.id else ""
        return Content.assemble(section.title, (f"{also}  {part}", "$text-muted"))

    def on_input_submitted(self) -> None:
        """Opens the hit that is marked."""
        self._take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the hit that was clicked."""
        self._take(event.option_index)

    def _take(self, number: int | None) -> None:
        if number is not None and number < len(self._hits):
            self.dismiss(self._hits[number].candidate.place)

    def action_move(self, rows: int) -> None:
        """Moves the mark, without leaving the list."""
        options = self.query_one(OptionList)
        if self._hits:
            options.highlighted = max(0, min((options.highlighted or 0) + rows, len(self._hits) - 1))


def _nothing(typed: str, edition: Edition) -> str:
    """What to say when nothing was found; the same whatever may come later in the story."""
    if not typed.lstrip("@>").strip() and not edition.people.everyone:
        return "You have not met anybody yet."
    return "Nothing found by that name so far."
