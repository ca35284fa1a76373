"""Times of the panel and of paths with 13,000 people, and measures of the panel and their goals.

    python benchmarks/chart_panel.py [ROUNDS]

Times are milliseconds of CPU time, medians of alternating rounds, and the ratio to Rich's own table of 40
relationships. "First" includes the indexes that a visible story builds on first use. The measures are read from the
drawn cells of the hubs of the tests, with labels and names of every length and all relationships unfolded.
"""

from __future__ import annotations

import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from crowd import HERMIT, HUBS, crowd  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from tests.chart.row_texts import relationship_part, relationship_texts, rows, too_wide, without_spaces  # noqa: E402
from tests.chart.test_panel_contents import EVERYTHING, hub  # noqa: E402

from aotad_tui.chart.panel import panel  # noqa: E402
from aotad_tui.chart.path import path_lines  # noqa: E402
from aotad_tui.story.visible import VisibleStory  # noqa: E402

CELLS = (32, 40, 50)
GOALS = {60: 2.0, 300: 10.0}
"""Milliseconds for a panel of so many relationships; with 13,000 people no panel may take more than `PANEL`."""
PANEL, PATH = 5.0, 50.0


def milliseconds(do: Callable[[], object]) -> float:
    begun = time.process_time()
    do()
    return 1000 * (time.process_time() - begun)


def table(visible: VisibleStory) -> None:
    """The baseline: 40 relationships of the largest hub in a table of three columns."""
    drawn = Table(width=50)
    for column in ("kind", "label", "name"):
        drawn.add_column(column)
    for tie in visible.people.relationships_of("hub-300")[:40]:
        drawn.add_row(tie.kind.sign, tie.label, tie.other)
    Console(file=io.StringIO(), width=50).print(drawn)


def jobs(crowd_story: VisibleStory) -> dict[str, Callable[[], object]]:
    far = max((way for number in range(1, 40) if (way := between(crowd_story, number))), key=len)
    return {
        "table of 40 ties (baseline)": lambda: table(crowd_story),
        **{
            f"panel, degree {degree}, {cells} cells": partial(panel, crowd_story, hub, cells)
            for hub, degree in {HERMIT: 0, **HUBS}.items()
            for cells in CELLS
        },
        f"path of {len(far) - 1} steps": lambda: path_lines(
            crowd_story, crowd_story.paths.between(far[0], far[-1]), 76
        ),
        "two people who are not connected": lambda: crowd_story.paths.between("hub-300", HERMIT),
    }


def between(visible: VisibleStory, number: int) -> tuple[str, ...]:
    return visible.paths.between("hub-300", f"person-{12_000 + number}")


def goal(name: str) -> float | None:
    if name.startswith("panel"):
        return next((at for degree, at in GOALS.items() if f"degree {degree}," in name and at < PANEL), PANEL)
    return PATH if name.startswith(("path", "two people")) else None


def print_times(taken: dict[str, list[float]], base: float) -> None:
    for name, times in taken.items():
        median, wanted = statistics.median(times), goal(name)
        verdict = "" if wanted is None else f"goal {wanted:3.0f}  {'ok' if median <= wanted else 'MISSED'}"
        print(f"{name:<40} {median:7.2f} ms {median / base:6.2f} x  {verdict}")


def print_measures() -> None:
    print("\nmeasures, from the drawn cells                     goal: 0 too wide, 100 % of labels and of names whole")
    for degree in (0, 1, 5, 60, 300):
        for cells in CELLS:
            visible = hub(degree)
            ties = visible.people.relationships_of("hub")
            drawn = rows(panel(visible, "hub", cells, EVERYTHING))
            texts = relationship_texts(relationship_part(drawn))
            wide = len(too_wide(panel(visible, "hub", cells, EVERYTHING), cells))
            names = {tie.other: person.name for tie in ties if (person := visible.people.get(tie.other))}
            labels = sum(any(text.startswith(without_spaces(tie.label)) for text in texts) for tie in ties)
            whole = sum(any(without_spaces(names[tie.other]) in text for text in texts) for tie in ties)
            share = [100 * count // len(ties) if ties else 100 for count in (labels, whole)]
            folded = len(panel(visible, "hub", cells))
            verdict = "ok" if not wide and share == [100, 100] else "MISSED"
            verdict += f"   {folded} rows, folded" if degree > 5 else ""
            print(f"degree {degree:>3}, {cells} cells: {wide} too wide, {share[0]} %, {share[1]} %  {verdict}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    crowd_story = crowd()
    measured = jobs(crowd_story)
    gc.freeze()  # as the reader does
    gc.set_threshold(5_000)
    taken: dict[str, list[float]] = {name: [] for name in measured}
    first: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, do in measured.items():
            taken[name].append(milliseconds(do))
        for degree in (60, 300):
            panel_of = partial(panel, VisibleStory(crowd_story.story), f"hub-{degree}", 40)
            first.setdefault(f"panel, degree {degree}, the first", []).append(milliseconds(panel_of))
        first.setdefault("path, the first", []).append(
            milliseconds(partial(between, VisibleStory(crowd_story.story), 1))
        )
    base = statistics.median(taken["table of 40 ties (baseline)"])
    print_times(taken | first, base)
    print_measures()


if __name__ == "__main__":
    main()
