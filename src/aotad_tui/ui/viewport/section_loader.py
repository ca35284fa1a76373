"""Texts of sections, read and gated in threads: with spoilers in it, a text of 5 MB takes half a second."""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from aotad_tui.page.page import Page
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

OPENING = "opening"
"""The group of the workers that wait for a long text."""
_PATIENCE = 0.005
"""How long the interface stands still for a text, in seconds: nearly all are there by then, and nothing flickers."""
_TURN = 0.0005
"""How long a thread keeps the interpreter while the interface waits for it, in seconds: Python's own 5 ms are seen."""
_threads = ThreadPoolExecutor(4, "texts")


@dataclass(slots=True)
class PendingSection:
    """A section on its way: its text, done once it is there, and its page with a screen laid out, if it was made."""

    visible: VisibleStory
    section: Section
    text: Future[str]
    page: Page | None = None
    sheet: PageLayout | None = None

    def is_of(self, visible: VisibleStory, section: Section) -> bool:
        """Whether this is that section as that edition knows it."""
        return self.visible is visible and self.section == section

    def wait(self) -> bool:
        """Stands still for the text as long as nobody sees it. Says whether the text is there."""
        try:
            self.text.exception(_PATIENCE)
        except TimeoutError:
            return False
        return True


def load_section(visible: VisibleStory, section: Section) -> PendingSection:
    """Has a section's text read, as far as it may be. Reading it may raise OSError."""
    sys.setswitchinterval(_TURN)
    return PendingSection(visible, section, _threads.submit(visible.story.text, section))
