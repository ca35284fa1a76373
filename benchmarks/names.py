"""How well the people of the bundled guide are found: every query of queries.yaml, the misses by name.

python benchmarks/names.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from aotad_tui.library.load import open_guide
from aotad_tui.link import Link
from aotad_tui.resources import bundled_guide
from aotad_tui.search.candidates import people
from aotad_tui.search.finder import Finder
from aotad_tui.story.visible import VisibleStory

QUERIES = Path(__file__).parent / "queries.yaml"


def main() -> int:
    """Prints a line for each way of asking, then the misses; 1 where 95 % first and all in three is not met."""
    whole = open_guide(bundled_guide())
    finder = Finder(people(VisibleStory(whole.as_of(whole.seen))))
    total = first = among_three = 0
    misses = []
    for way, meant in yaml.safe_load(QUERIES.read_text(encoding="utf-8")).items():
        asked = [(str(query), id) for id, queries in meant.items() for query in queries]
        places = [_rank(finder, query, id) for query, id in asked]
        total += len(asked)
        first += places.count(1)
        among_three += sum(1 for place in places if place <= 3)
        misses += [(way, *pair, place) for pair, place in zip(asked, places, strict=True) if place > 1]
        print(f"{way:<48} {len(asked):4} queries, first {places.count(1):4}")
    for way, query, id, place in misses:
        instead = ", ".join(hit.candidate.title for hit in finder.find(query, 3))
        print(f"  not first: {query!r} ({way}) means {id}, found at {place if place < 99 else 'no place'}: {instead}")
    print(f"first {first} of {total}, {100 * first / total:.1f} % (goal 95); in the first three {among_three}")
    return 0 if first >= 0.95 * total and among_three == total else 1


def _rank(finder: Finder, query: str, id: str) -> int:
    """The place of the meant person among the hits, from 1; 99 for none."""
    found = [hit.candidate.link for hit in finder.find(query)]
    return found.index(Link.character(id)) + 1 if Link.character(id) in found else 99


if __name__ == "__main__":
    sys.exit(main())
