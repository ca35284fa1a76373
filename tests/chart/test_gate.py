"""As of every point, panels, paths and mentions equal those of a guide cut at that point."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from aotad_tui.cells import Line
from aotad_tui.chart.collapse import ALL_ON_PAGE, ALL_TWO_STEPS, TWO_STEPS, expanded
from aotad_tui.chart.panel import panel
from aotad_tui.chart.path import path_lines
from aotad_tui.library.load import open_guide
from aotad_tui.resources import bundled_guide
from aotad_tui.story.mentions import Mention
from aotad_tui.story.section_people import SectionPeople
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.cut import cut, last_point
from tests.library.guides import JEKYLL

GUIDES = {"jekyll": JEKYLL, "bundled": bundled_guide()}
POINTS = [(name, seen) for name, guide in GUIDES.items() for seen in range(last_point(guide) + 1)]

points = pytest.mark.parametrize(("guide", "seen"), POINTS)


@pytest.fixture(scope="module")
def whole() -> dict[str, Story]:
    return {name: open_guide(guide) for name, guide in GUIDES.items()}


def both(whole: dict[str, Story], guide: str, seen: int, folder: Path) -> tuple[VisibleStory, VisibleStory]:
    copy = open_guide(cut(GUIDES[guide], seen, folder / "copy"))
    return VisibleStory(whole[guide].as_of(seen)), VisibleStory(copy.as_of(copy.seen))


def ids(visible: VisibleStory) -> list[str]:
    return [person.id for person in visible.people.everyone]


def panels(visible: VisibleStory) -> dict[tuple[str, int], list[Line]]:
    """Return everyone's panel, as it opens and fully expanded, with everyone on the page."""
    everything = [TWO_STEPS, ALL_TWO_STEPS, ALL_ON_PAGE, *(expanded(kind.id) for kind in visible.story.kinds)]
    found = {("", 0): panel(visible, "", 40, (), ids(visible))}
    for id in ids(visible):
        found[id, 0] = panel(visible, id, 32, (), ids(visible))
        found[id, 1] = panel(visible, id, 50, everything, ids(visible))
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
def test_every_panel_equals_that_of_the_cut_copy(
    whole: dict[str, Story], guide: str, seen: int, tmp_path: Path
) -> None:
    gated, cut_copy = both(whole, guide, seen, tmp_path)
    assert panels(gated) == panels(cut_copy)


@points
def test_every_path_equals_that_of_the_cut_copy(whole: dict[str, Story], guide: str, seen: int, tmp_path: Path) -> None:
    gated, cut_copy = both(whole, guide, seen, tmp_path)
    assert ways(gated) == ways(cut_copy)


@points
def test_mentions_equal_those_of_the_cut_copy(whole: dict[str, Story], guide: str, seen: int, tmp_path: Path) -> None:
    gated, cut_copy = both(whole, guide, seen, tmp_path)
    assert names(gated) == names(cut_copy)
    assert any(names(gated).values()) == (seen > 0)
