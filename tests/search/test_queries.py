"""The table of what people type for the bundled cast, see benchmarks/queries.yaml."""

from __future__ import annotations

from pathlib import Path

import yaml

from aotad_tui.link import Link
from aotad_tui.search.candidates import people
from aotad_tui.search.finder import Finder
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory

TABLE = Path(__file__).parents[2] / "benchmarks" / "queries.yaml"


def test_of_the_table_of_queries_19_in_20_find_the_meant_person_first_and_all_in_the_first_three(
    bundled: Story,
) -> None:
    finder = Finder(people(VisibleStory(bundled.as_of(bundled.seen))))
    ways = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    asked = [(query, id) for meant in ways.values() for id, queries in meant.items() for query in queries]
    assert len(asked) >= 150
    places = {pair: [hit.candidate.link for hit in finder.find(pair[0])][:3] for pair in asked}
    assert [pair for pair, three in places.items() if Link.character(pair[1]) not in three] == []
    second = [pair for pair, three in places.items() if three[0] != Link.character(pair[1])]
    assert len(second) <= len(asked) / 20, second
