"""People who are announced before they are met: listed as such, without a state, and not counted as met."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import plain
from aotad_tui.chart.map.captions import counts_text
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.chart.mentioned import list_lines
from aotad_tui.story.visible import VisibleStory
from tests.library.guides import opened, write

from .conftest import Run

CAST = """\
ann: {name: Ann, since: 1}
bob: {name: Bob, since: 1, met: 3, facts: [{since: 1, text: Is cast.}, {since: 4, text: Falls., state: dead}]}
cat: {name: Cat, since: 2, met: later}
"""


def now(folder: Path, seen: int, head: str = "") -> VisibleStory:
    files = {"characters.yaml": CAST} | ({"guide.yaml": head} if head else {})
    return VisibleStory(opened(folder, files).as_of(seen))


@pytest.mark.parametrize(
    ("seen", "states"),
    [
        (1, {"ann": "alive", "bob": "announced"}),
        (2, {"ann": "alive", "bob": "announced", "cat": "announced"}),
        (3, {"ann": "alive", "bob": "alive", "cat": "announced"}),
        (9, {"ann": "alive", "bob": "dead", "cat": "announced"}),
    ],
)
def test_a_person_has_a_state_from_the_point_at_which_they_are_met(
    tmp_path: Path, seen: int, states: dict[str, str]
) -> None:
    visible = now(tmp_path, seen)
    assert {person.id: person.state for person in visible.people.everyone} == states
    assert set(visible.story.state_by_id) == set(states.values()) | {"alive"}


def test_lists_cards_and_json_say_who_is_announced(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"characters.yaml": CAST}))
    assert run("people", "--guide", guide, "--seen", "2").lines == [
        "Ann  • alive",
        "Bob  ○ announced, not met yet",
        "Cat  ○ announced, not met yet",
    ]
    assert run("who", "bob", "--guide", guide, "--seen", "2").lines[:2] == ["Bob", "○ announced, not met yet"]
    people = run("people", "--guide", guide, "--seen", "3", "--json").json
    assert [(one["met"], one["state"]) for one in people] == [(True, "alive"), (True, "alive"), (False, None)]


def test_the_people_on_a_page_have_the_sign_of_who_is_announced(tmp_path: Path) -> None:
    rows = [plain(line) for line in list_lines(now(tmp_path, 3), ["ann", "bob", "cat"], 20)]
    assert rows[1:] == ["• Ann", "• Bob", "○ Cat"]


@pytest.mark.parametrize(
    ("seen", "words"),
    [(1, "1 person, 1 announced, 0 relationships"), (4, "2 people, 1 announced, 0 relationships")],
)
def test_the_map_counts_who_was_met_apart_from_who_is_announced(tmp_path: Path, seen: int, words: str) -> None:
    assert counts_text(MapViews(now(tmp_path, seen)), View.EVERYONE, "") == words


def test_a_story_that_is_gated_again_still_knows_who_was_only_announced(tmp_path: Path) -> None:
    files = {"characters.yaml": "bob: {name: Bob, since: 1, met: 3}\n"}
    whole = opened(tmp_path, files)
    assert whole.as_of(3).as_of(2) == whole.as_of(2)


def test_a_guide_can_say_announced_in_its_own_words(tmp_path: Path) -> None:
    head = "format: 1\ntitle: A tale\ntimeline: {count: 9}\nstates: {announced: {label: angekündigt, sign: '%'}}\n"
    state = now(tmp_path, 2, head).story.state_by_id["announced"]
    assert (state.sign, state.label) == ("%", "angekündigt")


def test_a_point_may_be_called_later(tmp_path: Path) -> None:
    head = "format: 1\ntitle: A tale\ntimeline: {points: [{id: '1'}, {id: '2'}, {id: '3'}, {id: later}, {id: '4'}]}\n"
    cat = now(tmp_path, 4, head).people.get("cat")
    assert cat is not None
    assert cat.is_met
