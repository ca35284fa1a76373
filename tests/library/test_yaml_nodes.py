"""YAML in guides: scalars stay as written, and unsafe YAML is rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from aotad_tui.library import yaml_nodes
from aotad_tui.library.load import load

from .guides import HEAD, PAGE, messages_of, opened, write


@pytest.mark.parametrize(
    "names",
    [
        "No no NO Yes yes YES on On ON off Off OFF y n Y N",
        "true True TRUE false False nullish ~x",
        "012 0o17 0x1F 1_000 +1 -0 1984 10.50 1e3 .inf .nan",
        "1:30 190:20:30 2022-01-28 2022-01-28T10:00:00Z = <<",
    ],
)
@pytest.mark.parametrize("quotes", ["", '"', "'"])
def test_a_name_stays_as_written_whatever_yaml_1_1_makes_of_it(tmp_path: Path, names: str, quotes: str) -> None:
    written = [f"{quotes}{name}{quotes}" for name in names.split()]
    cast = [f"x{number}: {{name: {name}, since: start, aliases: [{name}]}}\n" for number, name in enumerate(written)]
    characters = opened(tmp_path, {"characters.yaml": "".join(cast)}).characters
    assert [character.name for character in characters] == names.split()
    assert [character.aliases[0].text for character in characters] == names.split()


@pytest.mark.parametrize("id", ["No", "on", "012", "1-30", "2022-01-28", "true", "1e3", "온조"])
def test_an_id_stays_as_written_too(tmp_path: Path, id: str) -> None:
    files = {
        "characters.yaml": f"{id}: {{name: A, since: start}}\nother: {{name: B, since: start}}\n",
        "relationships.yaml": f"- {{from: {id}, to: other, kind: friend, since: start}}\n",
    }
    story = opened(tmp_path, files)
    assert story.characters[0].id == story.relationships[0].source == id


def test_point_ids_can_look_like_numbers_dates_and_booleans(tmp_path: Path) -> None:
    head = "format: 1\ntitle: A tale\ntimeline: {points: [{id: 01}, {id: on}, {id: 2022-01-28}, {id: 1e1}]}\n"
    story = opened(tmp_path, {"characters.yaml": "x: {name: X, since: on}\n"}, head)
    assert [point.id for point in story.timeline.points] == ["01", "on", "2022-01-28", "1e1"]
    assert story.characters[0].since == 2


def test_dates_stay_as_written(tmp_path: Path) -> None:
    files = {
        "sources.yaml": "a: {title: A, date: 2022-01-28}\nb: {title: B, date: 1886-01}\nc: {title: C, date: 1886}\n",
        "sections/page.md": "---\nsince: start\nas_of: 2022-13-99\n---\n",
    }
    story = opened(tmp_path, files)
    assert [source.date for source in story.sources] == ["2022-01-28", "1886-01", "1886"]
    assert story.sections[0].grounds.as_of == "2022-13-99"


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_optional_value_counts_as_missing(tmp_path: Path, nothing: str) -> None:
    files = {"characters.yaml": f"x:\n  name: X\n  since: start\n  about: {nothing}\n  facts: {nothing}\n"}
    (character,) = opened(tmp_path, files).characters
    assert (character.about, character.facts) == ("", ())


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "'  '"])
def test_an_empty_required_value_is_reported(tmp_path: Path, nothing: str) -> None:
    write(tmp_path, {"characters.yaml": f"x:\n  name: {nothing}\n  since: start\n"})
    (problem,) = messages_of(tmp_path)
    assert problem.startswith("characters.yaml:2:")
    assert ": SHAPE expected text, found " in problem


def test_a_quoted_null_is_text(tmp_path: Path) -> None:
    (character,) = opened(tmp_path, {"characters.yaml": 'x: {name: "null", since: start}\n'}).characters
    assert character.name == "null"


@pytest.mark.parametrize(
    "about",
    [
        "one\n    two",
        "'one\n\n    two'",
        ">-\n    one\n    two",
        "|\n    one\n    two\n",
        '"one\\n\\ttwo"',
        '" one  two "',
    ],
)
def test_a_multi_line_scalar_becomes_one_line(tmp_path: Path, about: str) -> None:
    (character,) = opened(
        tmp_path, {"characters.yaml": f"x:\n  name: X\n  since: start\n  about: {about}\n"}
    ).characters
    assert character.about == "one two"


@pytest.mark.parametrize("flag", [("true", True), ("True", True), ("false", False), ("FALSE", False)])
def test_a_boolean_is_true_or_false(tmp_path: Path, flag: tuple[str, bool]) -> None:
    head = HEAD + f"kinds: {{hunts: {{label: hunts, mutual: {flag[0]}}}}}\n"
    assert opened(tmp_path, {}, head).kind_by_id["hunts"].mutual is flag[1]


@pytest.mark.parametrize("wrong", ["yes", "on", "1", '"true"', "truely"])
def test_no_other_word_is_a_boolean(tmp_path: Path, wrong: str) -> None:
    write(tmp_path, {}, HEAD + f"kinds: {{hunts: {{label: hunts, mutual: {wrong}}}}}\n")
    assert messages_of(tmp_path) == [f"guide.yaml:4:39: SHAPE expected true or false, found '{wrong.strip(chr(34))}'"]


REFUSED = {
    "alias": ("a: &x {name: A}\nb: *x\n", "2:4: ALIAS"),
    "merge key": ("a: &x {name: A}\nb:\n  <<: *x\n", "3:7: ALIAS"),
    "bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "2:8: ALIAS"),
    "alias of itself": ("a: &a [*a]\n", "1:8: ALIAS"),
    "python tag": ("a: !!python/object/apply:os.system [id]\n", "1:4: TAG"),
    "own tag": ("a: !secret x\n", "1:4: TAG"),
    "standard tag": ("a: {name: !!str 1}\n", "1:11: TAG"),
    "second document": ("a: {name: A, since: start}\n---\nb: {name: B}\n", "2:1: YAML"),
    "list as key": ("? [a]\n: {name: A}\n", "1:3: KEY"),
    "mapping as key": ("{{a: b}: c}\n", "1:2: KEY"),
    "open list": ("a: [x\n", "2:1: YAML"),
    "tab": ("a:\n\tname: A\n", "2:1: YAML"),
    "two colons": ("a: b: c\n", "1:5: YAML"),
    "open quote": ('a: "b\n', "2:1: YAML"),
    "bad escape": ('a: "\\q"\n', "1:5: YAML"),
}


@pytest.mark.parametrize(("text", "problem"), REFUSED.values(), ids=REFUSED)
def test_unsafe_or_invalid_yaml_is_rejected_at_its_position(tmp_path: Path, text: str, problem: str) -> None:
    write(tmp_path, {"characters.yaml": text})
    assert load(tmp_path).story is None
    assert any(line.startswith(f"characters.yaml:{problem} ") for line in messages_of(tmp_path)), messages_of(tmp_path)


LEVELS = 3_000

NESTED = {
    "lists on one line": ("[" * LEVELS, "1:22"),
    "lists with spaces": ("[ " * LEVELS, "1:43"),
    "mappings on one line": ("{a: " * LEVELS, "1:82"),
    "keys on one line": ("{" * LEVELS, "1:22"),
    "lists in mappings": ("[{a: " * LEVELS, "1:52"),
    "a list below a key": ("a: " + "[" * LEVELS, "1:24"),
    "lists in block lists": ("- " * 10 + "[" * LEVELS, "1:32"),
    "closed": ("[" * LEVELS + "]" * LEVELS, "1:22"),
    "lists one a line": ("[\n" * LEVELS, "22:1"),
    "lists one a line, with comments": ("[ # ]\n" * LEVELS, "22:1"),
    "mappings one a line": ("{a:\n" * LEVELS, "21:2"),
    "keys one a line": ("{\n" * LEVELS, "22:1"),
    "block lists on one line": ("- " * LEVELS, "1:43"),
    "block keys on one line": ("? " * LEVELS, "1:43"),
    "block lists": ("".join(f"{' ' * level}-\n" for level in range(LEVELS)), "22:22"),
    "block mappings": ("".join(f"{' ' * level}a:\n" for level in range(LEVELS)), "21:21"),
}

PARSERS = {"slow": yaml.SafeLoader, "installed": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}


@pytest.mark.slow
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "place"), NESTED.values(), ids=NESTED)
def test_deep_nesting_is_refused_where_it_becomes_too_deep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: str, parser: str
) -> None:
    monkeypatch.setattr(yaml_nodes, "_Loader", PARSERS[parser])
    write(tmp_path, {"characters.yaml": text})
    assert messages_of(tmp_path) == [
        f"characters.yaml:{place}: TOO-DEEP nested more than {yaml_nodes.DEEPEST} levels deep; use fewer levels"
    ]


@pytest.mark.parametrize(("text", "place"), NESTED.values(), ids=NESTED)
def test_a_limit_of_the_parser_is_reported_as_our_own_whatever_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: str
) -> None:
    def parse(text: str, Loader: type[yaml.SafeLoader]) -> Iterator[yaml.Event]:  # noqa: N803  # PyYAML's own name
        """Reads all of the text before the first event, and fails at the thirtieth level."""
        opening = [found.start() for found in re.finditer(r"\[|\{|-(?=[ \n])|\?|(?m:^ *)a", text)]
        if len(opening) >= 30:
            at = opening[29]
            mark = yaml.Mark("", at, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, None, 0)
            raise yaml.scanner.ScannerError(None, None, "no more of this", mark)
        events: Iterator[yaml.Event] = parsed(text, Loader=Loader)
        return events

    parsed = yaml.parse
    monkeypatch.setattr(yaml, "parse", parse)
    write(tmp_path, {"characters.yaml": text})
    assert messages_of(tmp_path) == [
        f"characters.yaml:{place}: TOO-DEEP nested more than {yaml_nodes.DEEPEST} levels deep; use fewer levels"
    ]


@pytest.mark.parametrize("words", ['"{}"', "'{}'", "x # {}", "x{}", "|\n  {}\n"])
def test_brackets_in_a_text_are_not_nesting(tmp_path: Path, words: str) -> None:
    write(tmp_path, {"characters.yaml": f"a: {words.format('[' * 2_000)}\nb: c: d\n"})
    (problem,) = messages_of(tmp_path)
    assert re.match(r"characters\.yaml:\d:5: YAML ", problem), problem


@pytest.mark.parametrize("levels", [yaml_nodes.DEEPEST, yaml_nodes.DEEPEST + 1])
@pytest.mark.parametrize("nest", ["[", "[\n"])
def test_the_deepest_level_is_still_read(tmp_path: Path, nest: str, levels: int) -> None:
    write(tmp_path, {"characters.yaml": nest * levels + "x" + "]" * levels})
    assert any("TOO-DEEP" in problem for problem in messages_of(tmp_path)) is (levels > yaml_nodes.DEEPEST)


def test_a_file_with_too_many_values_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"characters.yaml": "a: {name: A, since: start}\nb: {name: B, since: start}\n"})
    assert messages_of(tmp_path) == []
    monkeypatch.setattr(yaml_nodes, "MOST_NODES", 9)
    assert messages_of(tmp_path) == ["characters.yaml:2:5: TOO-LARGE more than 9 values in one file; split the file"]


def test_an_unused_anchor_is_allowed(tmp_path: Path) -> None:
    (character,) = opened(tmp_path, {"characters.yaml": "a: &x {name: &y A, since: start}\n"}).characters
    assert character.name == "A"


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "\ufeff", "{}\n"])
def test_an_empty_file_counts_as_missing(tmp_path: Path, text: str) -> None:
    story = opened(tmp_path, {"characters.yaml": text, "sources.yaml": text})
    assert (story.characters, story.sources) == ((), ())


def test_a_file_can_have_a_byte_order_mark_and_windows_line_endings(tmp_path: Path) -> None:
    files = {
        "characters.yaml": "\ufeff# cast\r\nx:\r\n  name: X\r\n  since: start\r\n",
        "sections/page.md": "\ufeff" + PAGE.replace("\n", "\r\n") + "Hello.\r\n",
    }
    story = opened(tmp_path, files)
    assert story.characters[0].name == "X"
    assert story.text(story.sections[0]) == "Hello.\n"


def test_columns_count_characters_not_bytes(tmp_path: Path) -> None:
    write(tmp_path, {"characters.yaml": "온조: {name: 남온조 😀, nme: x, since: start}\n"})
    assert messages_of(tmp_path)[0].startswith("characters.yaml:1:19: UNKNOWN-KEY")
