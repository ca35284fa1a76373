"""How many of the faults that authors make `check` reports, by kind, on one copy of a small guide for each fault.

python benchmarks/planted_faults.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.library.planted import recall_by_kind


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        figures = recall_by_kind(Path(folder))
    for kind, figure in figures.items():
        print(f"{kind:28} {figure}")
    planted = sum(figure.planted for figure in figures.values())
    missed = sum(len(figure.missed) for figure in figures.values())
    print(f"all kinds: {planted - missed} of {planted}, {(planted - missed) / planted:.1%}")


if __name__ == "__main__":
    main()
