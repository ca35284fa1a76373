"""The time from start to first text with one long section, against 10 KB, in a real pseudo-terminal.

    python benchmarks/page_start.py [ROUNDS]

Printed are medians of alternating rounds and their ratios. The goals are 1.5 times 10 KB for 1 MB, and 2 times for 5
MB.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from page import text
from start import seconds

GOALS = {10: 1.0, 1000: 1.5, 5000: 2.0}


def guide(folder: Path, kilobytes: int) -> Path:
    """A guide of one section of about that size."""
    guide_folder = folder / str(kilobytes)
    (guide_folder / "sections").mkdir(parents=True)
    (guide_folder / "guide.yaml").write_text("format: 1\ntitle: Long\n", encoding="utf-8")
    (guide_folder / "characters.yaml").write_text("ann: {name: Ann, since: start}\n", encoding="utf-8")
    (guide_folder / "relationships.yaml").write_text("[]\n", encoding="utf-8")
    section = "---\ntitle: One\nsince: start\n---\nFirst text.\n\n" + text(kilobytes)
    (guide_folder / "sections" / "one.md").write_text(section, encoding="utf-8")
    return guide_folder


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    taken: dict[int, list[float]] = {size: [] for size in GOALS}
    with tempfile.TemporaryDirectory() as folder:
        guides = {size: guide(Path(folder), size) for size in GOALS}
        for _ in range(rounds):
            for size, guide_folder in guides.items():
                command = [sys.executable, "-m", "aotad_tui", str(guide_folder)]
                taken[size].append(seconds(command, b"First text"))
    base = statistics.median(taken[10])
    for size, goal in GOALS.items():
        median = statistics.median(taken[size])
        print(f"{size:5} KB {1000 * median:6.0f} ms   {median / base:.2f} x 10 KB (goal {goal})")


if __name__ == "__main__":
    main()
