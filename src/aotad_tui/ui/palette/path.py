"""The dialog that asks for two people and draws the path between them."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from aotad_tui.cells import Line, Span, wrap_text
from aotad_tui.chart.path import not_connected, path_lines
from aotad_tui.chart.presence import together_lines
from aotad_tui.link import Link
from aotad_tui.story.values import Character
from aotad_tui.ui.dialogs.dialog import Dialog
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.widgets.choice_list import ChoiceList, ValueOption
from aotad_tui.ui.widgets.dialog_box import DialogBox, row_cells
from aotad_tui.ui.widgets.key_hints import Hint, KeyHints
from aotad_tui.ui.widgets.lines_view import LinesView
from aotad_tui.ui.widgets.listing_view import ListingView

from .palette_index import PaletteContext, PaletteIndex
from .prefixes import PEOPLE
from .rows import EntryRenderer
from .screen import BOX

FROM, TO = "from", "to"
_NARROWEST = 12
"""Cells that a chain needs at least."""
_WHILE_ASKING: tuple[Hint, ...] = (("enter", "choose"), ("tab", "switch"), ("esc", "close"))
_WHEN_DRAWN: tuple[Hint, ...] = (("enter", "open"), ("x", "swap"), ("tab", "change person"), ("esc", "close"))


class PathScreen(Dialog[Link]):
    """Asks for two people by name and draws the path between them; its result is the person that is followed."""

    BINDINGS: ClassVar[list[BindingType]] = [("x", "swap", "Swap")]

    def __init__(self, index: PaletteIndex, context: PaletteContext, start: str | None = None) -> None:
        """`index` finds people, those in `context` first. `start`: the id of the first person."""
        super().__init__()
        self._visible = index.visible
        self._index = index
        self._renderer = EntryRenderer(index.visible)
        self._palette_context = context
        self._chosen: dict[str, Character | None] = {FROM: self._visible.people.get(start or ""), TO: None}
        self._hits: list[Character] = []
        self._end = FROM
        """The end whose name is being typed."""
        self._submitted_early: str | None = None
        """The text that was submitted before it could be searched."""

    def compose(self) -> ComposeResult:
        """Two inputs, matches, the chain, the keys."""
        ends = Vertical(
            *(Horizontal(Static(Content(end)), Input(id=end, placeholder="name in any spelling")) for end in (FROM, TO))
        )
        with DialogBox("How are two people connected?", head=ends, classes="path"):
            yield ChoiceList(id="hits")
            yield ListingView(self._rows, id="chain")

    def on_mount(self) -> None:
        """Go to the first input without a person."""
        self.query_one(ChoiceList).can_focus = False
        self._continue()
        if not self._index.names_known.is_set():
            run_exclusively(self, "searching", self._search_again)
        if not self._index.text_known.is_set():
            run_exclusively(self, "sections", self._add_shared_sections)

    async def _add_shared_sections(self) -> None:
        """Show where the two are named together when the text is read."""
        await self._index.text_known.wait()
        self.query_one(ListingView).add_rows()

    async def _search_again(self) -> None:
        """Search again when the names are known."""
        await self._index.names_known.wait()
        if self._chosen[self._end] is None:
            typed = self.query_one(f"#{self._end}", Input).value
            self._search(self._end, typed)
            if self._submitted_early is not None and typed == self._submitted_early:
                self._take(0)

    def _continue(self) -> None:
        """Go to the end that is still missing, or show the chain."""
        for end, person in self._chosen.items():
            with self.prevent(Input.Changed):
                self.query_one(f"#{end}", Input).value = self._visible.namesakes.label(person) if person else ""
        missing = next((end for end, person in self._chosen.items() if person is None), None)
        chain = self.query_one(ListingView)
        chain.display = missing is None
        self.query_one(ChoiceList).display = missing is not None
        self.query_one(KeyHints).hints = _WHILE_ASKING if missing else _WHEN_DRAWN
        if missing:
            self.query_one(f"#{missing}", Input).focus()
            self._search(missing, "")
        else:
            chain.replace_rows(self._rows)
            chain.focus()

    def _rows(self, cells: int) -> list[Line]:
        """How the two are connected, or that they are not."""
        start, end = self._chosen[FROM], self._chosen[TO]
        if start is None or end is None:
            return []
        path = self._visible.paths.between(start.id, end.id)
        if len(path) > 1:
            lines = path_lines(self._visible, path, max(cells, _NARROWEST))
        else:
            words = not_connected(self._visible, start, end)
            lines = [(Span(words[first:past]),) for first, past in wrap_text(words, cells)]
        if start.id != end.id and self._index.text_known.is_set():
            named_at = [self._index.text.mention_points(Link.character(person.id)) for person in (start, end)]
            lines += [(), *together_lines(self._visible, named_at, cells)]
        return lines

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search after each key."""
        self._search(event.input.id or FROM, event.value)

    def _search(self, end: str, typed: str) -> None:
        self._end = end
        self._chosen[end] = None
        entries = self._index.find(PEOPLE + typed, self._palette_context)
        found = [(entry, person) for entry in entries if (person := self._visible.people.get(entry.link.id))]
        self._hits = [person for _, person in found]
        options = self.query_one(ChoiceList)
        options.clear_options()
        cells = row_cells(self.app.size.width, BOX)
        options.add_options(
            ValueOption(self._renderer.row(entry, PEOPLE + typed, cells), person) for entry, person in found
        )
        if not self._hits:
            ready = self._index.ready_for(PEOPLE + typed)
            story = self._visible.story
            words = f"No match {story.timeline.up_to(story.seen)}." if ready else "Loading …"
            options.add_option(Option(Content(words), disabled=True))
        options.highlighted = 0 if self._hits else None
        options.display = True
        self.query_one(ListingView).display = False
        self.query_one(KeyHints).hints = _WHILE_ASKING

    def on_key(self, event: events.Key) -> None:
        """Move the highlight in the list while the input has the focus."""
        options = self.query_one(ChoiceList)
        if event.key in ("down", "up") and options.display and self._hits:
            event.stop()
            step = 1 if event.key == "down" else -1
            options.highlighted = max(0, min((options.highlighted or 0) + step, len(self._hits) - 1))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept the highlighted person; an end that is set already stays."""
        if self._chosen[event.input.id or FROM]:
            self._continue()
        elif self._index.ready_for(PEOPLE + event.value):
            self._take(self.query_one(ChoiceList).highlighted)
        else:
            self._submitted_early = event.value

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Accept the person that was clicked."""
        match event.option:
            case ValueOption(value=Character() as person):
                self._choose(person)

    def _take(self, number: int | None) -> None:
        if number is not None and number < len(self._hits):
            self._choose(self._hits[number])

    def _choose(self, person: Character) -> None:
        self._chosen[self._end] = person
        self._continue()

    @on(LinesView.Followed)
    def _followed(self, event: LinesView.Followed) -> None:
        """Go to a person of the chain."""
        event.stop()
        self.dismiss(event.link)

    def action_swap(self) -> None:
        """Swap the two people."""
        self._chosen = {FROM: self._chosen[TO], TO: self._chosen[FROM]}
        self._continue()
