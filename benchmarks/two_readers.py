"""Programs that keep what is read in one file at once: does each find its own and the others'?

python benchmarks/two_readers.py [SECONDS] [PROGRAMS]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from aotad_tui.reading.store import Shelf, Store

SHELF = Shelf("", "guide", "read")


def write(file: Path, name: str, seconds: float) -> None:
    """Keeps facts for that long and prints how many, and the longest that one took."""
    store = Store(file)
    end, number, longest = time.monotonic() + seconds, 0, 0.0
    while time.monotonic() < end:
        begun = time.monotonic()
        store.put(SHELF, f"{name} {number}", str(number))
        longest = max(longest, time.monotonic() - begun)
        number += 1
        time.sleep(0.01)
    store.close()
    print(number, longest, store.trouble)


def main() -> int:
    """Prints how many were written and found; 1 where one was lost."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    programs = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reading.db"
        commands = [[sys.executable, __file__, "write", str(file), str(name), str(seconds)] for name in range(programs)]
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
        told = [program.communicate()[0].split(maxsplit=2) for program in running]
        store = Store(file)
        found = store.all(SHELF)
        store.close()
    lost = sum(f"{name} {number}" not in found for name, (count, *_) in enumerate(told) for number in range(int(count)))
    written = sum(int(count) for count, *_ in told)
    longest = max(float(one[1]) for one in told)
    print(f"{programs} programs, {seconds:.0f} s: {written} kept, {lost} lost, longest {1000 * longest:.0f} ms")
    return 1 if lost or any(one[2:] for one in told) else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        write(Path(sys.argv[2]), sys.argv[3], float(sys.argv[4]))
    else:
        sys.exit(main())
