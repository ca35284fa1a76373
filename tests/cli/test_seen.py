"""`--seen`: every form of a point, and no progress without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.guides import write

from .conftest import Run

COMMANDS = [("show",), ("sections",), ("people",), ("show", "--json"), ("sections", "--json"), ("people", "--json")]
EPISODES = "format: 1\ntitle: A tale\ntimeline: {unit: episode, points: [{id: S1E01, title: Ahoy}, {id: S1E02}]}\n"
CAST = "ann: {name: Ann, since: S1E01}\nbob: {name: Bob, since: S1E02}\n"


@pytest.fixture
def episodes(tmp_path: Path) -> str:
    """A guide whose points are not numbers."""
    return str(write(tmp_path, {"characters.yaml": CAST}, EPISODES))


@pytest.mark.parametrize(
    ("seen", "people"),
    [
        ("start", []),
        ("START", []),
        ("0", []),
        ("S1E01", ["Ann"]),
        ("s1e01", ["Ann"]),
        (" S1E01 ", ["Ann"]),
        ("1", ["Ann"]),
        ("S1E02", ["Ann", "Bob"]),
        ("2", ["Ann", "Bob"]),
        ("end", ["Ann", "Bob"]),
        ("End", ["Ann", "Bob"]),
        ("episode 1", ["Ann"]),
        ("1x02", ["Ann", "Bob"]),
    ],
)
def test_a_point_is_named_by_its_id_its_number_start_or_end(
    run: Run, episodes: str, seen: str, people: list[str]
) -> None:
    result = run("people", "--guide", episodes, "--seen", seen)
    assert (result.code, result.err) == (0, "")
    assert [line.split()[0] for line in result.lines] == people


@pytest.mark.parametrize("seen", ["3", "-1", "S1E03", "Ahoy", "episode 3", "s1e3", "1.0", "①"])
@pytest.mark.parametrize("command", ["show", "sections", "people"])
def test_an_unknown_point_is_a_usage_error_that_names_only_the_first_point(
    run: Run, episodes: str, seen: str, command: str
) -> None:
    result = run(command, "--guide", episodes, f"--seen={seen}")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"aotad-tui: no point {seen!r}; use start, end, a number from 0 to 2, or a point id such as S1E01 (Episode 1)\n"
    )


def test_in_a_guide_with_volumes_an_error_names_candidates_and_range(run: Run, tmp_path: Path) -> None:
    seasons = "format: 1\ntitle: A tale\ntimeline: {unit: episode, volume: season, volumes: [{count: 3}, {count: 2}]}\n"
    guide = str(write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: s2e1}\n"}, seasons))
    assert run("people", "--guide", guide, "--seen", "2x01").lines == ["Ann  • alive"]
    several = run("people", "--guide", guide, "--seen", "s2")
    assert several.err == (
        "aotad-tui: 's2' can be several points: Season 2, episode 1 (s2e1), Season 2, episode 2 (s2e2); "
        "use one of them\n"
    )
    unknown = run("people", "--guide", guide, "--seen", "s2e3")
    assert (several.code, unknown.code) == (2, 2)
    assert unknown.err == (
        "aotad-tui: no point 's2e3'; use start, end, a number from 0 to 5, or a point from S1 E1 to S2 E2 "
        "(Season 2, episode 2)\n"
    )
    nobody = run("who", "bob", "--guide", guide, "--seen", "Season 2, episode 1")
    assert nobody.err == "aotad-tui: nobody matches 'bob' up to Season 2, episode 1\n"


def test_a_guide_without_a_timeline_has_no_points(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"characters.yaml": "ann: {name: Ann}\n"}, "format: 1\ntitle: A tale\n"))
    assert run("people", "--guide", guide).lines == ["Ann  • alive"]
    assert run("people", "--guide", guide, "--seen", "end").lines == ["Ann  • alive"]
    result = run("people", "--guide", guide, "--seen", "1")
    assert result.code == 2
    assert "no timeline" in result.err


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_point_nothing_is_seen(run_jekyll: Run, command: tuple[str, ...]) -> None:
    result = run_jekyll(*command)
    assert result == run_jekyll(*command, "--seen", "start")
    assert (result.code, result.err) == (0, "")
    assert "Hyde" not in result.out.replace("Mr. Hyde", ""), "but in the title of the book"


def test_without_a_point_nobody_is_known(run_jekyll: Run) -> None:
    assert run_jekyll("people").out == ""
    assert run_jekyll("who", "utterson").code == 1


def test_an_empty_point_is_no_point(run_jekyll: Run) -> None:
    assert run_jekyll("people", "--seen", "") == run_jekyll("people")


def test_each_point_adds_its_own_people_and_nobody_later(run_jekyll: Run) -> None:
    def known(seen: int) -> set[str]:
        return {one["id"] for one in run_jekyll("people", "--seen", str(seen), "--json").json}

    assert [sorted(known(seen) - known(seen - 1)) for seen in range(1, 6)] == [
        ["enfield", "hyde", "utterson"],
        ["jekyll", "lanyon", "poole"],
        [],
        ["carew", "newcomen"],
        ["guest"],
    ]
