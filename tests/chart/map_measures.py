"""Measures of the map taken from its drawings: whole labels, arrow keys, stability of places."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from aotad_tui.cells import width
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.chart.map.spatial_navigation import OPPOSITE, Arrow, CardNavigator
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import Relationship
from aotad_tui.story.visible import VisibleStory


def missing_labels(map_views: MapViews, id: str, cells: int, height: int = 36) -> list[str]:
    """Return the labels of a person in the overview that are neither beside the other's name nor below everyone."""
    drawing = map_views.draw(View.EVERYONE, Link.character(id), cells, height)
    beside_name: dict[Link, str] = {}
    below_all: dict[Link, str] = {}
    for y, line in enumerate(drawing.lines(Link.character(id))):
        x = 0
        for span in line:
            if span.link:
                texts = beside_name if drawing.boxes[span.link].contains(x, y) else below_all
                texts[span.link] = f"{texts.get(span.link, '')} {span.text.strip()}".strip()
            x += width(span.text)
    missing = []
    for edge in map_views.cast.edges_of(id):
        other = map_views.cast.people[edge.other_end(id)]
        label, key = " ".join(edge.label.split()), Link.character(other.id)
        told_below = below_all.get(key, "").startswith(" ".join(other.name.split())) and label in below_all[key]
        if label not in beside_name[key] and not told_below:
            missing.append(f"{other.name}: {label}")
    return missing


class Arrows(NamedTuple):
    """How well arrow keys connect the cards.

    `reached`: the share of pairs that they connect; `presses`: the mean of the fewest presses; `back`: the share of
    steps that the opposite arrow takes back.
    """

    reached: float
    presses: float
    back: float


def arrows(boxes: Mapping[Link, Box]) -> Arrows:
    """Measure arrow keys with the code that moves the selection."""
    ways: dict[Link, list[Link]] = {key: [] for key in boxes}
    steps = back = pairs = presses = 0
    for here in boxes:
        for way in Arrow:
            walk = CardNavigator()
            there = walk.step(boxes, here, way)
            if there != here:
                ways[here].append(there)
                steps += 1
                back += walk.step(boxes, there, OPPOSITE[way]) == here
    for start in boxes:
        far, waiting = {start: 0}, deque([start])
        while waiting:
            here = waiting.popleft()
            for there in ways[here]:
                if there not in far:
                    far[there] = far[here] + 1
                    waiting.append(there)
        pairs += len(far) - 1
        presses += sum(far.values())
    all_pairs = len(boxes) * (len(boxes) - 1)
    return Arrows(pairs / all_pairs, presses / pairs, back / steps)


def slots(layouts: Layouts, view: View) -> dict[Link, tuple[int, int]]:
    """Return the column of each card and its index from the top."""
    return {
        key: (number, place)
        for number, column in enumerate(layouts.get(view, 0))
        for place, key in enumerate(key for block in column for key in block.keys)
    }


def moved_by_one_edge(story: Story, added: Relationship) -> tuple[float, float]:
    """Return the share of cards that one more relationship moves on the full map: from the last layout, and afresh."""
    shares = []
    for warm in (True, False):
        layouts = Layouts()
        MapViews(VisibleStory(story), layouts).draw(View.FULL_MAP, None, 120, 36)
        before = slots(layouts, View.FULL_MAP)
        after_layouts = layouts if warm else Layouts()
        more = replace(story, relationships=(*story.relationships, added))
        MapViews(VisibleStory(more), after_layouts).draw(View.FULL_MAP, None, 120, 36)
        after = slots(after_layouts, View.FULL_MAP)
        shares.append(sum(after[key] != slot for key, slot in before.items()) / len(before))
    return shares[0], shares[1]
