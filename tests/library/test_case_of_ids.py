"""Ids that differ only in case are reported, in each map of ids, and both are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide

from .guides import HEAD, PAGE, check_for_faults, write

ONE = "{name: Ann, since: start}"
GUIDES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "characters": ({"characters.yaml": f"ann: {ONE}\nbea: {ONE}\nAnn: {ONE}\n"}, "characters.yaml:3:1"),
    "files": ({"characters/a.yaml": f"ANN: {ONE}\n", "characters/b.yaml": f"Ann: {ONE}\n"}, "characters/b.yaml:1:1"),
    "sources": ({"sources.yaml": "a: {title: A}\nA: {title: B}\n"}, "sources.yaml:2:1"),
    "sections": ({"sections/b/Page.md": PAGE, "sections/b/1-page.md": PAGE}, "sections/b/Page.md:1:1"),
    "groups": ({"guide.yaml": f"{HEAD}groups: {{a: {ONE}, A: {ONE}}}\n"}, "guide.yaml:4:40"),
    "kinds": ({"guide.yaml": f"{HEAD}kinds: {{straße: {{label: a}}, STRASSE: {{label: b}}}}\n"}, "guide.yaml:4:29"),
    "states": ({"guide.yaml": f"{HEAD}states: {{a: {{label: a}}, A: {{label: b}}}}\n"}, "guide.yaml:4:25"),
    "points": (
        {"guide.yaml": "format: 1\ntitle: T\ntimeline: {points: [{id: a}, {id: A}]}\n"},
        "guide.yaml:3:35",
    ),
    "volumes": (
        {"guide.yaml": "format: 1\ntitle: T\ntimeline: {volumes: [{id: a, count: 1}, {id: A, points: [{id: b}]}]}\n"},
        "guide.yaml:3:46",
    ),
}


@pytest.mark.parametrize(("files", "place"), GUIDES.values(), ids=GUIDES)
def test_ids_that_differ_only_in_case_are_reported(tmp_path: Path, files: dict[str, str | bytes], place: str) -> None:
    (problem,) = [problem for problem in check_for_faults(write(tmp_path, files)) if problem.code == "CASE"]
    assert str(problem).startswith(f"{place}: CASE ")
    assert not problem.fatal
    open_guide(tmp_path)


def test_ids_of_different_maps_may_differ_only_in_case(tmp_path: Path) -> None:
    files = {"characters.yaml": f"ann: {ONE}\n", "sources.yaml": "Ann: {title: A}\n", "sections/ANN.md": PAGE}
    assert [problem for problem in check_for_faults(write(tmp_path, files)) if problem.code == "CASE"] == []
