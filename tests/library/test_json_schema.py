"""The published schema, the loader and docs/guide-format.md agree on all keys and on valid and invalid files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aotad_tui.library.format import FILES
from aotad_tui.library.json_schema import json_schema
from aotad_tui.library.records import ENTRIES
from aotad_tui.library.sections import split_front_matter
from aotad_tui.library.shapes import Name
from aotad_tui.story.kinds import KINDS

from .guide_maker import FORMS, FullGuide
from .guides import BUNDLED, HEAD, JEKYLL, messages_of, write

DOCUMENT = (Path(__file__).parents[2] / "docs" / "guide-format.md").read_text(encoding="utf-8")
CHAPTERS = {
    "guide": "guide.yaml",
    "characters": "characters.yaml",
    "relationships": "relationships.yaml",
    "part": "sections",
    "section": "sections",
    "terms": "terms.yaml",
    "sources": "sources.yaml",
}
"""The chapter of docs/guide-format.md on each kind of file. The chapter on stamps has what all have in common."""

Json = dict[str, Any]


def schema(name: str) -> Json:
    loaded = json.loads(json_schema(name))
    assert isinstance(loaded, dict)
    return loaded


def definitions() -> Json:
    return {name: definition for file in FILES for name, definition in schema(file)["$defs"].items()}


def records() -> Json:
    """The definitions of records. The others are ids."""
    return {name: definition for name, definition in definitions().items() if "properties" in definition}


def chapter(title: str) -> str:
    """The text of docs/guide-format.md under a heading."""
    return DOCUMENT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_every_record_of_the_format_is_in_a_schema() -> None:
    declared = {entry.__name__.removesuffix("Entry"): set(fields) for entry, fields in ENTRIES.items()}
    assert {name: set(record["properties"]) for name, record in records().items()} == declared


def test_every_record_and_key_has_a_description() -> None:
    for name, record in records().items():
        assert record["description"], name
        assert all(field["description"].endswith((".", '".')) for field in record["properties"].values()), name


@pytest.mark.parametrize("file", FILES)
def test_every_key_is_documented_in_the_guide_format(file: str) -> None:
    text = chapter(CHAPTERS[file]) + chapter("Stamps")
    missing = [
        f"{name}: {key}"
        for name, record in schema(file)["$defs"].items()
        for key in record.get("properties", ())
        if not re.search(rf"\b{key}(:|`)|{{since, {key}}}", text)
    ]
    assert missing == [], f"docs/guide-format.md says nothing of these keys under '{CHAPTERS[file]}'"


def test_only_front_matter_allows_keys_of_other_programs() -> None:
    assert {name for name, record in records().items() if record["additionalProperties"]} == {"Section"}


@pytest.mark.parametrize("file", FILES)
def test_every_schema_is_self_contained_json(file: str) -> None:
    text = json_schema(file)
    made = json.loads(text)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == f"urn:aotad-tui:guide-format-1:{file}"
    references = set(re.findall(r'"\$ref": "([^"]*)"', text))
    assert references == {f"#/$defs/{name}" for name in made["$defs"]}
    assert text.endswith("}\n")


def types_of(rule: Json) -> Iterator[str]:
    """All types that a value, or an item of it, may have. Records are none."""
    rule = definitions()[rule["$ref"].removeprefix("#/$defs/")] if "$ref" in rule else rule
    if "properties" in rule:
        return
    types = rule.get("type", [])
    yield from types if isinstance(types, list) else [types]
    for form in (*rule.get("anyOf", ()), *([rule["items"]] if "items" in rule else ())):
        yield from types_of(form)


def test_editors_never_propose_true_or_false_for_an_id() -> None:
    ids = {
        (entry.__name__.removesuffix("Entry"), key)
        for entry, fields in ENTRIES.items()
        for key, field in fields.items()
        if field.refers or isinstance(field.shape, Name)
    }
    assert {("Character", "group"), ("Relationship", "kind"), ("Fact", "state"), ("Fact", "since")} < ids
    rules = {place: records()[place[0]]["properties"][place[1]] for place in ids}
    assert [place for place, rule in rules.items() if "boolean" in types_of(rule)] == []
    assert [place for place, rule in rules.items() if not set(types_of(rule))] == []


def test_editors_propose_the_ids_that_every_guide_has() -> None:
    offered = {name: rule["anyOf"][0]["enum"] for name, rule in definitions().items() if "anyOf" in rule}
    assert offered == {
        "KindId": [kind.id for kind in KINDS],
        "PointId": ["start", "end"],
        "PointIdOrLater": ["start", "end", "later"],
        "StateId": ["alive", "dead", "missing", "unknown"],
    }


def faults(value: object, rule: Json, root: Json, place: str = "") -> Iterator[str]:
    """The violations of a schema in `value`. Implements the part of JSON Schema that the published schemas use."""
    if "$ref" in rule:
        rule = root["$defs"][rule["$ref"].removeprefix("#/$defs/")] | {k: v for k, v in rule.items() if k != "$ref"}
    if "anyOf" in rule:
        if all(list(faults(value, form, root)) for form in rule["anyOf"]):
            yield f"{place}: none of the forms"
        return
    if "enum" in rule and value not in rule["enum"]:
        yield f"{place}: {value!r} is not one of {rule['enum']}"
    types = rule.get("type", [])
    if types and not _types(value) & set(types if isinstance(types, list) else [types]):
        yield f"{place}: {value!r} is no {types}"
    elif isinstance(value, dict):
        yield from _faults_of_object(value, rule, root, place)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(item, rule["items"], root, f"{place}/{number}")
    elif isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{place}: {value!r} does not match"
    elif isinstance(value, int) and not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        yield f"{place}: {value!r} is too small or too large"


def _types(value: object) -> set[str]:
    names = {bool: {"boolean"}, int: {"integer", "number"}, str: {"string"}, list: {"array"}, dict: {"object"}}
    return names[type(value)]


def _faults_of_object(value: Json, rule: Json, root: Json, place: str) -> Iterator[str]:
    yield from (f"{place}: no {key}" for key in rule.get("required", []) if key not in value)
    for key, item in value.items():
        if key in rule.get("properties", {}):
            yield from faults(item, rule["properties"][key], root, f"{place}/{key}")
        elif rule.get("additionalProperties") is False:
            yield f"{place}: {key} does not belong"
        elif isinstance(rule.get("additionalProperties"), dict):
            yield from faults(item, rule["additionalProperties"], root, f"{place}/{key}")
        if not re.search(rule.get("propertyNames", {}).get("pattern", ""), key):
            yield f"{place}: {key} is no name"


def parsed(text: str) -> object:
    """YAML as read by an editor that follows YAML 1.2, as far as these files need it."""
    return _typed(yaml.load(text, Loader=yaml.BaseLoader))


def _typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    assert isinstance(value, str)
    return {"true": True, "false": False}.get(value, int(value) if re.fullmatch(r"0|[1-9][0-9]*", value) else value)


def files_of(guide: Path) -> Iterator[tuple[str, str, str]]:
    """Each file of a guide: its path, the name of its schema, its YAML."""
    for path in sorted(guide.rglob("*.yaml")):
        name = "part" if path.name == "_part.yaml" else path.relative_to(guide).parts[0].removesuffix(".yaml")
        yield str(path), name, path.read_text(encoding="utf-8")
    for path in sorted(guide.rglob("*.md")):
        yield str(path), "section", split_front_matter(path.read_text(encoding="utf-8"))[0] or "{}"


def all_faults(guide: Path) -> list[str]:
    return [
        f"{path}{fault}"
        for path, name, text in files_of(guide)
        for fault in faults(parsed(text), schema(name), schema(name))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("guide", [JEKYLL, BUNDLED], ids=["jekyll", "bundled"])
def test_readable_guides_match_the_schema(guide: Path) -> None:
    assert all_faults(guide) == []


@FORMS
def test_a_guide_with_every_field_opens_and_matches_the_schema(tmp_path: Path, short: bool, timeline: str) -> None:
    guide = write(tmp_path, dict(FullGuide(lambda path: path, short=short, timeline=timeline).files()))
    assert messages_of(guide) == []
    assert all_faults(guide) == []


CAST = "ann: {name: Ann, since: start}\nbob: {name: Bob, since: start}\n"
TIE = "from: ann, to: bob, kind: love, since: start"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("guide", "format: 2\ntitle: x\n"),
        ("guide", "format: 1\n"),
        ("guide", HEAD + "summery: x\n"),
        ("guide", HEAD + "kinds: {a: {label: b, line: thin}}\n"),
        ("guide", HEAD + "kinds: {a: {label: b, mutual: perhaps}}\n"),
        ("guide", HEAD + "groups: [a]\n"),
        ("guide", HEAD + "states: {a b: {label: c}}\n"),
        ("guide", "format: 1\ntitle: x\ntimeline: {count: 0}\n"),
        ("guide", "format: 1\ntitle: x\ntimeline: {points: [{title: a}]}\n"),
        ("characters", "- ann\n"),
        ("characters", "ann: {since: start}\n"),
        ("characters", "ann: {name: {text: Ann}, since: start}\n"),
        ("characters", "ann: {name: [Ann], since: start}\n"),
        ("characters", "ann: {name: Ann, since: start, aliases: Annie}\n"),
        ("characters", "ann: {name: Ann, since: start, facts: [{since: start}]}\n"),
        ("characters", "ann: {name: Ann, since: start, facts: [{since: start, text: x, certainty: sure}]}\n"),
        ("characters", "ann: {name: Ann, since: 'a point'}\n"),
        ("characters", "ann: {name: Ann, since: start, played_by: Somebody}\n"),
        ("characters", "ann: {name: Ann, since: start, becomes: ann}\n"),
        ("characters", "since: [start]\nann: {name: Ann}\n"),
        ("terms", "isle: {since: start}\n"),
        ("terms", "isle: {name: The isle, since: start, group: crew}\n"),
        ("relationships", "ann: bob\n"),
        ("relationships", f"since: [start]\nrelationships: [{{{TIE}}}]\n"),
        ("relationships", f"sinse: start\nrelationships: [{{{TIE}}}]\n"),
        ("relationships", "- {from: ann, kind: love, since: start}\n"),
        ("relationships", f"- {{{TIE}, secret_from: ann}}\n"),
        ("relationships", f"- {{{TIE}, strength: 3}}\n"),
        ("sources", "book: {url: x}\n"),
        ("sources", "a book: {title: x}\n"),
        ("part", "name: x\n"),
        ("part", "title: [x]\n"),
        ("section", "since: start\norder: first\n"),
        ("section", "since: start\ncertainty: sure\n"),
        ("section", "since: start\naliases: {a: word}\n"),
        ("section", "- since\n"),
    ],
)
def test_the_loader_rejects_what_the_schema_forbids(tmp_path: Path, name: str, text: str) -> None:
    assert list(faults(parsed(text), schema(name), schema(name)))
    path, whole = {
        "section": ("sections/a.md", f"---\n{text}---\n"),
        "part": ("sections/a/_part.yaml", text),
    }.get(name, (f"{name}.yaml", text))
    guide = write(tmp_path, {"characters.yaml": CAST, path: whole})
    assert [line for line in messages_of(guide) if line.startswith(path)]
