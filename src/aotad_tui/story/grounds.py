"""The evidence for claims: certainty, date and sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .timeline import Position


class Certainty(StrEnum):
    """The certainty of a claim."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    SPECULATION = "speculation"

    @property
    def sign(self) -> str:
        """A character that shows the certainty without colour."""
        return {"confirmed": "✓", "reported": "◌"}.get(self.value, "?")


@dataclass(frozen=True, slots=True)
class Grounds:
    """The evidence for a claim: its certainty, the date it refers to (as written), and the ids of its sources."""

    certainty: Certainty | None = None
    as_of: str = ""
    sources: tuple[str, ...] = ()


NO_GROUNDS = Grounds()


@dataclass(frozen=True, slots=True)
class Source:
    """A source of claims. It has its own stamp, since its title or address may be a spoiler."""

    id: str
    title: str
    since: Position = 0
    url: str = ""
    date: str = ""
    publisher: str = ""
