"""The map of 13,000 people without groups: how long it takes to open, and each of its views.

    python benchmarks/large_map.py [PEOPLE RELATIONSHIPS]

Times are medians of CPU time over five runs, each with a story whose indexes are not built yet. The goal for opening
the map is 200 ms. The last line is the key `m` in the reader, with everything that the screen does.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.chart.large_casts import large_cast  # noqa: E402
from tests.ui.reader import reading  # noqa: E402

from aotad_tui.chart.map.captions import counts_text, selection_text, title  # noqa: E402
from aotad_tui.chart.map.layout.layouts import Layouts  # noqa: E402
from aotad_tui.chart.map.views import STEPS_OF, View  # noqa: E402
from aotad_tui.link import Link  # noqa: E402
from aotad_tui.story.story import Story  # noqa: E402
from aotad_tui.story.visible import VisibleStory  # noqa: E402
from aotad_tui.ui.map.state import MapState, SavedView  # noqa: E402

CELLS, ROWS = 120, 36  # what a screen of 120 x 40 leaves for the map
ROUNDS = 5
GOAL = 200


def open_map(whole: Story) -> MapState:
    """Do all that the map does before its first screen is there, and draw the rows of that screen."""
    state = MapState(VisibleStory(whole), Layouts(), None, SavedView())
    draw(state, state.view)
    return state


def draw(state: MapState, view: View) -> list[str]:
    views, person = state.map_views, state.person
    drawing = views.draw(view, Link.character(person), CELLS, ROWS, person)
    title(views, view, person), counts_text(views, view, person), selection_text(views, Link.character(person))
    return ["".join(span.text for span in drawing.row(y)) for y in range(min(ROWS, drawing.height))]


def print_times(whole: Story) -> None:
    opening: list[float] = []
    others: dict[View, list[float]] = {}
    for _ in range(ROUNDS):
        begun = time.process_time()
        state = open_map(whole)
        opening.append(time.process_time() - begun)
        for view in (View.COMMUNITIES, *STEPS_OF, View.EGO):
            begun = time.process_time()
            draw(state, view)
            others.setdefault(view, []).append(time.process_time() - begun)
    names = [person.name for person in state.map_views.most_connected.people.values()]
    text = "\n".join(draw(state, state.view))
    shown = sum(name in text for name in names)
    print(f"opening: {1000 * statistics.median(opening):.0f} ms (goal {GOAL}), {shown} names, view {state.view}")
    for view, times in others.items():
        print(f"{view}: {1000 * statistics.median(times):.0f} ms")


async def print_time_of_the_key(whole: Story) -> None:
    times = []
    for _ in range(ROUNDS):
        async with reading(whole, len(whole.timeline), (120, 40)) as reader:
            begun = time.process_time()
            await reader.press("m")
            times.append(time.process_time() - begun)
    print(f"the key m in the reader: {1000 * statistics.median(times):.0f} ms")


def main() -> None:
    people, relationships = (int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (13_000, 15_000)
    whole = large_cast(people, relationships)
    gc.collect()
    gc.freeze()  # a reader freezes its story as well
    print(f"{people} people, {relationships} relationships, no groups")
    print_times(whole)
    asyncio.run(print_time_of_the_key(whole))


if __name__ == "__main__":
    main()
