"""The measures of the map that are taken from what is drawn: whole labels, arrow keys, who stands where."""

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
    """The labels of somebody on the map of everyone that are neither beside the other one, nor below behind a name."""
    drawing = map_views.draw(View.EVERYONE, Link.character(id), cells, height)
    beside: dict[Link, str] = {}
    below: dict[Link, str] = {}
    for y, line in enumerate(drawing.lines(Link.character(id))):
        x = 0
        for span in line:
            if span.link:
                told = beside if drawing.boxes[span.link].contains(x, y) else below
                told[span.link] = f"{told.get(span.link, '')} {span.text.strip()}".strip()
            x += width(span.text)
    lost = []
    for edge in map_views.cast.edges_of(id):
        other = map_views.cast.people[edge.other_end(id)]
        label, key = " ".join(edge.label.split()), Link.character(other.id)
        told_below = below.get(key, "").startswith(" ".join(other.name.split())) and label in below[key]
        if label not in beside[key] and not told_below:
            lost.append(f"{other.name}: {label}")
    return lost


class Arrows(NamedTuple):
    """Of all pairs of cards the share that arrows lead between, the mean of the fewest presses, steps taken back."""

    reached: float
    presses: float
    back: float


def arrows(boxes: Mapping[Link, Box]) -> Arrows:
    """How far the arrow keys take one, by the code that steps."""
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
    every = len(boxes) * (len(boxes) - 1)
    return Arrows(pairs / every, presses / pairs, back / steps)


def slots(layouts: Layouts, view: View) -> dict[Link, tuple[int, int]]:
    """In which column everybody stands, and as the how manieth from the top."""
    return {
        key: (number, place)
        for number, column in enumerate(layouts.get(view, 0))
        for place, key in enumerate(key for block in column for key in block.keys)
    }


def moved_by_one_edge(story: Story, added: Relationship) -> tuple[float, float]:
    """The share of cards in another slot of the poster once a tie more is known: begun from the last one, and anew."""
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
