"""Texts by their beginnings: sorted once, then asked by bisection, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

_BEGINNING = 2  # letters by which texts are told apart before they are sorted
_AFTER_ALL = "\U0010ffff"


def numbered(texts: Iterable[str]) -> Iterable[tuple[str, int]]:
    """The texts with their numbers, from 0."""
    return ((text, number) for number, text in enumerate(texts))


class SortedNames:
    """Texts and a number for each; several may share a text, and an empty one is none."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        ordered = _ordered({pair for pair in pairs if pair[0]})
        self._texts = [text for text, _ in ordered]
        self._numbers = [number for _, number in ordered]

    def equal(self, text: str) -> Sequence[int]:
        """The numbers of the texts that are just this one."""
        return self._numbers[bisect_left(self._texts, text) : bisect_left(self._texts, text + "\0")]

    def beginning(self, start: str) -> Sequence[int]:
        """The numbers of the texts that begin so."""
        return self._numbers[bisect_left(self._texts, start) : bisect_left(self._texts, start + _AFTER_ALL)]


def _ordered(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The pairs in order. Sorted by beginnings, a few at a time: sorting lets no other thread have its turn."""
    parts: dict[str, list[tuple[str, int]]] = {}
    for pair in pairs:
        parts.setdefault(pair[0][:_BEGINNING], []).append(pair)
    return [pair for beginning in sorted(parts) for pair in sorted(parts[beginning])]


class JoinedNames:
    """Texts in an order of one's own, to be searched from inside, the first ones first."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1

    def containing(self, part: str, most: int) -> list[int]:
        """The numbers of the first `most` texts that contain `part`, in order."""
        found: list[int] = []
        at = self._text.find(part)
        while at >= 0 and len(found) < most:
            number = bisect_left(self._starts, at + 1) - 1
            found.append(number)
            if number + 1 == len(self._starts):
                break
            at = self._text.find(part, self._starts[number + 1])
        return found
