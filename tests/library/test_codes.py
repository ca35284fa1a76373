"""Each code of `check` is in the table of codes, with an example that has it and one that has not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import aotad_tui.library
from aotad_tui.library import yaml_nodes
from aotad_tui.library.check import check
from aotad_tui.library.codes import CODES

from .code_examples import BASE, text_of
from .guides import write
from .test_messages import codes_in_source

BUILT_FROM_WORDS = {f"UNKNOWN-{what}" for what in ("CHARACTER", "GROUP", "KIND", "SOURCE", "STATE")}


def codes_of(folder: Path, files: dict[str, str | bytes]) -> set[str]:
    return {problem.code for problem in check(write(folder, {**BASE, **files}))}


WITH_TEXT = [name for name, code in CODES.items() if code.file]


@pytest.mark.parametrize("name", WITH_TEXT)
def test_the_wrong_example_has_exactly_its_code(tmp_path: Path, name: str) -> None:
    code = CODES[name]
    assert codes_of(tmp_path, {code.file: text_of(code.file, code.wrong)}) == {name}


@pytest.mark.parametrize("name", WITH_TEXT)
def test_the_right_example_has_no_problem(tmp_path: Path, name: str) -> None:
    code = CODES[name]
    assert codes_of(tmp_path, {code.file: text_of(code.file, code.right)}) == set()


def linked(folder: Path) -> Path:
    guide = write(folder / "guide", {"characters.yaml": BASE["characters.yaml"]})
    (folder / "pages").mkdir()
    (guide / "sections").symlink_to(folder / "pages", target_is_directory=True)
    return guide


def ambiguous(folder: Path) -> Path:
    pages = {f"sections/{part}/door.md": "---\nsince: 3\n---\nA door.\n" for part in ("x", "y")}
    return write(folder, {**BASE, **pages, "sections/b.md": "---\nsince: 3\n---\nSee [[door]].\n"})


def large(folder: Path) -> Path:
    return write(folder, {**BASE, "sources.yaml": "".join(f"s{number}: {{title: T}}\n" for number in range(400))})


def short(folder: Path) -> Path:
    text = "---\nsince: 3\n---\n" + "Bob meets Ann, and then Rose waits.\n\n" * 3
    return write(
        folder,
        {
            "characters.yaml": "rose: {name: Rose Quibble, since: 1, facts: [{since: 2, text: Waits.}]}\n",
            "sections/a.md": text,
        },
    )


def early(folder: Path) -> Path:
    facts = ", ".join(f"{{since: 3, text: Waits {number}.}}" for number in range(12))
    files = {"characters.yaml": f"ann: {{name: Ann, since: 1, facts: [{facts}]}}\n"}
    return write(folder, files, "format: 1\ntitle: A tale\ntimeline: {count: 40}\n")


WITHOUT_TEXT: dict[str, Callable[[Path], Path]] = {
    "NO-GUIDE": lambda folder: folder,
    "ENCODING": lambda folder: write(folder, {**BASE, "sections/a.md": b"---\nsince: 3\n---\nAnn, n\xe9e Bob.\n"}),
    "UNREADABLE": lambda folder: write(folder, {**BASE, "sources.yaml/x": ""}),
    "UNREAD": lambda folder: write(folder, {**BASE, "character.yaml": ""}),
    "OUTSIDE": linked,
    "AMBIGUOUS-LINK": ambiguous,
    "NAME": lambda folder: write(folder, {**BASE, "sections/\x1b.md": ""}),
    "TOO-LARGE": large,
    "SHORT-NAME": short,
    "FIRST-PART": early,
}


def test_every_other_code_has_a_test_of_its_own() -> None:
    assert sorted(WITHOUT_TEXT) == sorted(set(CODES) - set(WITH_TEXT))


@pytest.mark.parametrize("name", WITHOUT_TEXT)
def test_what_no_text_can_show_has_exactly_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(yaml_nodes, "MOST_NODES", 1_000)
    assert {problem.code for problem in check(WITHOUT_TEXT[name](tmp_path))} == {name}


def test_every_code_of_the_source_is_in_the_table_and_no_other() -> None:
    reported = codes_in_source() | BUILT_FROM_WORDS
    source = "".join(path.read_text(encoding="utf-8") for path in Path(aotad_tui.library.__file__).parent.glob("*.py"))
    assert reported <= set(CODES)
    assert {name for name in CODES if not re.search(rf'"{name}"(?!:)', source)} <= BUILT_FROM_WORDS
