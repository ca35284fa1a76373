"""The guides that a reader can choose from: those that were read before, and the bundled ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aotad_tui.cleaning import single_line
from aotad_tui.library.load import guide_title
from aotad_tui.progress.reader_state import RecentGuide
from aotad_tui.resources import bundled_guides


@dataclass(frozen=True, slots=True)
class KnownGuide:
    """A guide that can be opened. `name` is that of its folder; `place` is where it is, in words."""

    name: str
    title: str
    folder: Path
    place: str


def known_guides(recent: tuple[RecentGuide, ...]) -> list[KnownGuide]:
    """The recent guides whose folders are still there, then the bundled ones that are not among them."""
    bundled = bundled_guides()
    read = {guide.folder: guide.title for guide in recent if guide.folder in bundled or _is_folder(guide.folder)}
    unread = {folder: guide_title(folder) for folder in bundled if folder not in read}
    return [
        KnownGuide(
            single_line(folder.name), title, folder, "bundled" if folder in bundled else single_line(str(folder))
        )
        for folder, title in (read | unread).items()
    ]


def guide_named(name: str, guides: list[KnownGuide]) -> KnownGuide | None:
    """The only guide with a name, in any case; None if there is none, or several."""
    found = [guide for guide in guides if guide.name.casefold() == name.casefold()]
    return found[0] if len(found) == 1 else None


def names_guide(name: str) -> bool:
    """Whether a name is that of a folder, or of a bundled guide."""
    return _is_folder(Path(name)) or any(folder.name == name.casefold() for folder in bundled_guides())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # for one, a folder that may not be entered
        return False
