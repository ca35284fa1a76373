"""Two scripted readers of one guide with one state file, each in its own terminal, for a minute: is any change lost?

    PYTHONPATH=. python benchmarks/two_readers.py [SECONDS] [SEED]

tests/two_readers.py defines the changes and how they are checked; a test makes a few of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.two_readers import missing_state, two_scripted_readers

from aotad_tui.library.load import open_guide

GUIDE = Path(__file__).parent.parent / "tests" / "guides" / "jekyll"


def main() -> int:
    """Print what was done, the longest time of two changes, and what was lost; return 1 if anything was lost."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    story = open_guide(GUIDE)
    longest = 0.0
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config")
        with two_scripted_readers(GUIDE, story, seed) as readers:
            until = time.monotonic() + seconds
            while (begun := time.monotonic()) < until:
                for reader in readers:
                    reader.make_change()
                longest = max(longest, time.monotonic() - begun)
            for reader, other in (readers, readers[::-1]):
                reader.add_bookmark(f"from {id(reader)}.")
                other.wait_for_bookmark(f"from {id(reader)}.")
            codes = [reader.end_session() for reader in readers]
            missing = missing_state(story, readers)
    changes = ", ".join(str(reader.changes) for reader in readers)
    marks = sum(sum(reader.bookmarks.values()) for reader in readers)
    print(f"{seconds:.0f} s, changes: {changes}, {marks} of them bookmarks; both together took {longest:.2f} s at most")
    print(f"lost: {'; '.join(missing) or 'nothing'} (goal: nothing); exit codes {codes}")
    return 1 if missing or any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
