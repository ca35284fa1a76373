"""Lines and signs in ASCII on all that is drawn: panes, boxes and their frames, what is told for a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

Signs = Mapping[int, str]
"""What is drawn for which characters, cell for cell, as `str.translate` takes it."""


class CharacterFilter(LineFilter):
    """Draws other characters in the place of some."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(enabled=bool(signs))
        self.signs = signs

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """The same pieces of a line in the signs in force."""
        return [Segment(text.translate(self.signs), style, control) for text, style, control in segments]

    def put(self, strip: Strip) -> Strip:
        """The same line in the signs in force."""
        return Strip(self.apply([*strip], _ANY), strip.cell_length) if self.enabled else strip


_ANY = Color(0, 0, 0)
_AS_THEY_ARE = CharacterFilter({})


class FilteredApp(App[None]):
    """An application that can draw in other signs."""

    in_signs: CharacterFilter = _AS_THEY_ARE
    """The signs in force."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What all lines go through: the signs in force last."""
        filters = super().get_line_filters()
        return [*filters, self.in_signs] if self.in_signs.enabled else filters

    def draw_in(self, signs: Signs) -> None:
        """Draws in these signs from now on, all that is on the screen too."""
        if signs == self.in_signs.signs:
            return
        self.in_signs = CharacterFilter(signs)
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.notify_style_update()
                widget.refresh()


def in_signs(app: App[object]) -> CharacterFilter:
    """The signs in which an application draws."""
    return app.in_signs if isinstance(app, FilteredApp) else _AS_THEY_ARE
