"""Saves the map to a file, as text or as an SVG picture. A file that exists is replaced only after a question."""

from __future__ import annotations

import os
from pathlib import Path

from textual.screen import Screen

from aotad_tui.cells import plain
from aotad_tui.chart.map.rendering.canvas import Drawing
from aotad_tui.cleaning import printable, single_line
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.ask import ConfirmScreen, LineScreen

from .svg import svg
from .view import MapView

DEFAULT_NAME = "map.svg"


class MapExport:
    """Writes what the map of a screen draws: all of it, not only the part in view."""

    def __init__(self, screen: Screen[str]) -> None:
        self._screen = screen

    @command
    def map_save(self) -> None:
        """Ask for a file name and save the map: `.svg` as a picture, anything else as text."""
        drawing = self._screen.query_one(MapView).drawing
        if drawing is None or not drawing.boxes:
            self._screen.notify("There is no map to save yet.", timeout=2)
            return
        question = f"Save the map in {single_line(str(Path.cwd()))} (.svg or .txt)"
        self._screen.app.push_screen(LineScreen(question, DEFAULT_NAME), lambda name: self._named(drawing, name))

    def _named(self, drawing: Drawing, name: str | None) -> None:
        if name is None or not name.strip():
            return
        file = Path(os.path.expanduser(name.strip()))  # noqa: PTH111  # Path.expanduser raises for an unknown user
        exists = os.path.lexists(file)  # no for a name that cannot be one: writing says so
        if exists and (file.is_symlink() or not file.is_file()):
            # A link leads to a file of another name, and writing to a pipe waits for somebody who reads it.
            self._report(file, "it is a folder, a link or a device")
        elif exists:
            question = ConfirmScreen(f"Replace {single_line(str(file))}?", "The file exists.", "Not saved.")
            self._screen.app.push_screen(question, lambda yes: self._write(drawing, file) if yes else None)
        else:
            self._write(drawing, file)

    def _write(self, drawing: Drawing, file: Path) -> None:
        text = printable(self._svg(drawing) if file.suffix.lower() == ".svg" else _plain_text(drawing))
        try:
            file.write_text(text, encoding="utf-8")
        except (OSError, ValueError) as error:  # ValueError: a name with a null character
            self._report(file, str(error))
        else:
            self._screen.notify(f"Saved {single_line(str(file))}", markup=False, timeout=4)

    def _report(self, file: Path, reason: str) -> None:
        words = f"Could not save {single_line(str(file))}: {single_line(reason)}"
        self._screen.notify(words, markup=False, severity="warning", timeout=8)

    def _svg(self, drawing: Drawing) -> str:
        view = self._screen.query_one(MapView)
        colours = view.visual_style
        foreground, background = (
            colour.hex6 if colour else other
            for colour, other in ((colours.foreground, "#000000"), (colours.background, "#ffffff"))
        )
        return svg(map(view.segments, drawing.lines()), foreground, background)


def _plain_text(drawing: Drawing) -> str:
    return "".join(f"{plain(line).rstrip()}\n" for line in drawing.lines())
