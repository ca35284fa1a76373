"""The filter of everything that is drawn: panes, dialogs and their borders, notifications.

It is the second wall against control characters (docs/decisions/035-two-walls-for-text.md), and draws in ASCII where
that is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import ControlCode, Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from aotad_tui.cells import width
from aotad_tui.cleaning import REPLACEMENT, has_harmful
from aotad_tui.invisible import replace_invisible

Characters = Mapping[int, str]
"""Replacements of characters of the same width, as `str.translate` takes them."""


class OutputFilter(LineFilter):
    """Lets no harmful character and no hyperlink out in any line that is drawn, and replaces other characters."""

    def __init__(self, characters: Characters) -> None:
        super().__init__()
        self.characters = characters

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """The segments of a line as they may be drawn, in as many cells."""
        return [
            segment if self._may_leave(segment) else self._changed(*segment)  # most lines leave as they are
            for segment in segments
        ]

    def filtered(self, strip: Strip) -> Strip:
        """A line as it may be drawn."""
        return Strip(self.apply([*strip], _ANY_COLOR), strip.cell_length)

    def _may_leave(self, segment: Segment) -> bool:
        text, style, _ = segment
        return not self.characters and text.isprintable() and (style is None or style.link is None)

    def _changed(self, text: str, style: Style | None, control: Sequence[ControlCode] | None) -> Segment:
        if style is not None and style.link is not None:
            style = style.update_link(None)
        return Segment(_drawable(text.translate(self.characters)), style, control)


def _drawable(text: str) -> str:
    """The text without harmful and invisible characters, in as many cells."""
    if text.isprintable():
        return text
    letters = replace_invisible(text, _blank)
    return "".join(_blank(letter) if _is_harmful(letter) else letter for letter in letters)


def _blank(letter: str) -> str:
    """What is drawn instead of a character: nothing for one that takes no cell."""
    return REPLACEMENT * width(letter)


def _is_harmful(letter: str) -> bool:
    """Whether a character must not be drawn; a newline or a tab moves the cursor out of the line."""
    return letter in "\n\t" or has_harmful(letter)


_ANY_COLOR = Color(0, 0, 0)
_NO_REPLACEMENTS = OutputFilter({})


class FilteredApp(App[None]):
    """An application that filters everything it draws."""

    output_filter: OutputFilter = _NO_REPLACEMENTS
    """The filter in force."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The filters of every line; ours comes last."""
        return [*super().get_line_filters(), self.output_filter]

    def replace_characters(self, characters: Characters) -> None:
        """Replace characters from now on, also in what is on the screen."""
        if characters == self.output_filter.characters:
            return
        self.output_filter = OutputFilter(characters)
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.notify_style_update()
                widget.refresh()


def output_filter(app: App[object]) -> OutputFilter:
    """The filter of an application."""
    return app.output_filter if isinstance(app, FilteredApp) else _NO_REPLACEMENTS
