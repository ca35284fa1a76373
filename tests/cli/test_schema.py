"""`schema --write`: the schemas of a guide, by which editors complete its ids."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aotad_tui.library.format import FILES
from tests.library.guides import HEAD, write

from .conftest import Run

FILES_OF_GUIDE = {
    "guide.yaml": f"{HEAD}groups: {{crew: {{name: The crew, since: start}}}}\nkinds: {{hunts: {{label: hunts}}}}\n"
    "states: {at-sea: {label: at sea}}\n",
    "characters.yaml": "ann: {name: Ann, since: start, group: crew,\n"
    "  facts: [{since: '2', state: at-sea, text: Sails., event: storm}]}\nbob: {name: Bob, since: '3'}\n",
    "relationships.yaml": "- {from: ann, to: bob, kind: hunts, since: '3', event: wreck}\n",
    "sources.yaml": "log: {title: The log}\n",
}


def offered(guide: Path, file: str) -> dict[str, list[Any]]:
    """The ids that an editor proposes in a kind of file, by the kind of id."""
    definitions = json.loads((guide / "schema" / f"{file}.schema.json").read_text(encoding="utf-8"))["$defs"]
    return {name: rule["anyOf"][0]["enum"] for name, rule in definitions.items() if "anyOf" in rule}


def test_the_schemas_of_a_guide_offer_its_ids(run: Run, tmp_path: Path) -> None:
    guide = write(tmp_path, FILES_OF_GUIDE)
    result = run("schema", "--write", str(guide))
    paths = [guide / "schema" / f"{name}.schema.json" for name in FILES]
    assert (result.code, result.lines, result.err) == (0, [str(path) for path in paths], "")
    points = ["start", "end", *range(1, 10)]
    assert offered(guide, "characters") == {
        "CharacterId": ["ann", "bob"],
        "EventId": ["storm", "wreck"],
        "GroupId": ["crew"],
        "PointId": points,
        "PointIdOrLater": ["start", "end", "later", *points[2:]],
        "SourceId": ["log"],
        "StateId": ["alive", "dead", "missing", "unknown", "at-sea"],
    }
    assert offered(guide, "relationships")["CharacterId"] == ["ann", "bob"]
    assert offered(guide, "relationships")["KindId"][-2:] == ["colleague", "hunts"]


def test_editors_accept_ids_that_are_newer_than_the_schemas(run: Run, tmp_path: Path) -> None:
    guide = write(tmp_path, FILES_OF_GUIDE)
    run("schema", "--write", str(guide))
    schema = json.loads((guide / "schema" / "characters.schema.json").read_text(encoding="utf-8"))
    assert all(
        rule["anyOf"][1] == {"type": ["string", "number"], "pattern": r"^[^\s:#/|\[\]()<>\ufffd]+$"}
        for rule in schema["$defs"].values()
        if "anyOf" in rule
    )


def test_writing_again_follows_the_guide(run: Run, tmp_path: Path) -> None:
    guide = write(tmp_path, FILES_OF_GUIDE)
    run("schema", "--write", str(guide))
    (guide / "characters.yaml").write_text("cleo: {name: Cleo, since: start}\n", encoding="utf-8")
    assert run("schema", "--write", str(guide)).code == 0
    assert offered(guide, "relationships")["CharacterId"] == ["cleo"]


def test_a_new_guide_has_the_schemas_with_its_ids(run: Run, tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "tale"), "--count", "2").code == 0
    assert offered(tmp_path / "tale", "relationships")["CharacterId"] == ["ada", "stranger", "basil"]
    assert offered(tmp_path / "tale", "relationships")["PointId"] == ["start", "end", 1, 2]


def test_an_imported_guide_has_the_schemas_with_its_ids(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name\nann,Ann\n", encoding="utf-8")
    assert run("import", str(tmp_path / "people.csv"), str(tmp_path / "tale"), "--write").code == 0
    assert offered(tmp_path / "tale", "relationships")["CharacterId"] == ["ann"]


def test_other_files_are_never_overwritten(run: Run, tmp_path: Path) -> None:
    guide = write(tmp_path, FILES_OF_GUIDE | {"schema/terms.schema.json": "mine"})
    result = run("schema", "--write", str(guide))
    assert (result.code, result.out) == (1, "")
    assert "terms.schema.json is not a schema of aotad-tui; nothing was written" in result.err
    assert [path.read_text(encoding="utf-8") for path in (guide / "schema").iterdir()] == ["mine"]


@pytest.mark.parametrize(("files", "code"), [({"guide.yaml": "title: x\n"}, 3), ({"schema": "a file"}, 1)])
def test_nothing_is_written_for_a_guide_that_cannot_be_read_or_written(
    run: Run, tmp_path: Path, files: dict[str, str], code: int
) -> None:
    guide = write(tmp_path, FILES_OF_GUIDE | files)
    before = sorted(guide.rglob("*"))
    result = run("schema", "--write", str(guide))
    assert (result.code, result.out) == (code, "")
    assert sorted(guide.rglob("*")) == before


def test_a_single_schema_is_only_printed(run: Run, tmp_path: Path) -> None:
    guide = write(tmp_path, FILES_OF_GUIDE)
    assert run("schema", "terms", "--write", str(guide)).code == 2
    assert not (guide / "schema").exists()
