"""A person with any number of relationships of every kind, with short and long names and labels."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.story.kinds import KINDS
from aotad_tui.story.values import Kind, Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, story, tie

HUB = "hub"
LABELS = (
    "",
    "knows",
    "childhood friends who no longer speak",
    "한 번도 말을 걸지 못한 짝사랑",
    "said once, in front of the whole class, what nobody else had dared to say, and was never forgiven",
)
NAMES = ("Ann {}", "Maximilian von Hohenau {}", "이청산 {}", "X {}")


@dataclass(frozen=True)
class Hub:
    """The story of the hub, and what the panel must show: kind, label, arrow and name of each relationship."""

    visible: VisibleStory
    relationships: list[tuple[Kind, str, str, str]]


def hub(degree: int) -> Hub:
    """Return a hub with `degree` relationships."""
    people = [person(HUB, name_stages=stages((0, "Hub Person")))]
    relationships: list[Relationship] = []
    expected: list[tuple[Kind, str, str, str]] = []
    for number in range(degree):
        kind, label = KINDS[number % len(KINDS)], LABELS[number % len(LABELS)]
        name = NAMES[number % len(NAMES)].format(number)
        people.append(person(f"p{number}", name_stages=stages((0, name))))
        ends = (HUB, f"p{number}") if number % 2 else (f"p{number}", HUB)
        relationships.append(tie(*ends, kind.id, label_stages=stages((0, label)) if label else ()))
        words = label or (kind.label if number % 2 else kind.back)
        expected.append((kind, words, "" if kind.mutual else "►" if number % 2 else "◄", name))
    return Hub(VisibleStory(story(*people, relationships=tuple(relationships)).as_of(LENGTH)), expected)
