"""Folders that cannot be looked into: the reason is said, and nothing is raised."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from aotad_tui.cli.exit_codes import Exit

from .conftest import Run
from .running import PROGRAM, environment

CALLS = [("sections", "--guide"), ("check",), ()]


@pytest.mark.parametrize("words", CALLS, ids=["sections", "check", "reader"])
def test_a_name_that_is_too_long_is_said(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    ended = run(*words, str(tmp_path / ("x" * 300)))
    assert ended.code == Exit.UNREADABLE
    assert "cannot open this folder: " in ended.out + ended.err


def as_owner_only() -> None:
    """Takes the right of root to enter any folder from a program that is about to start."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere root enters every folder")
@pytest.mark.parametrize("words", CALLS, ids=["sections", "check", "reader"])
@pytest.mark.parametrize("below", [".", "guide"])
def test_a_folder_that_may_not_be_entered_is_said(tmp_path: Path, words: tuple[str, ...], below: str) -> None:
    closed = tmp_path / "closed"
    (closed / "guide").mkdir(parents=True)
    closed.chmod(0)
    try:
        done = subprocess.run(
            [*PROGRAM, *words, str(closed / below)],
            capture_output=True,
            text=True,
            check=False,
            env=environment(),
            stdin=subprocess.DEVNULL,
            preexec_fn=as_owner_only,
        )
    finally:
        closed.chmod(0o700)
    assert done.returncode == Exit.UNREADABLE
    assert "cannot open this folder: Permission denied" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
