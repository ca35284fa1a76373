"""Draws lines and symbols in ASCII on everything: panes, dialogs and their borders, notifications."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

Characters = Mapping[int, str]
"""Replacements of characters of the same width, as `str.translate` takes them."""


class CharacterFilter(LineFilter):
    """Replaces characters in every line that is drawn."""

    def __init__(self, characters: Characters) -> None:
        super().__init__(enabled=bool(characters))
        self.characters = characters

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """The segments of a line with characters replaced."""
        return [Segment(text.translate(self.characters), style, control) for text, style, control in segments]

    def filtered(self, strip: Strip) -> Strip:
        """A line with characters replaced."""
        return Strip(self.apply([*strip], _ANY_COLOR), strip.cell_length) if self.enabled else strip


_ANY_COLOR = Color(0, 0, 0)
_NO_FILTER = CharacterFilter({})


class FilteredApp(App[None]):
    """An application that can replace characters in everything it draws."""

    character_filter: CharacterFilter = _NO_FILTER
    """The filter in force."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The filters of every line; the replacement of characters comes last."""
        filters = super().get_line_filters()
        return [*filters, self.character_filter] if self.character_filter.enabled else filters

    def replace_characters(self, characters: Characters) -> None:
        """Replace characters from now on, also in what is on the screen."""
        if characters == self.character_filter.characters:
            return
        self.character_filter = CharacterFilter(characters)
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.notify_style_update()
                widget.refresh()


def character_filter(app: App[object]) -> CharacterFilter:
    """The filter of an application."""
    return app.character_filter if isinstance(app, FilteredApp) else _NO_FILTER
