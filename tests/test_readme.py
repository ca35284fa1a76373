"""The commands of README and docs/reading.md run as written, from the folder of the project."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from aotad_tui.cli.arguments import may_exist, parse_arguments
from aotad_tui.cli.commands import PRINTING, WITHOUT_GUIDE
from aotad_tui.library.load import open_guide
from aotad_tui.story.point_spellings import find_point

from .cli.running import run_in_process

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "docs" / "reading.md"]
PRINTS = {*(printing.name for printing in PRINTING), *WITHOUT_GUIDE}


def command_lines(page: Path) -> list[str]:
    """The lines of a page's shell blocks that run the program, without comments and other programs in a pipe."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("aotad-tui")]
    return [shlex.join(shlex.split(line.partition("|")[0], comments=True)) for line in lines]


LINES = [line for page in PAGES for line in command_lines(page)]


def test_the_pages_have_commands() -> None:
    assert all(len(command_lines(page)) > 5 for page in PAGES)


@pytest.mark.slow
@pytest.mark.usefixtures("own_folders")
@pytest.mark.parametrize("line", LINES)
def test_a_command_runs_as_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(ROOT)
    words = shlex.split(line)[1:]
    arguments = parse_arguments(words) if words[:1] != ["help"] else parse_arguments([])
    assert may_exist(arguments.folder)
    if arguments.seen:
        find_point(open_guide(arguments.folder).timeline, arguments.seen)
    if PRINTS.intersection(words):
        ran = run_in_process(capsys, words)
        assert (ran.code, bool(ran.out)) == (0, True), ran.err


@pytest.mark.parametrize("page", [*PAGES, ROOT / "docs" / "keys.md"], ids=lambda page: page.name)
def test_files_that_a_page_links_to_are_there(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if target != "20-the-will.md" and not (page.parent / target).exists()] == []
