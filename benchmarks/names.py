"""How well the people of the bundled guide are found: every query of queries.yaml, and the misses.

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
    """Print each kind of query and the misses; return 1 unless 95 % are first and all are in the first three."""
    whole = open_guide(bundled_guide())
    finder = Finder(people(VisibleStory(whole.as_of(whole.seen))))
    total = first = among_three = 0
    misses = []
    for kind, meant in yaml.safe_load(QUERIES.read_text(encoding="utf-8")).items():
        queried = [(str(query), id) for id, queries in meant.items() for query in queries]
        ranks = [_rank(finder, query, id) for query, id in queried]
        total += len(queried)
        first += ranks.count(1)
        among_three += sum(1 for rank in ranks if rank <= 3)
        misses += [(kind, *pair, rank) for pair, rank in zip(queried, ranks, strict=True) if rank > 1]
        print(f"{kind:<48} {len(queried):4} queries, first {ranks.count(1):4}")
    for kind, query, id, rank in misses:
        instead = ", ".join(hit.candidate.title for hit in finder.find(query, 3))
        print(f"  not first: {query!r} ({kind}) means {id}, found at {rank if rank < 99 else 'no place'}: {instead}")
    print(f"first {first} of {total}, {100 * first / total:.1f} % (goal 95); in the first three {among_three}")
    return 0 if first >= 0.95 * total and among_three == total else 1


def _rank(finder: Finder, query: str, id: str) -> int:
    """The rank of the person meant among the matches, from 1; 99 if there is no match."""
    found = [hit.candidate.link for hit in finder.find(query)]
    return found.index(Link.character(id)) + 1 if Link.character(id) in found else 99


if __name__ == "__main__":
    sys.exit(main())
