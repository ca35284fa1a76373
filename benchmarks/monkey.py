"""A monkey at the reader: random input on three guides. Does anything raise, hang, or end where no key leads back?

    PYTHONPATH=. python benchmarks/monkey.py [STEPS] [SEED]

A run has 500 steps, the next seed and the next of three guides: `monkey.py 500 SEED` repeats one. tests/monkey.py says
what a step is and what must hold; a test does a few hundred of them.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from tests import textual_internals
from tests.monkey import originals, play

RUN = 500


def main() -> int:
    """Print each finding and what each run took; return 1 if there is a finding."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    findings, slowest, begun = 0, 0.0, time.process_time()
    with tempfile.TemporaryDirectory() as top, textual_internals.styles_parsed_once():
        guides = originals(Path(top) / "hostile")
        for number, done in enumerate(range(0, steps, RUN), seed):
            with tempfile.TemporaryDirectory() as home:
                os.environ.update(HOME=home, XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config")
                result = asyncio.run(play(number, min(RUN, steps - done), Path(home) / "guides", guides))
            if result.finding:
                findings += 1
                print(f"{result.finding}\n")
            slowest = max(slowest, result.slowest)
            print(f"seed {number}: {result.steps} steps, slowest answer {result.slowest:.2f} s of CPU", flush=True)
    print(
        f"{findings} findings in {time.process_time() - begun:.0f} s of CPU; slowest answer {slowest:.2f} s (goal: 3)"
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
