from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide

from .running import Ran, ran_with

Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program in this process."""

    def run(*words: str) -> Ran:
        return ran_with(capsys, words)

    return run


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], jekyll: Path) -> Run:
    """Runs a command on the second guide."""

    def ask(*words: str) -> Ran:
        return ran_with(capsys, (*words, "--guide", str(jekyll)))

    return ask


@pytest.fixture
def guides_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one test no guide is opened twice: stories are frozen values, and nobody edits a guide meanwhile."""
    monkeypatch.setattr("aotad_tui.library.load.open_guide", cache(open_guide))
