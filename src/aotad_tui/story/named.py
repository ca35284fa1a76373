"""What people and terms have in common: names that change with the story, and a description."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from aotad_tui.invisible import visible

from .timeline import NOT_YET, Position


@dataclass(frozen=True, slots=True)
class Stage:
    """One version of a text that changes during the story.

    `live`: whether a name is searched for in texts; None for a name with more than one character only. `is_shown`:
    whether a name is shown, and not only found.
    """

    since: Position
    text: str
    live: bool | None = None
    is_shown: bool = True

    @property
    def is_searched(self) -> bool:
        """Whether a name is searched for in texts."""
        return len(visible(self.text)) > 1 if self.live is None else self.live


Stages = tuple[Stage, ...]
"""The versions of a text, in story order. The last one is current."""


def latest(stages: Stages) -> str | None:
    """The current text, or None without any version."""
    return stages[-1].text if stages else None


def reached_stages(stages: Stages, seen: Position) -> Stages:
    """The versions that are known at `seen`."""
    return tuple(stage for stage in stages if stage.since <= seen)


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the story with names of its own. All stages hold texts to show."""

    id: str
    since: Position
    name_stages: Stages
    native_stages: Stages = ()
    aliases: Stages = ()
    about_stages: Stages = ()

    @property
    def name(self) -> str:
        """The current name, or the id before the entry has a name."""
        return latest(self.name_stages) or self.id

    @property
    def native(self) -> str:
        """The current name in its own script, or an empty string."""
        return latest(self.native_stages) or ""

    @property
    def about(self) -> str:
        """A description of one or two lines."""
        return latest(self.about_stages) or ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All names, earlier ones too, each once, the current name first."""
        return tuple(dict.fromkeys(stage.text for stage in self.spelling_stages))

    @property
    def spelling_stages(self) -> Stages:
        """The stages behind `spellings`, in the same order. Several may have the same spelling."""
        return (*reversed(self.name_stages), *reversed(self.native_stages), *self.aliases)

    @property
    def shown_since(self) -> Position:
        """The position from which it is shown: `since`, or that of the first name if it is later."""
        return max(self.since, self.name_stages[0].since if self.name_stages else NOT_YET)

    def is_visible(self, seen: Position) -> bool:
        """Whether it is visible at `seen`."""
        return self.shown_since <= seen

    def as_of(self, seen: Position) -> Self:
        """This entry without the parts that are stamped later."""
        return replace(
            self,
            name_stages=reached_stages(self.name_stages, seen),
            native_stages=reached_stages(self.native_stages, seen),
            aliases=reached_stages(self.aliases, seen),
            about_stages=reached_stages(self.about_stages, seen),
        )


@dataclass(frozen=True, slots=True)
class Term(Named):
    """A place, a thing or a word of the story."""
