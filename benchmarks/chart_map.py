"""Measures of the map and their goals, for the bundled guide, Les Misérables and generated stories.

    python benchmarks/chart_map.py [ROUNDS]

All measures except times are read from the drawn cells by the project's own checker. Times are medians of CPU time,
since others use the machine too. The relationships of a crowd are random, which is the worst case for a full map:
those of real stories have patterns.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.chart.checker import faults, read  # noqa: E402
from tests.chart.map_measures import arrows, missing_labels, moved_by_one_edge  # noqa: E402
from tests.chart.map_stories import card_names, crowd, expected_edges, houses, les_miserables, rows  # noqa: E402
from tests.story.stories import tie  # noqa: E402

from aotad_tui.chart.map.graph.builders import people_graph  # noqa: E402
from aotad_tui.chart.map.layout.layouts import Layouts  # noqa: E402
from aotad_tui.chart.map.views import MapViews, View  # noqa: E402
from aotad_tui.library.load import open_guide  # noqa: E402
from aotad_tui.link import Link  # noqa: E402
from aotad_tui.resources import bundled_guide  # noqa: E402
from aotad_tui.story.story import Story  # noqa: E402
from aotad_tui.story.visible import VisibleStory  # noqa: E402

CELLS, ROWS = 120, 36  # what a screen of 120 x 40 leaves for the map
FAULTS = ("frames overlap", "line through a card", "lines share a cell", "name lost or cut", "edge lost", "label")


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def stories() -> dict[str, Story]:
    whole = open_guide(bundled_guide())
    return {
        "bundled guide, 3": whole.as_of(3),
        "bundled guide, 7": whole.as_of(7),
        "bundled guide": whole.as_of(12),
        "Les Misérables": les_miserables(),
        "40 people": crowd(40, 53, 7),
        "great houses": houses(),
        "100 people": crowd(100, 130, 12),
        "400 people": crowd(400, 520, 40),
        "13,000 people": crowd(13_000, 17_000, 40),
    }


def print_full_maps(stories_by_name: dict[str, Story]) -> None:
    print("The full map, read from its cells; the goal of every fault is 0\n")
    print(f"{'story':<17} {'ties':<10} {'drawn':>6} {' '.join(FAULTS)}  other  {'crossings':>9} {'goal':>5}  cells")
    goals = {"Les Misérables": "0.4", "40 people": "0.4", "great houses": "1.1"}
    for name in list(stories_by_name)[:6]:
        for all_relationships in (False, True):
            visible = VisibleStory(stories_by_name[name])
            graph, _ = people_graph(MapViews(visible).cast, all_relationships=all_relationships)
            drawing = MapViews(visible, all_relationships=all_relationships).draw(View.FULL_MAP, None, CELLS, ROWS)
            drawn = rows(drawing)
            fault_counts = faults(drawn, card_names(graph), expected_edges(graph))
            counts = [sum(count for kind, count in fault_counts.items() if kind.startswith(one)) for one in FAULTS]
            columns = " ".join(f"{count:>{len(one)}}" for one, count in zip(FAULTS, counts, strict=True))
            found = read(drawn)
            share = found.crossings / len(found.edges)
            which = "all" if all_relationships else "strongest"
            rest = f"{sum(fault_counts.values()) - sum(counts):>5}"
            size = f"{drawing.width} x {drawing.height}"
            goal = goals.get(name, "0.4")
            print(f"{name:<17} {which:<10} {len(found.edges):>6} {columns}  {rest}  {share:>9.2f} {goal:>5}  {size}")


def print_everyone(stories_by_name: dict[str, Story]) -> None:
    print("\nEveryone: cells with somebody chosen, labels in full\n")
    print(f"{'story':<17} {'people in':>10} {'goal':>9} {'tallest':>8} {'labels':>7} {'whole':>7} {'goal':>6}")
    stories_by_name = {**stories_by_name, "200 people": crowd(200, 260, 20)}
    rooms = {"bundled guide": (120, 40), "40 people": (120, 40), "Les Misérables": (120, 40), "200 people": (250, 70)}
    for name, (cells, height) in rooms.items():
        map_views = MapViews(VisibleStory(stories_by_name[name]))
        labels = sum(len(map_views.cast.edges_of(id)) for id in map_views.cast.people)
        lost = sum(len(missing_labels(map_views, id, cells, height - 4)) for id in map_views.cast.people)
        drawings = [
            map_views.draw(View.EVERYONE, Link.character(id), cells, height - 4) for id in map_views.cast.people
        ]
        last = max(box.bottom for box in drawings[0].boxes.values()) + 2
        people, tallest = f"{drawings[0].width}x{last}", max(drawing.height for drawing in drawings)
        room, whole = f"{cells}x{height}", f"{100 - 100 * lost / labels:.1f} %"
        print(f"{name:<17} {people:>10} {room:>9} {tallest:>8} {labels:>7} {whole:>7} {'100 %':>6}")


def print_moves(stories_by_name: dict[str, Story]) -> None:
    print("\nArrow keys: cards reached, mean of the fewest presses, steps that the opposite arrow takes back\n")
    head = f"{'story':<17} {'view':<10} {'cards':>6} {'reached':>8} {'goal':>6} {'presses':>8} {'goal':>5}"
    print(f"{head} {'back':>7} {'goal':>6}")
    for name in ("bundled guide", "Les Misérables", "100 people"):
        for view in (View.FULL_MAP, View.EVERYONE, View.GROUPS):
            boxes = MapViews(VisibleStory(stories_by_name[name])).draw(view, None, CELLS, ROWS).boxes
            found = arrows(boxes)
            goal = "5" if name == "100 people" and view is View.FULL_MAP else ""
            reached, back = f"{100 * found.reached:.0f} %", f"{100 * found.back:.0f} %"
            print(
                f"{name:<17} {view:<10} {len(boxes):>6} {reached:>8} {'100 %':>6} {found.presses:>8.2f} {goal:>5}"
                f" {back:>7} {'100 %':>6}"
            )
    print("\nOne tie more: cards in another slot of the full map (goal 0 % begun from the last full map)\n")
    for name, ends in {"bundled guide": ("han-du-seok", "jang-ha-ri"), "Les Misérables": ("p1", "p70")}.items():
        warm, cold = moved_by_one_edge(stories_by_name[name], tie(*ends, "friend"))
        print(f"{name:<17} begun from the last one {100 * warm:.0f} %, anew {100 * cold:.0f} %")


def print_times(stories_by_name: dict[str, Story], rounds: int) -> None:
    goals = {"40 people": 100, "100 people": 300, "400 people": 1500}
    taken: dict[tuple[str, str], list[float]] = {}
    gc.collect()
    gc.freeze()  # a reader has one story open; the collector need not scan nine
    for _ in range(rounds):
        for name in list(stories_by_name)[2:]:
            map_views = MapViews(VisibleStory(stories_by_name[name]), Layouts())
            person = Link.character(stories_by_name[name].characters[0].id)
            for view in (*map_views.available(), View.EGO):

                def draw(map_views: MapViews = map_views, view: View = view, chosen: Link = person) -> None:
                    drawing = map_views.draw(view, chosen, CELLS, ROWS)
                    for y in range(ROWS):
                        drawing.row(y, chosen)

                taken.setdefault((name, f"{view}"), []).append(seconds(draw))
                taken.setdefault((name, f"{view}, another chosen"), []).append(seconds(draw))
    print(f"\n{'story':<17} {'view':<26} {'ms':>8} {'goal':>6}")
    for (name, what), times in taken.items():
        goal = 16 if "another" in what else goals.get(name) if what == "full-map" else 200 if what == "groups" else None
        print(f"{name:<17} {what:<26} {1000 * statistics.median(times):>8.1f} {goal or '':>6}")


def main() -> None:
    stories_by_name = stories()
    print_full_maps(stories_by_name)
    print_everyone(stories_by_name)
    print_moves(stories_by_name)
    print_times(stories_by_name, int(sys.argv[1]) if len(sys.argv) > 1 else 3)


if __name__ == "__main__":
    main()
