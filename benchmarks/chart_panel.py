"""The panel and the paths at 13,000 people, against Rich's own table of as many rows as the panel has.

    python benchmarks/chart_panel.py [ROUNDS]

Rounds turn about; medians. Goals: a panel at most 5 ms, also the first of an edition's; a path at most 50 ms, also the
first. The ratio is to the table of the hub's ties, since the machine is noisy: goals hold where it is below 1.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from crowd import HERMIT, HUBS, crowd
from rich.console import Console
from rich.table import Table

from aotad_tui.chart.panel import panel
from aotad_tui.chart.path import path_lines
from aotad_tui.story.edition import Edition

CELLS = (32, 40, 50)


def milliseconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - begun)


def table(edition: Edition) -> None:
    """The baseline: the ties of the largest hub in three columns."""
    drawn = Table(width=50)
    for column in ("kind", "label", "name"):
        drawn.add_column(column)
    for tie in edition.people.ties("hub-300")[:40]:
        drawn.add_row(tie.kind.sign, tie.label, tie.other)
    Console(file=io.StringIO(), width=50).print(drawn)


def jobs(warm: Edition) -> dict[str, Callable[[], object]]:
    far = max((way for number in range(1, 40) if (way := between(warm, number))), key=len)
    return {
        "table of 40 ties (baseline)": lambda: table(warm),
        **{
            f"panel, degree {degree}, {cells} cells": partial(panel, warm, hub, cells)
            for hub, degree in {HERMIT: 0, **HUBS}.items()
            for cells in CELLS
        },
        f"path of {len(far) - 1} steps": lambda: path_lines(warm, warm.paths.between(far[0], far[-1]), 76),
        "two people who are not connected": lambda: warm.paths.between("hub-300", HERMIT),
    }


def between(edition: Edition, number: int) -> tuple[str, ...]:
    return edition.paths.between("hub-300", f"person-{12_000 + number}")


def looked_up(edition: Edition) -> None:
    edition.people.get("hub-300")
    edition.people.ties("hub-300")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    warm = crowd()
    looked_up(warm)  # what an edition looks up once is told apart below
    measured = jobs(warm)
    taken: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(rounds):
        for name, do in measured.items():
            taken[name].append(milliseconds(do))
    firsts: dict[str, list[float]] = {"people and ties looked up": [], "panel, degree 300": [], "path": []}
    for _ in range(max(rounds // 3, 3)):
        cold = Edition(warm.story)
        firsts["people and ties looked up"].append(milliseconds(partial(looked_up, cold)))
        firsts["panel, degree 300"].append(milliseconds(partial(panel, cold, "hub-300", 40)))
        firsts["path"].append(milliseconds(partial(between, cold, 1)))
    base = statistics.median(taken["table of 40 ties (baseline)"])
    for name, times in taken.items():
        print(f"{name:<40} {statistics.median(times):7.2f} ms {statistics.median(times) / base:6.2f} x")
    print("the first of an edition:")
    for name, times in firsts.items():
        print(f"{name:<40} {statistics.median(times):7.2f} ms {statistics.median(times) / base:6.2f} x")


if __name__ == "__main__":
    main()
