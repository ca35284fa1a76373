"""The memory of the program with its first page shown, against a bare Textual app that shows one Static.

    python benchmarks/memory.py [ROUNDS]

Both run in a real pseudo-terminal; the guide is the bundled one with all of it seen. Printed are medians of alternating
rounds and their ratios. `resident` is the resident set size, `share` the proportional set size. The goal is at most 1.3
times the bare app.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import tempfile
import time
from compileall import compile_dir
from pathlib import Path

from start import BARE_APP, run_in_terminal, wait_for

import aotad_tui

_IDLE = 1.5
"""Seconds after its first text in which a program may finish its work in the background."""
GOAL = 1.3
RUNS = {
    "bare": ([sys.executable, "-c", BARE_APP], b"first text"),
    "reader": ([sys.executable, "-m", "aotad_tui", "--seen", "end"], b"season 2?"),
}


def kilobytes(command: list[str], text: bytes) -> tuple[int, int]:
    """The resident and the proportional set size of a program that has drawn a text and is idle."""
    with run_in_terminal(command) as (child, terminal):
        wait_for(text, terminal)
        until = time.monotonic() + _IDLE
        while (left := until - time.monotonic()) > 0:
            if select.select([terminal], [], [], left)[0]:
                os.read(terminal, 65536)
        lines = Path(f"/proc/{child}/smaps_rollup").read_text(encoding="ascii").splitlines()
    sizes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}
    return sizes["Rss"], sizes["Pss"]


def main() -> None:
    """Print the medians and their ratios."""
    compile_dir(Path(aotad_tui.__file__).parent, quiet=1)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    taken: dict[str, list[tuple[int, int]]] = {name: [] for name in RUNS}
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config")
        for _ in range(rounds):
            for name, (command, text) in RUNS.items():
                taken[name].append(kilobytes(command, text))
    base = [statistics.median(kind) for kind in zip(*taken["bare"], strict=True)]
    for name, found in taken.items():
        for what, some, bare in zip(("resident", "share"), zip(*found, strict=True), base, strict=True):
            median = statistics.median(some)
            goal = f"  goal {GOAL}  {'ok' if median / bare <= GOAL else 'MISSED'}" if name == "reader" else ""
            print(f"{name:8} {what:8} {median / 1000:6.1f} MB   {median / bare:.2f} x{goal}")


if __name__ == "__main__":
    main()
