"""The problems of a guide, with messages that say where they are and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace


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
    """A problem. `fatal`: the guide cannot be opened until it is fixed."""

    mark: Mark
    code: str
    message: str
    fatal: bool = False

    def __str__(self) -> str:
        return f"{self.mark}: {self.code} {self.message}"


class Problems:
    """Collects problems during loading, so that all of them are reported together."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self.faulty_ids: set[str] = set()
        """Ids of entries with problems in them. What follows from these problems is not reported as well."""

    def report(self, mark: Mark, code: str, message: str, *, fatal: bool = False) -> None:
        """Add a problem. `fatal`: it prevents opening the guide."""
        self._problems.append(Problem(mark, code, message, fatal))

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


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """The end of a message with the most similar known word, "; did you mean 'x'?", or an empty string."""
    similar = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{similar[0]}'?" if similar else ""
