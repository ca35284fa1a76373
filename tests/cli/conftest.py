from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide

from .running import Result, run_in_process

Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process."""

    def run(*words: str) -> Result:
        return run_in_process(capsys, words)

    return run


@pytest.fixture
def run_jekyll(capsys: pytest.CaptureFixture[str], jekyll: Path) -> Run:
    """Run a command on the second guide."""

    def run_jekyll(*words: str) -> Result:
        return run_in_process(capsys, (*words, "--guide", str(jekyll)))

    return run_jekyll


@pytest.fixture
def guides_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open each guide once per test: stories are frozen values, and no test edits a guide that is open."""
    monkeypatch.setattr("aotad_tui.library.load.open_guide", cache(open_guide))
