"""The guide that `new` writes, for timelines of any kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from aotad_tui.authoring.guide_files import FileExists, as_yaml, write_new
from aotad_tui.authoring.new_guide import NewGuide
from aotad_tui.library.check import check
from aotad_tui.library.load import open_guide
from aotad_tui.library.problems import Problems
from aotad_tui.library.yaml_nodes import Mapping, Scalar, read_yaml
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.visible import VisibleStory

NEW = [
    NewGuide("A tale"),
    NewGuide('Of "Mice": <FIRST> # and\tmen', counts=(1,)),
    NewGuide("A tale", "episode", (8, 10), "season"),
    NewGuide("A tale", "part", (1, 1), "book"),
    NewGuide("A tale", "éloge", (1,), "время"),
]


@pytest.mark.parametrize("new", NEW, ids=str)
def test_a_new_guide_has_no_problems_and_shows_its_people(tmp_path: Path, new: NewGuide) -> None:
    write_new(tmp_path, new.files())
    assert [str(problem) for problem in check(tmp_path)] == []
    story = open_guide(tmp_path)
    assert story.title == new.title.replace("\t", " ")
    assert len(story.timeline) == sum(new.counts)
    assert [person.name for person in VisibleStory(story.as_of(0)).people.everyone] == ["Ada Quill"]
    assert len(VisibleStory(story.as_of(story.seen)).people.everyone) == 2


def test_a_new_guide_has_an_example_of_each_thing(tmp_path: Path) -> None:
    write_new(tmp_path, NewGuide("A tale").files())
    story = open_guide(tmp_path)
    visible = story.as_of(story.seen)
    built_in = {kind.id for kind in KINDS} | {state.id for state in STATES}
    used = {kind.id for kind in visible.kinds} | {state.id for state in visible.states}
    assert used > built_in & used
    assert used - built_in == {"writes", "travelling"}
    assert visible.groups
    assert visible.terms
    assert visible.sources
    facts = [fact for person in story.characters for fact in person.facts]
    assert any(fact.event for fact in facts)
    assert any(person.becomes for person in story.characters)
    assert any(len(person.about_stages) > 1 for person in story.characters)
    assert any(relationship.until and relationship.ended for relationship in story.relationships)
    assert any(relationship.secrets for relationship in story.relationships)
    (page,) = (section for section in story.sections if section.parts)
    assert len(visible.text(page)) > len(story.as_of(1).text(page)) > 0, "a spoiler"


def test_the_editor_finds_a_schema_for_every_yaml_file(tmp_path: Path) -> None:
    write_new(tmp_path, NewGuide("A tale").files())
    patterns = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for file in tmp_path.glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (tmp_path / schema).is_file()
        assert file.name in patterns[f"./{schema}"]


def test_the_workflow_checks_the_guide(tmp_path: Path) -> None:
    workflow = yaml.safe_load(NewGuide("A tale").files()[".github/workflows/guide.yml"])
    assert workflow["jobs"]["check"]["steps"][-1] == {"run": "aotad-tui check ."}
    assert workflow["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("existing", ["guide.yaml", "sections", "sections/20-the-story/10-the-letter.md/x"])
def test_nothing_is_written_where_a_file_is_in_the_way(tmp_path: Path, existing: str) -> None:
    file = tmp_path / existing
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExists, match="exists; nothing was written"):
        write_new(tmp_path, NewGuide("A tale").files())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExists):
        write_new(tmp_path, {"guide.yaml": ""})
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_nothing_is_written_through_a_linked_folder(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    guide = tmp_path / "guide"
    guide.mkdir()
    (guide / "sections").symlink_to(tmp_path / target)
    with pytest.raises(FileExists, match="sections is a symbolic link; nothing was written"):
        write_new(guide, NewGuide("A tale").files())
    assert list(guide.iterdir()) == [guide / "sections"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_folder_of_a_new_guide_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "guide").symlink_to(tmp_path / "elsewhere")
    write_new(tmp_path / "guide", {"guide.yaml": "mine"})
    assert (tmp_path / "elsewhere" / "guide.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "text", ["No", "012", "~", "a: b", "x # y", "- a", "'", '"', "{a, b}", "*x", "!y", "한 🙂", "&"]
)
def test_written_yaml_reads_as_it_was(text: str) -> None:
    problems = Problems()
    node = read_yaml(as_yaml({"a": text, "b": text}), "x.yaml", problems)
    assert problems.all == ()
    assert isinstance(node, Mapping)
    for _, value in node.entries:
        assert isinstance(value, Scalar)
        assert (value.text, value.is_null) == (text, False)
