"""Two readers of one guide on one state file, each in a terminal of its own, both given keys for a minute: does each
find its own changes and the other's?

    PYTHONPATH=. python benchmarks/two_readers.py [SECONDS] [SEED]

What is done and how it is looked up is in tests/two_readers.py; a test does a few steps of it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.two_readers import lost, two_hands

from aotad_tui.library.load import open_guide

GUIDE = Path(__file__).parent.parent / "tests" / "guides" / "jekyll"


def main() -> int:
    """Prints what was done, how long one change took at the most, and what was lost; 1 where anything was."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    story = open_guide(GUIDE)
    longest = 0.0
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config")
        with two_hands(GUIDE, story, seed) as hands:
            until = time.monotonic() + seconds
            while (begun := time.monotonic()) < until:
                for hand in hands:
                    hand.do_something()
                longest = max(longest, time.monotonic() - begun)
            for hand, other in (hands, hands[::-1]):
                hand.write(f"from {id(hand)}.")
                other.lists(f"from {id(hand)}.")
            codes = [hand.leave() for hand in hands]
            missing = lost(story, hands)
    done = ", ".join(str(hand.done) for hand in hands)
    marks = sum(sum(hand.bookmarks.values()) for hand in hands)
    print(
        f"{seconds:.0f} s, changes: {done}, {marks} of them bookmarks; a turn of both took {longest:.2f} s at the most"
    )
    print(f"lost: {'; '.join(missing) or 'nothing'} (goal: nothing); exit codes {codes}")
    return 1 if missing or any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
