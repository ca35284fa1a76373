"""Settings files that nobody would write: none crashes, none hangs, and what is said about them is short."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aotad_tui.progress.settings import Settings, read_settings
from tests.systems import posix

HUGE = "0x" + "f" * 9_000
"""An integer that TOML allows and Python does not write in decimal."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.mark.parametrize(
    "text",
    [
        *(f"measure = {HUGE}", f"panes = [{HUGE}]", f"theme = {HUGE}", f"keys = {HUGE}", f"[keys]\nrecap = [{HUGE}]"),
        *("measure = nan", "measure = inf", f'names = "{"x" * 90_000}"', "panes = [[]]", "panes = [{}]"),
        "x" * 90_000 + " = 1",
    ],
    ids=lambda text: text[:20],
)
def test_a_value_of_any_kind_and_size_is_one_short_error(file: Path, text: str) -> None:
    file.write_text(text)
    read = read_settings(file)
    (trouble,) = read.troubles
    assert len(trouble) < len(str(file)) + 250
    assert read.settings == Settings()


@pytest.mark.parametrize("text", ["a." * 20_000 + "a = 1", "[" + "a." * 20_000 + "a]", '"a".' * 20_000 + "a = 1"])
def test_a_key_of_thousands_of_parts_is_not_parsed(file: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser takes 12 seconds for it."""
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("it is parsed"))
    file.write_text("\n" + text)
    (trouble,) = read_settings(file).troubles
    assert trouble == f"{file}: cannot read the settings; all ignored: line 2: a key of more than 20 parts"


def test_a_key_of_a_few_parts_is_parsed(file: Path) -> None:
    file.write_text("# see a.b.c\nmeasure = 72\na.b.c.d = 1.5\n")
    assert read_settings(file).settings == Settings(measure=72)


@pytest.mark.parametrize("head", ["", "[keys]\n"])
def test_thousands_of_unknown_names_are_a_few_errors(file: Path, head: str) -> None:
    file.write_text(head + "".join(f"x{number} = 1\n" for number in range(3_000)))
    troubles = read_settings(file).troubles
    assert len(troubles) == 6
    assert troubles[-1] == f"{file}: 2,995 more errors"


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_not_opened(file: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    else:
        file.mkdir()
    assert read_settings(file).troubles == (f"{file}: cannot read the settings; all ignored: not a regular file",)


def test_a_very_large_file_is_not_read(file: Path) -> None:
    file.write_bytes(b"#" * 100_001)
    assert "larger than 100,000 bytes" in read_settings(file).troubles[0]
