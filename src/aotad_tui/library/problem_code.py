"""A code of `check`: how severe its problems are, what they mean, and an example."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How severe a problem is, the most severe first."""

    ERROR = "error"
    """Something is held back, cannot be read, or leads nowhere."""
    LEAK = "leak"
    """Readers see something before the point from which it is known."""
    WARNING = "warning"
    """Something has another effect than its author probably means."""
    STYLE = "style"
    """The guide works; it could be written better."""


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """A code. `meaning`: a sentence. `wrong`, `right`: the same text with the problem and without it.

    `file`: the file in which these texts stand. Without one they describe files that no text can show.
    """

    severity: Severity
    meaning: str
    file: str
    wrong: str
    right: str
