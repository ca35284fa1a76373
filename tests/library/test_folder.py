"""The loader reads nothing outside a guide's folder. It reports unreadable files and never blocks on them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aotad_tui.library import folder
from aotad_tui.library.load import GuideUnreadable, load, open_guide
from tests.systems import posix

from .guides import HEAD, PAGE, messages_of, opened, write

SECRET = "secret: {name: Secret, since: start}\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    for name, text in (("cast.yaml", SECRET), ("page.md", PAGE + "Secret.\n")):
        (tmp_path / "outside" / name).write_text(text)
    return tmp_path / "outside"


def error_positions(guide: Path) -> list[str]:
    """The positions and codes of the problems of a guide. Asserts that nothing contains text from outside."""
    loaded = load(guide)
    assert "ecret" not in str(loaded.readable)
    assert not any("ecret" in problem.message for problem in loaded.problems)
    return [f"{problem.mark}: {problem.code}" for problem in loaded.problems]


@posix
@pytest.mark.parametrize("path", ["characters.yaml", "relationships.yaml", "sources.yaml", "guide.yaml"])
def test_a_symbolic_link_out_of_the_guide_is_not_read(tmp_path: Path, outside: Path, path: str) -> None:
    guide = write(tmp_path / "guide", {})
    (guide / path).unlink(missing_ok=True)
    (guide / path).symlink_to(outside / "cast.yaml")
    assert error_positions(guide) == [f"{path}:1:1: UNREADABLE"]


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
def test_a_symbolic_link_in_a_folder_is_reported_and_not_followed(
    tmp_path: Path, outside: Path, path: str, target: str, relative: bool
) -> None:
    guide = write(tmp_path / "guide", {"sections/start.md": PAGE})
    link = guide / path
    link.parent.mkdir(parents=True, exist_ok=True)
    there = outside / target
    link.symlink_to(os.path.relpath(there, link.parent) if relative else there)
    assert error_positions(guide) == [f"{path}:1:1: OUTSIDE"]


@posix
def test_a_chain_of_symbolic_links_is_resolved(tmp_path: Path, outside: Path) -> None:
    guide = write(tmp_path / "guide", {})
    (guide / "innocent").symlink_to(outside)
    (guide / "characters.yaml").symlink_to("innocent/cast.yaml")
    assert error_positions(guide) == ["characters.yaml:1:1: UNREADABLE"]


@posix
def test_a_folder_with_the_guides_name_as_a_prefix_is_outside(tmp_path: Path) -> None:
    guide = write(tmp_path / "guide", {})
    write(tmp_path / "guide-2", {"characters.yaml": SECRET})
    (guide / "characters.yaml").symlink_to("../guide-2/characters.yaml")
    assert error_positions(guide) == ["characters.yaml:1:1: UNREADABLE"]


@posix
def test_a_symbolic_link_to_a_file_in_the_guide_is_read(tmp_path: Path) -> None:
    guide = write(tmp_path, {"drafts/cast.yaml": "ann: {name: Ann, since: start}\n"})
    (guide / "characters").mkdir()
    (guide / "characters" / "cast.yaml").symlink_to("../drafts/cast.yaml")
    assert [character.id for character in open_guide(guide).characters] == ["ann"]


@posix
def test_a_guide_can_be_opened_through_a_symbolic_link(tmp_path: Path) -> None:
    write(tmp_path / "guide", {"characters/cast.yaml": "ann: {name: Ann, since: start}\n"})
    (tmp_path / "link").symlink_to("guide")
    assert [character.id for character in open_guide(tmp_path / "link").characters] == ["ann"]


@posix
@pytest.mark.parametrize("path", ["characters.yaml", "sources.yaml", "guide.yaml"])
def test_dangling_and_cyclic_symbolic_links_are_reported(tmp_path: Path, path: str) -> None:
    for number, target in enumerate(("nothing", path)):
        guide = write(tmp_path / str(number), {})
        (guide / path).unlink(missing_ok=True)
        (guide / path).symlink_to(target)
        assert error_positions(guide) == [f"{path}:1:1: UNREADABLE"]


@posix
def test_a_section_replaced_by_a_symbolic_link_after_opening_is_not_read(tmp_path: Path, outside: Path) -> None:
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
def test_a_pipe_is_reported_and_never_read(tmp_path: Path, path: str) -> None:
    guide = write(tmp_path, {"sections/page.md": PAGE, "characters/cast.yaml": ""})
    (guide / path).unlink(missing_ok=True)
    os.mkfifo(guide / path)
    assert messages_of(guide) == [f"{path}:1:1: UNREADABLE cannot read this file: not a regular file"]


def test_a_folder_instead_of_a_file_is_reported(tmp_path: Path) -> None:
    guide = write(tmp_path, {"sources.yaml/x": ""})
    assert messages_of(guide) == ["sources.yaml:1:1: UNREADABLE cannot read this file: not a regular file"]


def test_only_a_file_above_the_size_limit_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = write(tmp_path, {"sections/page.md": PAGE + "x" * 100, "sections/small.md": PAGE})
    monkeypatch.setattr(folder, "LARGEST_FILE", len(PAGE) + 100)
    assert messages_of(guide) == []
    monkeypatch.setattr(folder, "LARGEST_FILE", len(PAGE) + 99)
    assert [problem.split(" larger")[0] for problem in messages_of(guide)] == [
        "sections/page.md:1:1: UNREADABLE cannot read this file:"
    ]


def test_a_section_that_grew_too_large_after_opening_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = opened(tmp_path, {"sections/page.md": PAGE})
    monkeypatch.setattr(folder, "LARGEST_FILE", 3)
    with pytest.raises(OSError, match="larger"):
        story.text(story.sections[0])


def test_too_many_files_and_too_deep_folders_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = write(tmp_path, {f"sections/{name}.md": PAGE for name in ("a", "b", "c/d/e")})
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    assert messages_of(guide) == ["sections:1:1: TOO-LARGE more than 2 files; use fewer files"]
    monkeypatch.setattr(folder, "MOST_FILES", 3)
    monkeypatch.setattr(folder, "DEEPEST_FOLDER", 1)
    assert messages_of(guide) == ["sections/c/d:1:1: TOO-DEEP folders nested more than 1 levels deep; use fewer levels"]


@pytest.mark.parametrize("path", ["characters.yaml", "guide.yaml", "sources.yaml", "sections/page.md"])
@pytest.mark.parametrize("byte", [b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"\xb3\xb2"])
def test_a_file_that_is_not_utf_8_is_reported_with_its_line(tmp_path: Path, path: str, byte: bytes) -> None:
    text = b"---\nsince: start\n---\n" if path.endswith(".md") else HEAD.encode()
    guide = write(tmp_path, {path: text + b"# " + byte + b"\n"})
    (message,) = messages_of(guide)
    assert message.startswith(f"{path}:4:1: ENCODING not UTF-8, ")


def test_a_section_that_becomes_unreadable_raises_oserror(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/page.md": PAGE})
    page = tmp_path / "sections" / "page.md"
    page.write_bytes(b"\xff")
    with pytest.raises(OSError, match="UTF-8"):
        story.text(story.sections[0])
    page.unlink()
    with pytest.raises(FileNotFoundError):
        story.text(story.sections[0])


def test_other_files_and_hidden_files_are_ignored(tmp_path: Path) -> None:
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
def test_a_folder_without_a_guide_is_reported(tmp_path: Path, path: str, what: str) -> None:
    with pytest.raises(GuideUnreadable, match="cannot be opened") as unreadable:
        open_guide(tmp_path / path)
    (problem,) = unreadable.value.problems
    assert str(problem).startswith("guide.yaml:1:1: NO-GUIDE ")
    assert what in problem.message


def test_a_file_instead_of_a_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(HEAD)
    assert [problem.code for problem in load(tmp_path / "file").problems] == ["NO-GUIDE"]
