"""What is wrong with a guide, said so that its author finds the place and knows what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file of a guide: its path below the guide's folder, line and column (both from 1)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong. `fatal`: the guide cannot be opened before it is mended."""

    mark: Mark
    code: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.mark}: {self.code} {self.message}"


class Problems:
    """Collects problems while a guide is read, so that all are told at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self.spoilt: set[str] = set()
        """Ids of entries that could not be read: that they are missing elsewhere need not be told as well."""

    def error(self, mark: Mark, code: str, message: str) -> None:
        """Adds a problem that keeps the guide from being opened."""
        self._found.append(Problem(mark, code, message))

    def warning(self, mark: Mark, code: str, message: str) -> None:
        """Adds a problem that a reader need not hear of, but the author should."""
        self._found.append(Problem(mark, code, message, fatal=False))

    @property
    def all(self) -> tuple[Problem, ...]:
        """Every problem once, in the order of files and lines."""
        return tuple(sorted(set(self._found)))

    @property
    def count(self) -> int:
        """How many were told so far."""
        return len(self._found)

    @property
    def fatal(self) -> bool:
        """Whether one of them keeps the guide from being opened."""
        return any(problem.fatal for problem in self._found)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """The end of a message: the known word that is nearest, as "; did you mean 'x'?", or an empty string."""
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""
