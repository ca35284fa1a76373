"""What importing each package brings along: without a screen no Textual, and of Rich only its table of widths."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import aotad_tui
from aotad_tui.story.story import Story

from .cli.every_call import calls, commands

pytestmark = pytest.mark.slow

PACKAGE = Path(aotad_tui.__file__).parent


def modules_of(name: str) -> list[str]:
    """All modules of one package, or the one module of that name."""
    found = [PACKAGE / f"{name}.py"] if (PACKAGE / f"{name}.py").exists() else sorted((PACKAGE / name).rglob("*.py"))
    paths = [file.relative_to(PACKAGE.parent).with_suffix("") for file in found]
    return [".".join(path.parts).removesuffix(".__init__") for path in paths]


@cache
def brought_by(program: str) -> frozenset[str]:
    """The modules that are there at the end of a program, run in a Python of its own."""
    told = f"{program}\nimport sys; sys.stderr.write('\\n' + ' '.join(sys.modules))"
    words = (sys.executable, "-c", told)
    run = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return frozenset(run.stderr.splitlines()[-1].split())


def of(library: str, brought: frozenset[str]) -> set[str]:
    """A library's modules among them."""
    return {name for name in brought if name.partition(".")[0] == library}


def everything(name: str) -> str:
    """A program that imports all of a package."""
    return f"import {', '.join(modules_of(name))}"


NAMES = sorted(
    {file.stem for file in PACKAGE.iterdir() if file.suffix == ".py" or (file / "__init__.py").exists()}
    - {"__init__", "__main__", "ui"}
)


def test_the_packages_are_those_of_the_design() -> None:
    assert {"story", "library", "search", "chart", "page", "progress", "commands", "cli", "cells", "markdown"} <= {
        *NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_module_below_the_screen_brings_textual(name: str) -> None:
    assert of("textual", brought_by(everything(name))) == set()


@pytest.mark.parametrize("name", NAMES)
def test_rich_is_brought_by_cells_only_and_only_its_table_of_widths(name: str) -> None:
    brought = brought_by(everything(name))
    allowed = of("rich", brought_by(everything("cells"))) if "aotad_tui.cells" in brought else set()
    assert of("rich", brought) <= allowed
    assert "rich.console" not in allowed


def test_the_command_line_is_understood_before_anything_heavy_is_imported() -> None:
    brought = brought_by("import aotad_tui.cli.main")
    heavy = ("textual", "rich", "markdown_it", "mdit_py_plugins", "pygments", "platformdirs")
    assert {library: of(library, brought) for library in heavy if of(library, brought)} == {}


PROGRAM = """
import sys
from aotad_tui.cli.main import main
for words in {calls!r}:
    assert main(list(words)) in (0, 1), words
    assert "textual" not in sys.modules, words
"""


def test_commands_that_print_never_import_textual(jekyll: Path, jekyll_story: Story) -> None:
    gate = ("--guide", str(jekyll), "--seen", "3")
    printing = [(*words, *gate) for words in {words[0]: words for words in reversed(calls(jekyll_story))}.values()]
    others = [("check", str(jekyll)), ("schema", "guide"), ("keys",), (str(jekyll), "--seen", "3")]
    brought_by(PROGRAM.format(calls=[*printing, *others]))
    assert {words[0] for words in printing + others} >= commands().keys()


def test_the_reader_does_import_textual() -> None:
    """Else the tests above would look for a name that is not there any more."""
    assert {"textual", "rich.console"} <= brought_by("import aotad_tui.ui.app")
