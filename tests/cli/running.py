"""The program run by its words, in this process or in one of its own."""

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
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """What a run printed as JSON, once it went well."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)


def ran_with(capsys: pytest.CaptureFixture[str], words: Sequence[str]) -> Ran:
    try:
        code = main(list(words))
    except SystemExit as ended:  # by argparse
        code = ended.code if isinstance(ended.code, int) else -1
    said = capsys.readouterr()
    return Ran(int(code), said.out, said.err)


def environment(**more: str) -> dict[str, str]:
    """That of the tests, but with nothing in it that changes how Python writes to its streams."""
    ours = {name: value for name, value in os.environ.items() if name not in _STREAMS}
    return {**ours, **more}


def ran_apart(*words: str, **more: str) -> Ran:
    """Runs the program in a process of its own, with more in its environment."""
    done = subprocess.run(
        [*PROGRAM, *words], capture_output=True, text=True, encoding="utf-8", env=environment(**more), check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)
