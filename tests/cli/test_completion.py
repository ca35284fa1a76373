"""Completion of the command line, by the shells themselves where they are installed."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import shtab

from aotad_tui.cli.parsers import FOLDERS
from tests.systems import posix

from .conftest import Run

pytestmark = posix

SHELLS = ["bash", "fish", "zsh"]
CASES = [
    ("aotad-tui wh", {"who", "where"}),
    ("aotad-tui --seen 3 wh", {"who", "where"}),
    ("aotad-tui --se", {"--seen"}),
    ("aotad-tui people --so", {"--sort"}),
    ("aotad-tui people --sort ", {"story", "name", "connected"}),
    ("aotad-tui who onjo --jso", {"--json"}),
    ("aotad-tui schema ch", {"characters"}),
    ("aotad-tui completion f", {"fish"}),
    ("aotad-tui people --seen ", set()),
    ("aotad-tui people --guide sto", {"story"}),
    ("aotad-tui check sto", {"story"}),
]
ASK_BASH = """\
COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); compopt() {{ :; }}
_shtab_aotad_tui; printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def completed(shell: str, script: str, line: str, folder: Path) -> set[str]:
    """What a shell offers at the end of a line, in an empty folder."""
    if shell == "bash":
        words = [*shlex.split(line), *([""] if line.endswith(" ") else [])]
        asked = script + ASK_BASH.format(line=shlex.join(words))
    else:
        asked = f"{script}complete -C {shlex.quote(line)}\n"
    ran = subprocess.run(
        [shell, "-c", asked], capture_output=True, text=True, cwd=folder, env={"HOME": str(folder)}, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return {row.partition("\t")[0].rstrip("/") for row in ran.stdout.splitlines() if row}


@pytest.mark.slow
@pytest.mark.parametrize(("line", "offered"), CASES)
@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_a_shell_completes_commands_options_and_choices(
    run: Run, tmp_path: Path, shell: str, line: str, offered: set[str]
) -> None:
    path = shutil.which(shell)
    if not path:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "story").mkdir()
    assert completed(path if shell == "fish" else shell, run("completion", shell).out, line, tmp_path) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_read_its_script(run: Run, tmp_path: Path, shell: str) -> None:
    path = shutil.which(shell)
    if not path:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(run("completion", shell).out, encoding="utf-8")
    ran = subprocess.run([path, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_each_script(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    assert [word for word in ("new-since", "help", "sort", "guide", "connected") if word not in script] == []


def test_folders_are_completed_as_shtab_does() -> None:
    assert {shell: shtab.DIRECTORY[shell] for shell in SHELLS} == FOLDERS


def test_an_unknown_shell_is_a_usage_error(run: Run) -> None:
    assert run("completion", "tcsh").code == 2
