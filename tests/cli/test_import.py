"""`import` on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("name,age\nAnn,3\n", encoding="utf-8")
    return path


def test_import_lists_and_writes_nothing_without_write(run: Run, tmp_path: Path, people: Path) -> None:
    folder = tmp_path / "guide"
    listed = run("import", str(people), str(folder))
    assert listed.code == 0
    assert f"{folder}/characters.yaml" in listed.lines
    assert "not carried over: the column 'age' of people.csv (1 value)\n" in listed.err
    assert listed.err.endswith("nothing was written; add --write to write it\n")
    assert not folder.exists()


@pytest.mark.slow
def test_import_writes_a_guide_and_never_twice(run: Run, tmp_path: Path, people: Path) -> None:
    folder = tmp_path / "my-guide"
    listed = run("import", str(people), str(folder))
    written = run("import", str(people), str(folder), "--write")
    assert (written.code, written.out) == (0, listed.out)
    assert run("check", str(folder)).code == 0
    assert run("about", "--guide", str(folder), "--json").json["title"] == "My guide"
    assert [person["name"] for person in run("people", "--guide", str(folder), "--json").json] == ["Ann"]
    for words in ((), ("--write",)):
        again = run("import", str(people), str(folder), *words)
        assert (again.code, again.out) == (1, "")
        assert "exists; nothing was written" in again.err


@pytest.mark.parametrize("order", [("SOURCE", "--since", "3", "FOLDER"), ("--since", "3", "SOURCE", "FOLDER")])
def test_options_may_come_before_the_folder(run: Run, tmp_path: Path, people: Path, order: tuple[str, ...]) -> None:
    places = {"SOURCE": str(people), "FOLDER": str(tmp_path / "guide")}
    result = run("import", *(places.get(word, word) for word in order))
    assert (result.code, result.lines[0]) == (0, f"{tmp_path / 'guide'}/guide.yaml")


def test_import_with_since_hides_until_that_point(run: Run, tmp_path: Path, people: Path) -> None:
    folder = str(tmp_path / "guide")
    words = ("--since", "3", "--unit", "session", "--title", "Our game", "--write")
    assert run("import", str(people), folder, *words).code == 0
    assert run("people", "--guide", folder, "--seen", "2").out == ""
    assert "Ann" in run("people", "--guide", folder, "--seen", "3").out
    assert "Session 3" in run("recap", "full", "--guide", folder, "--seen", "3").out


def test_import_without_networkx_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    network = tmp_path / "network.gexf"
    network.write_text("<gexf/>", encoding="utf-8")
    result = run("import", str(network), str(tmp_path / "guide"))
    assert (result.code, result.out) == (1, "")
    assert "install aotad-tui[import]" in result.err


@pytest.mark.parametrize("words", [(), ("people.csv",)])
def test_import_needs_a_source_and_a_folder(run: Run, words: tuple[str, ...]) -> None:
    assert run("import", *words).code == 2
