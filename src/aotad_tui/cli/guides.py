"""`guides`: the guides that can be opened by name."""

from __future__ import annotations

import json
from pathlib import Path

from aotad_tui.cells import pad, width
from aotad_tui.known_guides import KnownGuide, guide_named, known_guides
from aotad_tui.progress.folders import state_file
from aotad_tui.progress.reader_state import recent_guides
from aotad_tui.progress.store import Store

from .exit_codes import Exit
from .output import print_data


def print_guides(viewer: str, *, as_json: bool) -> Exit:
    """Print name, title and place of each guide, and return the exit code."""
    guides = _guides(viewer)
    if as_json:
        rows = [{"name": one.name, "title": one.title, "folder": str(one.folder)} for one in guides]
        print_data(json.dumps(rows, ensure_ascii=False, indent=2))
        return Exit.DONE
    names, titles = max(width(one.name) for one in guides), max(width(one.title) for one in guides)
    for guide in guides:
        print_data(f"{pad(guide.name, names)}  {pad(guide.title, titles)}  {guide.place}")
    return Exit.DONE


def folder_named(name: str, viewer: str) -> Path | None:
    """The folder of the only known guide with a name; None if there is none, or several."""
    guide = guide_named(name, _guides(viewer))
    return guide.folder if guide else None


def _guides(viewer: str) -> list[KnownGuide]:
    store = Store(state_file())
    guides = known_guides(recent_guides(store, viewer))
    store.close()
    return guides
