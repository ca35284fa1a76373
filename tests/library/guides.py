"""Writes, edits and opens guides in tests."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from aotad_tui.library.check import check
from aotad_tui.library.load import load, open_guide
from aotad_tui.library.problems import Problem
from aotad_tui.resources import bundled_guide
from aotad_tui.story.story import Story

JEKYLL = Path(__file__).parents[1] / "guides" / "jekyll"
BUNDLED = bundled_guide()

HEAD = "format: 1\ntitle: A tale\ntimeline: {count: 9}\n"
PAGE = "---\nsince: start\n---\n"


def write(folder: Path, files: Mapping[str, str | bytes], head: str = HEAD) -> Path:
    """Write a guide. Its guide.yaml is `head` unless `files` has one."""
    for path, text in {"guide.yaml": head, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


_HINTS = frozenset(
    (
        "UNUSED",
        "EARLY-STAMP",
        "STORY-ORDER",
        "FIRST-PART",
        "REPEATED",
        "NO-TEXT",
        "NO-VALUE",
        "HINDSIGHT",
        "BROKEN-IMAGE",
    )
)
"""The codes of hints at how to write a guide, which the small guides of tests do not follow."""


def check_for_faults(folder: Path) -> tuple[Problem, ...]:
    """The problems of a guide except hints."""
    return tuple(problem for problem in check(folder) if problem.code not in _HINTS)


def opened(folder: Path, files: Mapping[str, str | bytes], head: str = HEAD) -> Story:
    return open_guide(write(folder, files, head))


def messages_of(folder: Path) -> list[str]:
    """The problems of a guide, one line each."""
    return [str(problem) for problem in load(folder).problems]


def edited(folder: Path, edits: Sequence[tuple[str, str, str]]) -> Path:
    """A copy of the Jekyll guide with replaced texts. Each old text must occur exactly once."""
    copy = folder / "copy"
    shutil.copytree(JEKYLL, copy)
    for path, old, new in edits:
        file = copy / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
        file.write_text(text.replace(old, new), encoding="utf-8")
    return copy
