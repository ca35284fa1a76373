"""The preview of a link."""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.chart.card import card_facts
from aotad_tui.chart.term import term_facts
from aotad_tui.link import Link
from aotad_tui.page.preview import first_lines
from aotad_tui.story.people_page import page_of
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.viewport.section_loader import OPENING, PendingSection, load_section
from aotad_tui.ui.widgets.dialog_box import DialogBox, row_cells
from aotad_tui.ui.widgets.lines_view import LinesView

from .dialog import Dialog

_MOST = 14


class PreviewScreen(Dialog[Link]):
    """Shows a card or the first lines of a section; its result is the link if the reader follows it."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "follow", "Open"), ("K,q", "dismiss_dialog", "Close")]

    def __init__(self, visible: VisibleStory, link: Link) -> None:
        super().__init__()
        self._visible = visible
        self._link = link
        section = page_of(visible, link.id) if link.is_section else None
        self._pending = load_section(visible, section) if section else None

    def compose(self) -> ComposeResult:
        """The lines and the keys."""
        with DialogBox("", ("enter", "open"), ("esc", "close")):
            yield LinesView(id="preview")

    def on_mount(self) -> None:
        """Draw again once a long text is read."""
        if self._pending and not self._pending.wait():
            run_exclusively(self, OPENING, partial(self._await_text, self._pending))

    async def _await_text(self, pending: PendingSection) -> None:
        with contextlib.suppress(OSError):  # The error is shown where the lines are drawn.
            await asyncio.wrap_future(pending.text)
        self.on_resize()

    def on_resize(self) -> None:
        """Draw the lines at the width of the box."""
        cells = row_cells(self.size.width)
        if self._pending and not self._pending.wait():
            lines: list[Line] = [(Span("Opening the section …", "dim"),)]
        else:
            lines = _lines(self._visible, self._link, cells, self._pending)
        view = self.query_one(LinesView)
        view.show_lines(lines)
        view.styles.height = len(lines)

    def action_follow(self) -> None:
        """Follow the link."""
        self.dismiss(self._link)


def _lines(visible: VisibleStory, link: Link, cells: int, pending: PendingSection | None) -> list[Line]:
    if link.is_character:
        person = visible.people.get(link.id)
        facts = card_facts(visible, person) if person else ()
        return [line for spans in facts for line in (wrap_spans(spans, cells) if spans else [()])]
    if link.is_term:
        term = visible.terms.get(link.id)
        return [line for spans in (term_facts(term) if term else ()) for line in wrap_spans(spans, cells)]
    if link.is_section:
        try:
            return first_lines(visible, link, cells, _MOST, pending.text.result() if pending else None)
        except OSError as error:
            return [(Span(f"This section cannot be read: {error}", "dim"),)]
    return wrap_spans((Span(str(link)),), cells)
