"""The Markdown links of a vault: Obsidian also writes their paths from the top of the vault, a guide does not."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from aotad_tui.story.section_files import without_ending

_LINK = re.compile(r"(?<=\]\()(?P<path>[^\s()<>#]{1,500})(?P<heading>#[^\s()<>]{0,200})?(?=\))")


class VaultLinks:
    """Resolves the Markdown links between the notes with some paths."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = {without_ending(path): path for path in paths}

    def linked_from(self, path: str, text: str) -> Iterator[str]:
        """The paths of the notes that the text of a note links to."""
        yield from filter(None, (self._target(path, link["path"]) for link in _LINK.finditer(text)))

    def made_relative(self, path: str, text: str) -> str:
        """The text of a note, with each link to another note from the folder of the note on."""
        folder = posixpath.dirname(path)

        def relative(link: re.Match[str]) -> str:
            target = self._target(path, link["path"])
            if target is None:
                return link[0]
            return quote(posixpath.relpath(target, folder or ".")) + (link["heading"] or "")

        return _LINK.sub(relative, text)

    def _target(self, path: str, linked: str) -> str | None:
        """The note at a path from the folder of a note, or else from the top of the vault."""
        words = without_ending(unquote(linked))
        near = posixpath.normpath(posixpath.join(posixpath.dirname(path), words))
        return self._paths.get(near) or self._paths.get(posixpath.normpath(words.lstrip("/")))
