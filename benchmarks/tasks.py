"""Keys and clicks of sixty tasks of readers, each done in the running program. Is any of them a dead end?

    PYTHONPATH=. python benchmarks/tasks.py [WORDS]

WORDS: only the tasks whose names have them. tests/tasks has the tasks; a test does them all. A typed word is counted by
its letters, apart from the other keys. To rest the pointer, to drag, and to turn the wheel until something is in view,
count as one click each.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from statistics import median

from tests import textual_internals
from tests.tasks import TASKS
from tests.tasks.run import do
from tests.tasks.steps import Step, Task, clicks, letters, presses

_WIDTHS = (6, 8, 8, 8)
"""The cells of the columns of numbers."""


def main() -> int:
    """Print a row for each task, and sums and medians; return 1 if there is a dead end."""
    words = sys.argv[1] if len(sys.argv) > 1 else ""
    tasks = [task for task in TASKS if words in task.name]
    dead_ends = 0
    print(f"{'':52}{'keyboard':>14}{'mouse':>16}")
    print(f"{'task':52}{'keys':>6}{'letters':>8}{'clicks':>8}{'letters':>8}")
    with textual_internals.styles_parsed_once():
        for task in tasks:
            missed = [
                way for way, steps in (("keyboard", task.keys), ("mouse", task.mouse)) if not _is_reached(task, steps)
            ]
            dead_ends += len(missed)
            note = f"  DEAD END by {' and '.join(missed)}" if missed else ""
            print(f"{task.name:52}{_counts(task)}{note}", flush=True)
    for name, of in (("sum", sum), ("median", median)):
        counts = (of(column) for column in zip(*map(_numbers, tasks), strict=True))
        print(f"{name:52}" + "".join(f"{count:>{width}g}" for count, width in zip(counts, _WIDTHS, strict=True)))
    return 1 if dead_ends else 0


def _numbers(task: Task) -> Sequence[int]:
    """Keys and letters by keyboard, clicks and letters by mouse."""
    return presses(task.keys), letters(task.keys), clicks(task.mouse), letters(task.mouse)


def _counts(task: Task) -> str:
    return "".join(f"{number:>{width}}" for number, width in zip(_numbers(task), _WIDTHS, strict=True))


def _is_reached(task: Task, steps: Sequence[Step]) -> bool:
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config")
        try:
            asyncio.run(do(task, steps))
        except AssertionError as screen:
            print(screen, file=sys.stderr)
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
