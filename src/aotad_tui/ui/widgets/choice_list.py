"""A list of rows to choose from."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class ChoiceList(OptionList):
    """Textual's list, with keys for its ends, in which a click on a row that is gone does nothing.

    Between a click and its handling the list may have become shorter, for example because a search has ended.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("g", "first", "Top"), ("G", "last", "Bottom")]

    def on_click(self, event: events.Click) -> None:
        """Keep Textual from handling the click if there is no such row any more."""
        row = event.style.meta.get("option")
        if isinstance(row, int) and row >= self.option_count:
            event.prevent_default()


def heading_option(words: str) -> Option:
    """A row above the rows of one kind, which cannot be chosen."""
    return Option(Content.styled(words, "bold $text-accent"), disabled=True)
