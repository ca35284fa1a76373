"""How many of the faults that authors make `check` reports, by kind, on one copy of a guide for each fault.

python benchmarks/planted_faults.py

The first figures are of a small guide, the second of the bundled guide to Jekyll and Hyde.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.library import planted, planted_in_jekyll
from tests.library.planted import Recall, recall_by_kind


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        print("a small guide")
        _print(recall_by_kind(Path(folder) / "small", planted.faults()))
        print("\nJekyll and Hyde")
        _print(recall_by_kind(Path(folder) / "jekyll", planted_in_jekyll.faults(), planted_in_jekyll.GUIDE))


def _print(figures: Mapping[str, Recall]) -> None:
    for kind, figure in figures.items():
        print(f"{kind:28} {figure}")
    number = sum(figure.planted for figure in figures.values())
    missed = sum(len(figure.missed) for figure in figures.values())
    print(f"all kinds: {number - missed} of {number}, {(number - missed) / number:.1%}")


if __name__ == "__main__":
    main()
