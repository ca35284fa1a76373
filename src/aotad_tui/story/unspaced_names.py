"""Finds names in scripts without spaces between words, such as Han and Thai: anywhere in a text, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aotad_tui.letters import joins

_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_SPELLED_WITH_SPACE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


class UnspacedNames:
    """An index of plain names with such letters. The time of a search grows with the text, not with the names."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        """Each way of writing a name, and the name."""
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._first_letters: re.Pattern[str] | None = None

    def add(self, name: str) -> None:
        """Add a name. A space between Han or Kana may be left out: 高橋 春子 is also 高橋春子."""
        self._names[name] = name
        if not _SPELLED_WITH_SPACE.search(name):
            self._names.setdefault(_SPACE.sub("", name), name)

    def close(self) -> None:
        """Prepare the index for searching, after the last name."""
        lengths: dict[str, set[int]] = {}
        for written in self._names:
            lengths.setdefault(written[0], set()).add(len(written))
        self._lengths = {first: tuple(sorted(own, reverse=True)) for first, own in lengths.items()}
        if lengths:
            self._first_letters = re.compile(f"[{re.escape(''.join(lengths))}]")

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The start, the end and the name of each name in a plain text, in order and without overlap."""
        if self._first_letters is None:
            return
        text = text.replace("\n", " ")
        end = 0
        for match in self._first_letters.finditer(text):
            start = match.start()
            if start < end or joins(text[start - 1 : start], text[start]):
                continue
            for length in self._lengths[match.group()]:
                name = self._names.get(text[start : start + length])
                if name and not joins(text[start + length - 1], text[start + length : start + length + 1]):
                    end = start + length
                    yield start, end, name
                    break
