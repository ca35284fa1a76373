"""The text of `--help`, stored in `frames` so that reviews show every change of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cli.commands import AUTHORING, PRINTING, WITHOUT_GUIDE
from tests.frames import assert_equals_frame

from .conftest import Run

FRAMES = Path(__file__).parent / "frames"
COMMANDS = [*(command.name for command in PRINTING), *AUTHORING, *WITHOUT_GUIDE]
COLUMNS = "120"
"""Wide enough for every usage on one line: versions of Python wrap it in different places."""


@pytest.mark.parametrize("command", ["aotad-tui", *COMMANDS])
def test_the_help_equals_its_frame(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", COLUMNS)
    words = [] if command == "aotad-tui" else [command]
    assert_equals_frame(FRAMES / f"help-{command}.txt", run(*words, "--help").lines)
