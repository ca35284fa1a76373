"""The time to import each dependency: milliseconds over an interpreter that imports nothing, alternating rounds.

python benchmarks/imports.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

MODULES = ("markdown_it", "mdit_py_plugins.footnote", "yaml", "rich.cells", "textual.app", "aotad_tui.cli.main")


def seconds(module: str) -> float:
    """The seconds that a new interpreter takes to import a module."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    taken: dict[str, list[float]] = {module: [] for module in ("sys", *MODULES)}
    for _ in range(rounds):
        for module, times in taken.items():
            times.append(seconds(module))
    floor = statistics.median(taken["sys"])
    for module in MODULES:
        print(f"{module:<26} {1000 * (statistics.median(taken[module]) - floor):6.0f} ms")


if __name__ == "__main__":
    main()
