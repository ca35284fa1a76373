"""Matches of mistyped names, by edit distance (rapidfuzz, optimal string alignment)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SHORTEST = 3


def allowed(length: int) -> int:
    """The number of edits that are allowed in a text of that length."""
    return 0 if length < _SHORTEST else 1 if length < 6 else 2 if length < 11 else 3


class FuzzyIndex:
    """Texts grouped by length, so that only texts of a similar length are compared."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self._by_length: dict[int, dict[str, list[int]]] = {}
        for text, number in pairs:
            self._by_length.setdefault(len(text), {}).setdefault(text, []).append(number)

    def near(self, typed: str) -> Iterator[tuple[int, int]]:
        """The edit distance and the number of each text within the allowed distance."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = allowed(len(typed))
        for length in range(len(typed) - most, len(typed) + most + 1):
            texts = self._by_length.get(length)
            if not most or not texts:
                continue
            for text, wrong, _ in process.extract(
                typed, texts.keys(), scorer=OSA.distance, score_cutoff=most, limit=200
            ):
                yield from ((int(wrong), number) for number in texts[text])
