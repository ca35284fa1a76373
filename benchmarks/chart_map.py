"""The map's crossings and times beside the goals of its design: the bundled guide, Les Misérables, large crowds.

    python benchmarks/chart_map.py [ROUNDS]

Crossings are counted in the drawn cells. Times are medians of processor time, since others use the machine too. The
ties of a crowd are drawn by lot, which is the worst that a poster can meet: no story is tied so without pattern.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.chart.casts import crowd, les_miserables, rows  # noqa: E402
from tests.chart.checker import read  # noqa: E402

from aotad_tui.chart.map.atlas import Atlas, View  # noqa: E402
from aotad_tui.chart.map.layouts import Layouts  # noqa: E402
from aotad_tui.library.load import open_guide  # noqa: E402
from aotad_tui.resources import bundled_guide  # noqa: E402
from aotad_tui.story.edition import Edition  # noqa: E402
from aotad_tui.story.links import CHARACTER  # noqa: E402

CELLS, ROWS = 120, 36


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def editions() -> dict[str, Edition]:
    whole = open_guide(bundled_guide())
    stories = {
        "bundled guide": whole,
        "Les Misérables": les_miserables(),
        "crowd of 40": crowd(40, 53, 7),
        "crowd of 100": crowd(100, 130, 12),
        "crowd of 500": crowd(500, 650, 40),
        "crowd of 13,000": crowd(13_000, 17_000, 40),
    }
    return {name: Edition(story.as_of(story.seen)) for name, story in stories.items()}


def print_crossings(given: dict[str, Edition]) -> None:
    print(f"{'poster':<16} {'ties':<10} {'drawn':>6} {'crossings a tie':>16} {'goal':>5}  cells")
    goals = {"bundled guide": "0.4", "Les Misérables": "0.4", "crowd of 40": "0.4"}
    for name, goal in goals.items():
        for all_ties in (False, True):
            drawing = Atlas(given[name], all_ties=all_ties).drawing(View.POSTER, None, CELLS, ROWS)
            found = read(rows(drawing))
            share = found.crossings / len(found.ties)
            which = "all" if all_ties else "strongest"
            size = f"{drawing.width} x {drawing.height}"
            print(f"{name:<16} {which:<10} {len(found.ties):>6} {share:>16.2f} {goal:>5}  {size}")


def print_times(given: dict[str, Edition], rounds: int) -> None:
    goals = {"crowd of 40": 0.1, "crowd of 100": 0.3, "crowd of 500": 1.5}
    taken: dict[tuple[str, str], list[float]] = {}
    for number in range(rounds):
        for name, edition in given.items():
            atlas = Atlas(edition, Layouts())
            person = CHARACTER + next(iter(atlas.cast.people))
            for view in (*atlas.views(), View.EGO):
                if view is View.POSTER and len(atlas.cast.people) > 100 and number:
                    continue  # once is enough to wait for

                def draw(atlas: Atlas = atlas, view: View = view, chosen: str = person) -> None:
                    drawing = atlas.drawing(view, chosen, CELLS, ROWS)
                    for y in range(ROWS):
                        drawing.row(y, chosen)

                taken.setdefault((name, f"{view}"), []).append(seconds(draw))
                taken.setdefault((name, f"{view}, another chosen"), []).append(seconds(draw))
    print(f"\n{'story':<16} {'view':<26} {'ms':>8} {'goal':>6}")
    for (name, what), times in taken.items():
        goal = "16" if "another" in what else f"{1000 * goals[name]:.0f}" if what == "poster" and name in goals else ""
        goal = goal or ("200" if what == "groups" else "")
        print(f"{name:<16} {what:<26} {1000 * statistics.median(times):>8.1f} {goal:>6}")


def main() -> None:
    given = editions()
    print_crossings(given)
    print_times(given, int(sys.argv[1]) if len(sys.argv) > 1 else 3)


if __name__ == "__main__":
    main()
