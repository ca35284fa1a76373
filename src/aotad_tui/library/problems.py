"""The problems of a guide, with messages that say where they are and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from aotad_tui.cleaning import single_line

_MOST_COMPARED = 2_000
_LONGEST_COMPARED = 100
"""How many known words a wrong word is compared with, and of how many characters: 0.1 ms, in a guide of any size."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A position in a file of a guide: the path below the guide's folder, line and column (both from 1)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A problem. `fatal`: the guide cannot be opened until it is fixed. `subject`: the name or id that it is about."""

    mark: Mark
    code: str
    message: str
    fatal: bool = False
    subject: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.mark}: {self.code} {self.message}"


class Problems:
    """Collects problems during loading, so that all of them are reported together."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self.faulty_ids: set[str] = set()
        """Ids of entries with problems in them. What follows from these problems is not reported as well."""

    def report(self, mark: Mark, code: str, message: str, *, fatal: bool = False, subject: str = "") -> None:
        """Add a problem on one line: a message repeats what an author wrote, which may look like another problem.

        `fatal`: it prevents opening the guide. `subject`: the name or id that it is about.
        """
        self._problems.append(Problem(mark, code, single_line(message), fatal, subject))

    def make_fatal(self, first: int) -> None:
        """Let all problems from number `first` on (from 0) prevent opening the guide."""
        self._problems[first:] = [replace(problem, fatal=True) for problem in self._problems[first:]]

    @property
    def all(self) -> tuple[Problem, ...]:
        """Every problem once, in the order of files and lines."""
        return tuple(sorted(set(self._problems)))

    @property
    def count(self) -> int:
        """The number of problems reported so far."""
        return len(self._problems)

    @property
    def fatal(self) -> bool:
        """Whether a problem prevents opening the guide."""
        return any(problem.fatal for problem in self._problems)


def did_you_mean(wrong: str, known: Iterable[str], *, least: int = 60) -> str:
    """The end of a message with the most similar known word, "; did you mean 'x'?", or an empty string.

    `least`: how similar it is at least, of 100.
    """
    similar = most_similar(wrong, known, least=least)
    return "" if similar is None else f"; did you mean '{similar}'?"


def most_similar(wrong: str, known: Iterable[str], *, least: int = 60) -> str | None:
    """The known word that is most similar to a wrong one; None if none is at least `least` of 100 similar."""
    from rapidfuzz import fuzz, process  # imported here, since most guides have no wrong words

    if len(wrong) > _LONGEST_COMPARED:
        return None
    similar = process.extractOne(wrong, list(islice(known, _MOST_COMPARED)), scorer=fuzz.ratio, score_cutoff=least)
    return similar[0] if similar else None
