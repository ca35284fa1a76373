"""Stores the reader's location, so that the next run begins there."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.ui.platform.callbacks import while_open

from .model import ReaderModel
from .reading_panes import ReadingPanes

_INTERVAL = 1.0
"""Seconds between two saves of the location. Everything else is stored at once."""


class Saving:
    """Stores the session of a model. `savers`: other functions to call at each save."""

    def __init__(self, screen: Screen[None], model: ReaderModel, panes: ReadingPanes) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._reported = ""
        self.savers: list[Callable[[], None]] = []

    def start(self) -> None:
        """Store the guide as a recent one, and the location from now on."""
        self._screen.set_interval(_INTERVAL, while_open(self._screen, self.save))
        folder = self._model.context.folder
        if folder:
            self._model.reader_state.save_guide(self._model.visible.story.title, folder)
        self._report_trouble()

    def save(self) -> None:
        """Store the location, and write pending records again."""
        for saver in self.savers:
            saver()
        state, section = self._model.reader_state, self._model.session.place.section
        text_anchor = self._panes.page.status.text_anchor
        if section and text_anchor:
            state.save_text_anchor(section, text_anchor)
        state.save_session(self._model.session.end_peek())  # a peek leaves no history
        state.store.flush()
        self._report_trouble()

    def _report_trouble(self) -> None:
        trouble = self._model.reader_state.store.trouble
        if trouble != self._reported:
            self._reported = trouble
            self._screen.notify(trouble, markup=False, severity="warning", timeout=10)
