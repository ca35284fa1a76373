"""Indexes over names: sorted texts searched by bisection, and joined texts searched for substrings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

_PREFIX = 2  # letters by which texts are grouped before they are sorted
_AFTER_ALL = "\U0010ffff"


def numbered(texts: Iterable[str]) -> Iterable[tuple[str, int]]:
    """The texts with their numbers, from 0."""
    return ((text, number) for number, text in enumerate(texts))


class PrefixIndex:
    """Texts with a number for each. Several may share a text; empty texts are left out."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        ordered = _ordered({pair for pair in pairs if pair[0]})
        self._texts = [text for text, _ in ordered]
        self._numbers = [number for _, number in ordered]

    def equal(self, text: str) -> Sequence[int]:
        """The numbers of the texts equal to this one."""
        return self._numbers[bisect_left(self._texts, text) : bisect_left(self._texts, text + "\0")]

    def beginning(self, start: str) -> Sequence[int]:
        """The numbers of the texts that begin with this one."""
        return self._numbers[bisect_left(self._texts, start) : bisect_left(self._texts, start + _AFTER_ALL)]


def _ordered(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The pairs in order. They are sorted in small groups, since sorting blocks all other threads."""
    parts: dict[str, list[tuple[str, int]]] = {}
    for pair in pairs:
        parts.setdefault(pair[0][:_PREFIX], []).append(pair)
    return [pair for beginning in sorted(parts) for pair in sorted(parts[beginning])]


class SubstringIndex:
    """Texts in a given order, searched for substrings; the first texts are found first."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1

    def containing(self, part: str, most: int) -> list[int]:
        """The numbers of the first `most` texts that contain `part`, in order."""
        return list(islice(self.matches(part), most))

    def matches(self, part: str) -> Iterator[int]:
        """The numbers of all texts that contain `part`, in order; each is searched for when it is wanted."""
        at = self._text.find(part)
        while at >= 0:
            number = bisect_left(self._starts, at + 1) - 1
            yield number
            if number + 1 == len(self._starts):
                return
            at = self._text.find(part, self._starts[number + 1])

    def text(self, number: int) -> str:
        """The text with that number."""
        last = number + 1 == len(self._starts)
        return self._text[self._starts[number] : None if last else self._starts[number + 1] - 1]
