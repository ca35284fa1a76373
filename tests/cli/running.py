"""Runs of the program, in this process or in a subprocess."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from aotad_tui.cli.main import main

PROGRAM = (sys.executable, "-m", "aotad_tui")
_STREAMS = ("PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8")


@dataclass(frozen=True)
class Result:
    """The exit code and the output of a run."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """The JSON that a successful run printed."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)


def run_in_process(capsys: pytest.CaptureFixture[str], words: Sequence[str]) -> Result:
    try:
        code = main(list(words))
    except SystemExit as system_exit:  # by argparse
        code = system_exit.code if isinstance(system_exit.code, int) else -1
    captured = capsys.readouterr()
    return Result(int(code), captured.out, captured.err)


def environment(**more: str) -> dict[str, str]:
    """The environment of the tests, without the variables that change how Python writes to its streams."""
    ours = {name: value for name, value in os.environ.items() if name not in _STREAMS}
    return {**ours, **more}


def run_in_subprocess(*words: str, **more: str) -> Result:
    """Run the program in a subprocess, with more environment variables."""
    completed = subprocess.run(
        [*PROGRAM, *words], capture_output=True, text=True, encoding="utf-8", env=environment(**more), check=False
    )
    return Result(completed.returncode, completed.stdout, completed.stderr)
