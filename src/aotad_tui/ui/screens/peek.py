"""A look at where a link leads, without going there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.chart.card import card_facts
from aotad_tui.page.peek import first_lines
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION
from aotad_tui.ui.lines import LinesView

from .dialog import Dialog

_BOX = 64
_AROUND = 6
"""What the box's border, its padding and the scroll bar take of its width, in cells."""
_MOST = 14


class PeekScreen(Dialog[str]):
    """Shows a card or the first lines of a section; gives the link when it is to be followed."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "follow", "Open"), ("K,q", "dismiss_dialog", "Close")]

    def __init__(self, edition: Edition, link: str) -> None:
        super().__init__()
        self._edition = edition
        self._link = link

    def compose(self) -> ComposeResult:
        """The lines and the keys."""
        with Vertical(classes="box"):
            yield LinesView(id="peek")
            yield Static(Content("enter open  esc close"), classes="box-keys")

    def on_resize(self) -> None:
        """Draws the lines as wide as the box is."""
        lines = _lines(self._edition, self._link, min(_BOX, self.size.width * 96 // 100) - _AROUND)
        view = self.query_one(LinesView)
        view.show_lines(lines)
        view.styles.height = len(lines)

    def action_follow(self) -> None:
        """Goes there."""
        self.dismiss(self._link)


def _lines(edition: Edition, link: str, cells: int) -> list[Line]:
    if link.startswith(CHARACTER):
        person = edition.people.get(link.removeprefix(CHARACTER))
        facts = card_facts(edition, person) if person else ()
        return [line for spans in facts for line in (wrap_spans(spans, cells) if spans else [()])]
    if link.startswith(SECTION):
        try:
            return first_lines(edition, link, cells, _MOST)
        except OSError as error:
            return [(Span(f"This section cannot be read: {error}", "dim"),)]
    return wrap_spans((Span(link),), cells)
