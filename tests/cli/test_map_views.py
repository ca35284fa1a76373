"""The printed views of the map for casts of every size: names of views, notices and JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import width
from aotad_tui.chart.map.views import View
from tests.library.guides import write

from .conftest import Run

PEOPLE = 450


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guide of 450 people without groups: Person 7 knows the next 50, and each of those one more."""
    people = "".join(f"p{number:03}: {{name: Person {number}, since: start}}\n" for number in range(PEOPLE))
    pairs = [(7, 8 + number) for number in range(50)] + [(8 + number, 100 + number) for number in range(50)]
    ties = "".join(f"- {{from: p{one:03}, to: p{other:03}, kind: friend, since: start}}\n" for one, other in pairs)
    write(tmp_path, {"characters.yaml": people, "relationships.yaml": ties})
    monkeypatch.setenv("AOTAD_GUIDE", str(tmp_path))


@pytest.mark.slow
@pytest.mark.usefixtures("large")
def test_the_default_view_of_a_large_cast_is_the_most_connected(run: Run) -> None:
    printed = run("map", "--width", "80")
    assert printed.lines == run("map", "most-connected", "--width", "80").lines
    assert "│ Person 7 " in printed.out
    assert printed.lines[-1] == "40 of 450 people, 39 relationships"
    assert max(map(width, printed.lines)) <= 80


@pytest.mark.slow
@pytest.mark.usefixtures("large")
def test_the_most_connected_are_printed_with_their_relationships(run: Run) -> None:
    assert "├─── friends ──" in run("map", "most-connected", "--width", "80").out
    known = run("map", "most-connected", "p007")
    assert (known.code, known.err) == (0, "")
    unknown = run("map", "most-connected", "p449")
    assert unknown.err == "aotad-tui: Person 449 is not among the most connected people\n"


@pytest.mark.slow
@pytest.mark.usefixtures("large")
def test_the_groups_of_people_without_groups_are_their_communities(run: Run) -> None:
    printed = run("map", "groups")
    assert printed.err == "aotad-tui: nobody is in a group; drawing the view communities\n"
    assert printed.lines == run("map", "communities").lines


@pytest.mark.parametrize(
    ("view", "why"), [("groups", "nobody is in a group"), ("communities", "nobody has a known relationship")]
)
def test_people_without_groups_and_relationships_are_listed(run: Run, tmp_path: Path, view: str, why: str) -> None:
    guide = str(
        write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: start}\nbob: {name: Bob, since: start}\n"})
    )
    printed = run("map", view, "--guide", guide, "--seen", "start")
    assert printed.err == f"aotad-tui: {why}; drawing the view everyone\n"
    assert ("│ Ann " in printed.out, "│ Bob " in printed.out) == (True, True)


@pytest.mark.parametrize("words", [("ann",), ("one-step", "ann"), ("two-steps",)])
def test_somebody_without_relationships_is_drawn_with_a_remark(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    guide = str(write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: start}\n"}))
    assert run("map", *words, "--guide", guide, "--seen", "start").lines[-1] == "no known relationships"


@pytest.mark.slow
@pytest.mark.usefixtures("large")
def test_the_full_map_of_too_many_people_is_a_neighbourhood(run: Run) -> None:
    printed = run("map", "full-map")
    assert printed.code == 0
    assert "too many people for the full map; drawing everyone within one step of Person 7" in printed.err
    assert printed.lines == run("map", "one-step").lines == run("map", "one-step", "p007").lines
    assert printed.lines[-1] == "51 people"
    assert run("map", "two-steps").lines[-1] == "100 of 101 people"


@pytest.mark.usefixtures("large")
def test_everyone_is_refused_with_a_view_that_works(run: Run) -> None:
    refused = run("map", "everyone")
    assert (refused.code, refused.out) == (1, "")
    assert "too many people for the view everyone; use aotad-tui map most-connected" in refused.err
    assert len(run("map", "everyone", "--json").json["people"]) == PEOPLE


@pytest.mark.usefixtures("large")
def test_json_has_what_the_view_shows(run: Run) -> None:
    most = run("map", "--json").json
    assert (most["view"], len(most["people"]), most["people"][0]["id"]) == ("most-connected", 40, "p007")
    near = run("map", "one-step", "person 8", "--json").json
    assert (near["view"], near["centre"]) == ("one-step", "p008")
    assert [one["id"] for one in near["people"]] == ["p008", "p007", "p100"]
    assert [(one["from"], one["to"]) for one in near["ties"]] == [("p008", "p100"), ("p007", "p008")]
    communities = run("map", "communities", "--json").json["communities"]
    assert [one["name"] for one in communities[:1]] == ["around Person 7"]
    assert communities[-1]["name"] == "no relationships"
    assert sorted(id for one in communities for id in one["people"]) == [f"p{number:03}" for number in range(PEOPLE)]


def test_the_help_names_every_view(run: Run) -> None:
    told = " ".join(run("map", "--help").out.split())
    assert [view for view in View if view not in told] == []
