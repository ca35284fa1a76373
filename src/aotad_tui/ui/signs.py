"""Lines and signs in ASCII on all that is drawn: panes, boxes and their frames, what is told for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

Signs = Mapping[int, str]
"""What is drawn for which characters, cell for cell, as `str.translate` takes it."""


class InSigns(LineFilter):
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
_AS_THEY_ARE = InSigns({})


@runtime_checkable
class Signing(Protocol):
    """An application that can draw in other signs."""

    in_signs: InSigns
    """The signs in force."""

    def draw_in(self, signs: Signs) -> None:
        """Draws in these signs from now on, all that is on the screen too."""


def in_signs(app: App[object]) -> InSigns:
    """The signs in which an application draws."""
    return app.in_signs if isinstance(app, Signing) else _AS_THEY_ARE
