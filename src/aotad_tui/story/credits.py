"""The credits of a guide: who wrote it, under which licence, where it is, and which version this is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credits:
    """The credits of a guide, each empty if the guide does not say. They have no stamps, so they reveal nothing."""

    authors: tuple[str, ...] = ()
    license: str = ""
    homepage: str = ""
    version: str = ""


NO_CREDITS = Credits()
