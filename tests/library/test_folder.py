"""Nothing outside a guide's folder is read, and what cannot be read is told and never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aotad_tui.library import folder
from aotad_tui.library.load import GuideUnreadable, load, open_guide
from tests.systems import posix

from .guides import HEAD, PAGE, opened, told, write

SECRET = "secret: {name: Secret, since: start}\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    for name, text in (("cast.yaml", SECRET), ("page.md", PAGE + "Secret.\n")):
        (tmp_path / "outside" / name).write_text(text)
    return tmp_path / "outside"


def refused(guide: Path) -> list[str]:
    """What is told of a guide that cannot be opened, none of it from outside."""
    loaded = load(guide)
    assert loaded.story is None
    assert not any("ecret" in problem.message for problem in loaded.problems)
    return [f"{problem.mark}: {problem.code}" for problem in loaded.problems]


@posix
@pytest.mark.parametrize("path", ["characters.yaml", "relationships.yaml", "sources.yaml", "guide.yaml"])
def test_a_file_that_is_a_link_out_of_the_guide_is_not_read(tmp_path: Path, outside: Path, path: str) -> None:
    guide = write(tmp_path / "guide", {})
    (guide / path).unlink(missing_ok=True)
    (guide / path).symlink_to(outside / "cast.yaml")
    assert refused(guide) == [f"{path}:1:1: UNREADABLE"]


@posix
@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("sections/page.md", "page.md"),
        ("sections/part/page.md", "page.md"),
        ("characters/cast.yaml", "cast.yaml"),
        ("relationships/all.yaml", "cast.yaml"),
        ("sections/part", "."),
        ("characters/more", "."),
    ],
)
@pytest.mark.parametrize("relative", [False, True])
def test_in_a_folder_a_link_out_of_the_guide_is_told_and_not_followed(
    tmp_path: Path, outside: Path, path: str, target: str, relative: bool
) -> None:
    guide = write(tmp_path / "guide", {"sections/start.md": PAGE})
    link = guide / path
    link.parent.mkdir(parents=True, exist_ok=True)
    there = outside / target
    link.symlink_to(os.path.relpath(there, link.parent) if relative else there)
    assert refused(guide) == [f"{path}:1:1: OUTSIDE"]


@posix
def test_a_link_through_another_link_is_followed_to_its_end(tmp_path: Path, outside: Path) -> None:
    guide = write(tmp_path / "guide", {})
    (guide / "innocent").symlink_to(outside)
    (guide / "characters.yaml").symlink_to("innocent/cast.yaml")
    assert refused(guide) == ["characters.yaml:1:1: UNREADABLE"]


@posix
def test_a_folder_whose_name_begins_like_the_guides_is_outside(tmp_path: Path) -> None:
    guide = write(tmp_path / "guide", {})
    write(tmp_path / "guide-2", {"characters.yaml": SECRET})
    (guide / "characters.yaml").symlink_to("../guide-2/characters.yaml")
    assert refused(guide) == ["characters.yaml:1:1: UNREADABLE"]


@posix
def test_a_link_to_a_file_in_the_guide_is_read(tmp_path: Path) -> None:
    guide = write(tmp_path, {"drafts/cast.yaml": "ann: {name: Ann, since: start}\n"})
    (guide / "characters").mkdir()
    (guide / "characters" / "cast.yaml").symlink_to("../drafts/cast.yaml")
    assert [character.id for character in open_guide(guide).characters] == ["ann"]


@posix
def test_a_guide_that_is_reached_through_a_link_is_a_guide(tmp_path: Path) -> None:
    write(tmp_path / "guide", {"characters/cast.yaml": "ann: {name: Ann, since: start}\n"})
    (tmp_path / "link").symlink_to("guide")
    assert [character.id for character in open_guide(tmp_path / "link").characters] == ["ann"]


@posix
@pytest.mark.parametrize("path", ["characters.yaml", "sources.yaml", "guide.yaml"])
def test_a_link_to_nothing_and_a_link_to_itself_are_told(tmp_path: Path, path: str) -> None:
    for number, target in enumerate(("nothing", path)):
        guide = write(tmp_path / str(number), {})
        (guide / path).unlink(missing_ok=True)
        (guide / path).symlink_to(target)
        assert refused(guide) == [f"{path}:1:1: UNREADABLE"]


@posix
def test_a_section_swapped_for_a_link_after_opening_is_not_read(tmp_path: Path, outside: Path) -> None:
    story = opened(tmp_path / "guide", {"sections/page.md": PAGE + "Hello.\n"})
    page = tmp_path / "guide" / "sections" / "page.md"
    page.unlink()
    page.symlink_to(outside / "page.md")
    with pytest.raises(OSError, match="out of the guide"):
        story.text(story.sections[0])


@posix
@pytest.mark.parametrize(
    "path", ["characters.yaml", "sources.yaml", "guide.yaml", "sections/pipe.md", "characters/p.yaml"]
)
def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path, path: str) -> None:
    guide = write(tmp_path, {"sections/page.md": PAGE, "characters/cast.yaml": ""})
    (guide / path).unlink(missing_ok=True)
    os.mkfifo(guide / path)
    assert told(guide) == [f"{path}:1:1: UNREADABLE cannot read this file: not a regular file"]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    guide = write(tmp_path, {"sources.yaml/x": ""})
    assert told(guide) == ["sources.yaml:1:1: UNREADABLE cannot read this file: not a regular file"]


def test_a_file_that_is_too_large_is_told_and_one_that_just_fits_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = write(tmp_path, {"sections/page.md": PAGE + "x" * 100, "sections/small.md": PAGE})
    monkeypatch.setattr(folder, "LARGEST_FILE", len(PAGE) + 100)
    assert told(guide) == []
    monkeypatch.setattr(folder, "LARGEST_FILE", len(PAGE) + 99)
    assert [problem.split(" larger")[0] for problem in told(guide)] == [
        "sections/page.md:1:1: UNREADABLE cannot read this file:"
    ]


def test_a_section_that_grew_too_large_after_opening_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = opened(tmp_path, {"sections/page.md": PAGE})
    monkeypatch.setattr(folder, "LARGEST_FILE", 3)
    with pytest.raises(OSError, match="larger"):
        story.text(story.sections[0])


def test_too_many_files_and_folders_that_are_too_deep_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = write(tmp_path, {f"sections/{name}.md": PAGE for name in ("a", "b", "c/d/e")})
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    assert told(guide) == ["sections:1:1: TOO-LARGE more than 2 files; use fewer files"]
    monkeypatch.setattr(folder, "MOST_FILES", 3)
    monkeypatch.setattr(folder, "DEEPEST_FOLDER", 1)
    assert told(guide) == ["sections/c/d:1:1: TOO-DEEP folders nested more than 1 levels deep; use fewer levels"]


@pytest.mark.parametrize("path", ["characters.yaml", "guide.yaml", "sources.yaml", "sections/page.md"])
@pytest.mark.parametrize("byte", [b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"\xb3\xb2"])
def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path, path: str, byte: bytes) -> None:
    text = b"---\nsince: start\n---\n" if path.endswith(".md") else HEAD.encode()
    guide = write(tmp_path, {path: text + b"# " + byte + b"\n"})
    assert told(guide) == [f"{path}:4:1: ENCODING not UTF-8; save the file as UTF-8"]


def test_a_section_that_is_no_longer_utf_8_or_no_longer_there_raises_only_what_readers_expect(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/page.md": PAGE})
    page = tmp_path / "sections" / "page.md"
    page.write_bytes(b"\xff")
    with pytest.raises(OSError, match="UTF-8"):
        story.text(story.sections[0])
    page.unlink()
    with pytest.raises(FileNotFoundError):
        story.text(story.sections[0])


def test_files_of_another_kind_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "characters/.hidden.yaml": "not: a character\n",
        "characters/notes.txt": "not: a character\n",
        "sections/.obsidian/page.md": "no front matter",
        "sections/picture.png": b"\xff",
        "sections/page.md": PAGE,
        "README.md": "no section",
    }
    assert [section.id for section in opened(tmp_path, files).sections] == ["page"]


@pytest.mark.parametrize(("path", "what"), [(".", "no guide.yaml in this folder"), ("nothing", "no such folder")])
def test_a_folder_that_is_no_guide_is_told(tmp_path: Path, path: str, what: str) -> None:
    with pytest.raises(GuideUnreadable, match="cannot be opened") as unreadable:
        open_guide(tmp_path / path)
    (problem,) = unreadable.value.problems
    assert str(problem).startswith("guide.yaml:1:1: NO-GUIDE ")
    assert what in problem.message


def test_a_file_in_the_place_of_the_guide_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(HEAD)
    assert [problem.code for problem in load(tmp_path / "file").problems] == ["NO-GUIDE"]
