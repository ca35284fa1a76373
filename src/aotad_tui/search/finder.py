"""Sections, people and commands by what a person types, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from .folding import fold, parts


class Fit(IntEnum):
    """How well a name fits what was typed, best first."""

    EXACT = 0
    BEGINNING = 1
    WORDS = 2
    INSIDE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be found: what it is, its title, and every name that it goes by."""

    place: str
    title: str
    names: tuple[str, ...]
    _folded: tuple[tuple[str, str, tuple[str, ...]], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Folds the names once, since each key typed looks at all of them."""
        folded = tuple((fold(name), fold(name).replace(" ", ""), parts(name)) for name in self.names)
        object.__setattr__(self, "_folded", folded)

    def fit(self, query: str, compact: str, words: tuple[str, ...]) -> tuple[Fit, str] | None:
        """The best fit among the names and the name that fits, or None. The query comes folded, see `Finder.find`."""
        best: tuple[Fit, str] | None = None
        for name, (whole, close, apart) in zip(self.names, self._folded, strict=True):
            fit = _fit(query, compact, words, whole, close, apart)
            if fit is not None and (best is None or fit < best[0]):
                best = (fit, name)
        return best


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate found, the name by which it was, and how well that fits."""

    candidate: Candidate
    name: str
    fit: Fit


class Finder:
    """Finds among candidates. What was typed is folded like the names; its words may stand in any order."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = tuple(candidates)

    def find(self, typed: str, most: int = 50) -> list[Hit]:
        """The best hits for what was typed: by fit, then by title; all candidates in order when nothing is typed."""
        query = fold(typed)
        if not query:
            shown = () if typed.strip() else self._candidates[:most]
            return [Hit(candidate, candidate.title, Fit.INSIDE) for candidate in shown]
        compact = query.replace(" ", "")
        words = tuple(query.split())
        found = [
            (fit, len(name), fold(candidate.title), number, Hit(candidate, name, fit))
            for number, candidate in enumerate(self._candidates)
            if (best := candidate.fit(query, compact, words))
            for fit, name in [best]
        ]
        return [hit for *_, hit in sorted(found, key=lambda one: one[:4])[:most]]


def _fit(
    query: str, compact: str, words: tuple[str, ...], whole: str, close: str, apart: tuple[str, ...]
) -> Fit | None:
    if query == whole or compact == close:
        return Fit.EXACT
    if close.startswith(compact):
        return Fit.BEGINNING
    if all(any(part.startswith(word) for part in apart) for word in words):
        return Fit.WORDS
    return Fit.INSIDE if len(compact) > 1 and compact in close else None
