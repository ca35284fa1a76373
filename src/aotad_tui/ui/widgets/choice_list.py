"""A list of rows to choose from."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

T = TypeVar("T")


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


class ValueOption(Option, Generic[T]):
    """A row with the value it stands for.

    Textual posts a message when a row is chosen. The list may have changed before that is handled, and another row, or
    none, then has its number.
    """

    def __init__(self, words: Content, value: T) -> None:
        super().__init__(words)
        self.value = value


def heading_option(words: str) -> Option:
    """A row above the rows of one kind, which cannot be chosen."""
    return Option(Content.styled(words, "bold $text-accent"), disabled=True)
