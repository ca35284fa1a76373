"""As of every point, panels, paths and mentions equal those of a guide cut at that point."""

from __future__ import annotations

from itertools import combinations

import pytest

from aotad_tui.cells import Line
from aotad_tui.chart.collapse import ALL_ON_PAGE, ALL_TWO_STEPS, PRESENCE, TWO_STEPS, expanded
from aotad_tui.chart.panel import panel
from aotad_tui.chart.path import path_lines
from aotad_tui.story.name_index import Mention
from aotad_tui.story.section_people import SectionPeople
from aotad_tui.story.visible import VisibleStory
from tests.copies import POINTS, Copies

pytestmark = pytest.mark.slow

points = pytest.mark.parametrize(("guide", "seen"), POINTS)


def both(copies: Copies, guide: str, seen: int) -> tuple[VisibleStory, VisibleStory]:
    copy = copies.cut(guide, seen)
    return VisibleStory(copies.whole(guide).as_of(seen)), VisibleStory(copy.as_of(copy.seen))


def ids(visible: VisibleStory) -> list[str]:
    return [person.id for person in visible.people.everyone]


def panels(visible: VisibleStory) -> dict[tuple[str, int], list[Line]]:
    """Return everyone's panel, as it opens and fully expanded, with everyone on the page."""
    everything = [PRESENCE, TWO_STEPS, ALL_TWO_STEPS, ALL_ON_PAGE, *(expanded(kind.id) for kind in visible.story.kinds)]
    found = {("", 0): panel(visible, "", 40, (), ids(visible))}
    named_at = {section.id: frozenset((section.since,)) for section in visible.story.sections}
    for id in ids(visible):
        found[id, 0] = panel(visible, id, 32, (), ids(visible))
        found[id, 1] = panel(visible, id, 50, everything, ids(visible), named_at)
    return found


def ways(visible: VisibleStory) -> dict[tuple[str, str], list[Line]]:
    """Return the paths between any two people; no rows if they are not connected."""
    pairs = combinations(ids(visible), 2)
    found = {(one, other): visible.paths.between(one, other) for one, other in pairs}
    return {ends: path_lines(visible, way, 60) if way else [] for ends, way in found.items()}


def names(visible: VisibleStory) -> dict[str, list[Mention[str]]]:
    """Return the mentions in each section."""
    found = {}
    for section in visible.story.sections:
        lines = [line for line in visible.story.text(section).split("\n") if line.strip("> ")]
        text = "\n".join(lines)  # how many rows are blank where something was taken out is not for the cutter to say
        found[section.id] = visible.mentions.find(text, SectionPeople(visible, section, text), section.unnamed)
    return found


@points
def test_every_panel_equals_that_of_the_cut_copy(copies: Copies, guide: str, seen: int) -> None:
    gated, cut_copy = both(copies, guide, seen)
    assert panels(gated) == panels(cut_copy)


@points
def test_every_path_equals_that_of_the_cut_copy(copies: Copies, guide: str, seen: int) -> None:
    gated, cut_copy = both(copies, guide, seen)
    assert ways(gated) == ways(cut_copy)


@points
def test_mentions_equal_those_of_the_cut_copy(copies: Copies, guide: str, seen: int) -> None:
    gated, cut_copy = both(copies, guide, seen)
    assert names(gated) == names(cut_copy)
    assert any(names(gated).values()) or seen == 0
