"""A relationship whose kind changes: every surface follows the latest visible kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import plain
from aotad_tui.chart.map.graph.cast import NO_FILTER
from aotad_tui.chart.map.rendering.legend import legend
from aotad_tui.library.load import open_guide
from aotad_tui.progress.events import EventKind, events
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.map.filter import MapFilterScreen
from tests.library.guides import write

from .conftest import Run

FILES = {
    "characters.yaml": "ann: {name: Ann, since: start}\nbob: {name: Bob, since: 2}\n",
    "relationships.yaml": """\
- from: ann
  to: bob
  since: 1
  kind: [{since: 1, text: ally}, {since: 3, text: friend}, {since: 5, text: friend}, {since: 6, text: hurts}]
""",
}
AT = {2: ("ally", "allies"), 3: ("friend", "friends"), 5: ("friend", "friends"), 6: ("hurts", "harm")}
"""The kind and its heading from some points on."""


@pytest.fixture
def guide(tmp_path: Path) -> str:
    return str(write(tmp_path, FILES))


@pytest.mark.parametrize("seen", AT)
def test_json_panel_path_and_map_have_the_latest_visible_kind(run: Run, guide: str, seen: int) -> None:
    kind, heading = AT[seen]
    options = ("--guide", guide, "--seen", str(seen))
    assert [tie["kind"] for tie in run("who", "ann", *options, "--json").json["ties"]] == [kind]
    assert [tie["kind"] for tie in run("map", *options, "--json").json["ties"]] == [kind]
    assert heading in run("who", "ann", *options).out
    assert [step["kind"] for step in run("path", "ann", "bob", *options, "--json").json["steps"]] == [kind]


@pytest.mark.parametrize("seen", AT)
def test_legend_and_filter_have_only_the_latest_visible_kind(guide: str, seen: int) -> None:
    visible = VisibleStory(open_guide(Path(guide)).as_of(seen))
    headings = {heading for _, heading in AT.values()}
    words = " ".join(plain(line) for line in legend(visible.story, 80))
    assert [heading for heading in headings if heading in words] == [AT[seen][1]]
    assert [id for id, _ in MapFilterScreen(visible, NO_FILTER)._kinds] == [AT[seen][0]]


def test_the_recap_has_each_change_in_the_words_of_its_point(guide: str) -> None:
    visible = VisibleStory(open_guide(Path(guide)).as_of(9))
    kinds = {EventKind.BEGUN, EventKind.CHANGED}
    assert [(one.at, one.kind, one.words) for one in events(visible) if one.kind in kinds] == [
        (2, EventKind.BEGUN, "Ann and Bob: allies"),
        (3, EventKind.CHANGED, "Ann and Bob: friends"),
        (6, EventKind.CHANGED, "Ann hurts Bob"),
    ]


def test_a_relationship_is_hidden_until_its_first_kind(run: Run, tmp_path: Path) -> None:
    tie = "- {from: ann, to: bob, since: 1, kind: [{since: 4, text: ally}]}\n"
    guide = str(write(tmp_path, {**FILES, "relationships.yaml": tie}))
    found = [len(run("who", "ann", "--guide", guide, "--seen", str(seen), "--json").json["ties"]) for seen in (3, 4)]
    assert found == [0, 1]


DIRECTIONS = """\
- {from: ann, to: bob, since: 1, kind: [{since: 1, text: friend}, {since: 3, text: enemy}],
   label: [{since: 3, text: hunts}], back: [{since: 3, text: is hunted by}]}
"""


@pytest.mark.slow
def test_every_drawing_has_the_direction_of_the_point(run: Run, tmp_path: Path) -> None:
    people = "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 1}\n"
    guide = str(write(tmp_path, {"characters.yaml": people, "relationships.yaml": DIRECTIONS}))

    def heads(seen: str) -> list[bool]:
        options = ("--guide", guide, "--seen", seen)
        each = (("map", "ann"), ("who", "ann"), ("who", "bob"))
        drawn = [run(*words, *options).out.replace("who ► whom", "the legend") for words in each]
        chain = run("path", "ann", "bob", *options).out
        return [*("►" in text or "◄" in text for text in drawn), "▾" in chain]

    assert heads("2") == [False] * 4
    assert heads("3") == [True] * 4
    ties = [run("ties", id, "--guide", guide, "--seen", "3", "--json").json["ties"][0] for id in ("ann", "bob")]
    assert [(tie["direction"], tie["says"]) for tie in ties] == [
        ("out", "Ann hunts Bob"),
        ("in", "Bob is hunted by Ann"),
    ]


def test_both_people_are_found_by_a_kind_that_is_the_same_from_both_ends(run: Run, tmp_path: Path) -> None:
    people = "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 1}\n"
    guide = str(write(tmp_path, {"characters.yaml": people, "relationships.yaml": DIRECTIONS}))
    found = run("search", "enemy", "--guide", guide, "--seen", "3", "--json").json
    assert {one["id"] for one in found["names"]} == {"ann", "bob"}
