"""The positions of matches in the original text, although both text and query were folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from aotad_tui.invisible import visible
from aotad_tui.letters import triple_unspaced

from .folding import JOINTS, fold
from .hangul import strokes

Marks = tuple[tuple[int, int], ...]
"""Ranges of a text (start, end), in order and without overlap."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded to keystrokes with a space around each word, and the original position of each character."""

    text: str
    places: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Folded:
        """Fold a text as `searched` does, character by character."""
        pieces, places = [" "], [0]
        for place, character in enumerate(text):
            piece = _folded_character(character)
            if not piece or (piece == " " and pieces[-1] == " "):
                continue
            pieces.append(piece)
            places.extend([place] * len(piece))
        pieces.append(" ")
        places.append(len(text))
        return Folded("".join(pieces), tuple(places))

    def find(self, part: str) -> Iterator[tuple[int, int]]:
        """The ranges of the original text that match `part`, a folded text whose spaces must match too."""
        at = self.text.find(part)
        while at >= 0:
            first = at + len(part) - len(part.lstrip(" "))
            last = at + len(part.rstrip(" ")) - 1
            yield self.places[first], self.places[last] + 1
            at = self.text.find(part, at + 1)


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    """A character as keystrokes; a space for a word separator; nothing for what is drawn into its neighbours."""
    if character in JOINTS or combining(character) or not visible(character):
        return ""
    return index_form(fold(character)) or " "


def index_form(folded: str) -> str:
    """A folded text in the form that is indexed: as keystrokes, each letter of Han, Kana, Thai and so on tripled."""
    return triple_unspaced(strokes(folded))


def searched(text: str) -> str:
    """The text in the form that is searched: folded, as keystrokes, a space before and after each word."""
    return f" {index_form(fold(text))} "


def marks(text: str, parts: Iterable[str]) -> Marks:
    """The ranges of a text that match folded parts. Overlapping ranges are joined."""
    folded = Folded.of(text)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(range_ for part in parts if part.strip() for range_ in folded.find(part)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def marks_in_name(name: str, typed: str) -> Marks:
    """The ranges of a name that match the typed text; none where the match is phonetic or fuzzy."""
    folded = fold(typed)
    close = Folded.of(name)
    compact = Folded(
        close.text.replace(" ", ""), tuple(p for p, c in zip(close.places, close.text, strict=True) if c != " ")
    )
    whole = index_form(folded.replace(" ", ""))
    match = next(compact.find(whole), None) if whole else None
    if match:
        return (match,)
    words = [index_form(word) for word in folded.split()]
    each = [next(close.find(f" {word}"), None) or next(compact.find(word), None) for word in words]
    return tuple(sorted(range_ for range_ in each if range_)) if all(each) else ()


def excerpt(text: str, marked: Marks, room: int) -> tuple[str, Marks]:
    """About `room` characters of a text around its first match, and the matches in them."""
    flat = text.replace("\n", " ")
    if len(flat) <= room:
        return flat, marked
    first = marked[0][0] if marked else 0
    start = max(min(first - room // 4, len(flat) - room), 0)
    if start:
        gap = flat.find(" ", start, first)
        start = gap + 1 if gap >= 0 else start
    end = min(start + room, len(flat))
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(flat) else ""
    shift = len(before) - start
    inside = tuple((begin + shift, min(stop, end) + shift) for begin, stop in marked if start <= begin < end)
    return f"{before}{flat[start:end]}{after}", inside
