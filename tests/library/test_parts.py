"""`_part.yaml`: the title and the stamp of a part of the sidebar."""

from __future__ import annotations

from pathlib import Path

import pytest

from .guides import PAGE, check_for_faults, messages_of, opened, write


def shown_parts(folder: Path, files: dict[str, str], seen: int) -> list[tuple[str, ...]]:
    return [section.parts for section in opened(folder, files).as_of(seen).sections]


def test_a_part_has_the_title_of_its_own_file(tmp_path: Path) -> None:
    files = {
        "sections/10-a/_part.yaml": "title: The first night\n",
        "sections/10-a/20-b/_part.yml": "title: The roof\n",
        "sections/10-a/20-b/x.md": PAGE,
        "sections/10-a/30-c/x.md": PAGE,
    }
    assert shown_parts(tmp_path, files, 0) == [("The first night", "The roof"), ("The first night", "C")]
    assert messages_of(tmp_path) == []


def test_a_part_is_hidden_with_everything_in_it_until_its_stamp(tmp_path: Path) -> None:
    files = {
        "sections/10-a/_part.yaml": "since: 3\n",
        "sections/10-a/20-b/x.md": PAGE,
        "sections/10-a/30-y.md": "---\nsince: 4\n---\n",
        "sections/z.md": PAGE,
    }
    story = opened(tmp_path, files)
    assert [[section.id for section in story.as_of(seen).sections] for seen in (2, 3, 4)] == [
        ["z"],
        ["a/b/x", "z"],
        ["a/b/x", "a/y", "z"],
    ]


@pytest.mark.parametrize("text", ["titel: x\n", "since: 77\n", "- x\n", "title: [\n"])
def test_a_mistake_hides_the_part_until_the_end(tmp_path: Path, text: str) -> None:
    files = {"sections/a/_part.yaml": text, "sections/a/x.md": PAGE}
    assert [len(shown_parts(tmp_path, files, seen)) for seen in (8, 9)] == [0, 1]
    assert [line for line in messages_of(tmp_path) if line.startswith("sections/a/_part.yaml")]


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert shown_parts(tmp_path, {"sections/a/_part.yaml": "", "sections/a/x.md": PAGE}, 0) == [("A",)]
    assert messages_of(tmp_path) == []


def test_a_file_outside_of_a_part_is_reported(tmp_path: Path) -> None:
    files = {"sections/_part.yaml": "since: 3\n", "sections/x.md": PAGE}
    assert shown_parts(tmp_path, files, 0) == [()]
    assert [line.split()[1] for line in messages_of(tmp_path)] == ["UNREAD"]


def test_check_finds_a_name_in_the_title_of_a_part_that_is_shown_too_early(tmp_path: Path) -> None:
    files = {
        "characters.yaml": "zoe: {name: Zoe Lee, since: 4}\n",
        "sections/a/_part.yaml": "title: Where Zoe Lee waits\nsince: 2\n",
        "sections/a/x.md": PAGE,
        "sections/b/_part.yaml": "title: What Zoe Lee did\n",
        "sections/b/x.md": "---\nsince: 4\n---\n",
    }
    leaks = [str(problem) for problem in check_for_faults(write(tmp_path, files)) if problem.code == "LEAK"]
    assert len(leaks) == 1
    assert leaks[0].startswith("sections/a/_part.yaml:1:1: LEAK 'title' of the part is shown from point 2")


def test_what_yaml_drops_in_the_file_of_a_part_is_reported(tmp_path: Path) -> None:
    files = {"sections/10-a/_part.yaml": "title: Well #9 of the road\n", "sections/10-a/a.md": PAGE + "Ann.\n"}
    (problem,) = check_for_faults(write(tmp_path, files))
    assert (problem.code, problem.mark.path) == ("CUT-TEXT", "sections/10-a/_part.yaml")
