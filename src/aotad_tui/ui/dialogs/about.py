"""What the open guide says about itself."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from aotad_tui.page.about_guide import about_lines
from aotad_tui.story.story import Story

from .listing import ListingScreen


class AboutScreen(ListingScreen):
    """Shows title, summary and credits; the address of the homepage can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [("A", "dismiss_dialog", "Close")]

    def __init__(self, story: Story) -> None:
        hints = (("enter", "open"), ("esc", "close")) if story.credits.homepage else (("esc", "close"),)
        super().__init__("About this guide", lambda cells: about_lines(story, cells), *hints)
