"""docs/tutorial.md, followed word for word: its files are written and its commands run, one after another."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .cli.running import run_in_process

TUTORIAL = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)


def steps() -> Iterator[tuple[str, str]]:
    """Each step: a file and its text, or "" and a command."""
    for block in BLOCK.finditer(TUTORIAL):
        if block["language"] == "sh":
            yield from (("", line) for line in block["text"].splitlines())
        else:
            file = re.search(r"`(the-ferry/[^`]*)`:$", block["before"])
            assert file, f"no file is named before this block:\n{block['text']}"
            yield file[1], block["text"]


def test_the_tutorial_can_be_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    outputs: dict[str, str] = {}
    for file, text in steps():
        if file:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
            continue
        command, _, expected = text.partition("   # exit code ")
        program, *words = shlex.split(command)
        if program == "rm":
            for path in map(Path, words[1:]):
                assert path.exists(), text
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            continue
        assert program == "aotad-tui"
        result = run_in_process(capsys, words)
        assert result.code == int(expected or 0), text + result.out + result.err
        outputs[text] = result.out
    assert "LEAK" in outputs["aotad-tui check the-ferry   # exit code 1"]
    show = "aotad-tui show low-water --guide the-ferry --seen"
    assert "rings for her alone" not in outputs[f"{show} 1"]
    assert "rings for her alone" in outputs[f"{show} 3"]
    assert outputs["aotad-tui check the-ferry"] == "", "in the end the guide has no problems"
