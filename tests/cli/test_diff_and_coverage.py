"""`diff` and `coverage` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.guides import write

from .conftest import Run


def test_diff_prints_places_as_the_shell_sees_them(run: Run, jekyll: Path) -> None:
    result = run("diff", "3", "4", str(jekyll))
    assert (result.code, result.err) == (0, "")
    path, line, _, rest = result.lines[0].split(":", 3)
    written = Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert rest.startswith(" Chapter 4: person: ")
    assert rest.rpartition("(")[0].split(": ")[-1].strip() in written


def test_diff_prints_nothing_beyond_its_points(run: Run, jekyll: Path) -> None:
    every = run("diff", "start", "end", str(jekyll), "--json").json
    assert [change["point"] for change in every] == sorted((change["point"] for change in every), key=int)
    between = run("diff", "3", "5", str(jekyll), "--json").json
    assert between == [change for change in every if change["point"] in ("4", "5")]
    assert run("diff", "5", "5", str(jekyll)).out == ""


@pytest.mark.parametrize("points", [("5", "3"), ("1", "nowhere")])
def test_wrong_points_are_wrong_use(run: Run, jekyll: Path, points: tuple[str, str]) -> None:
    result = run("diff", *points, str(jekyll))
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("words", [("coverage",), ("diff", "1", "2")])
def test_a_folder_without_a_guide_cannot_be_read(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run(*words, str(tmp_path))
    assert (result.code, result.out) == (3, "")


def test_coverage_prints_a_table_and_the_gaps(run: Run, jekyll: Path) -> None:
    text, found = run("coverage", str(jekyll)).out, run("coverage", str(jekyll), "--json").json
    head, *rows = text.split("\n\n")[0].splitlines()
    assert head.split() == [name for name in found["points"][0] if name != "point"]
    assert len(rows) == len([point for point in found["points"] if sum(list(point.values())[1:])])
    for title, ids in (("Without facts", "without_facts"), ("Mentioned in no section", "without_mentions")):
        assert (f"{title}: {len(found[ids])}" in text) == bool(found[ids])
        assert all(f"({id})" in text for id in found[ids])


def test_coverage_has_one_spelling_of_points_with_a_volume(run: Run, tmp_path: Path) -> None:
    seasons = "format: 1\ntitle: A\ntimeline: {unit: episode, volume: season, volumes: [{count: 2}, {count: 1}]}\n"
    guide = write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: s1e2}\n"}, seasons)
    lines = [line.strip() for line in run("coverage", str(guide)).lines]
    assert [line.partition("  ")[0] for line in lines if "eason" in line] == [
        "Season 1, episode 2",
        "Season 1, episode 1",
        "Season 2, episode 1",
    ]
    assert not any("S1 E1" in line for line in lines)
