"""What each package imports: no Textual below the screen, and of Rich only its table of widths."""

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
def modules_loaded_by(program: str) -> frozenset[str]:
    """The modules that are loaded at the end of a program, run in a new interpreter."""
    reporting = f"{program}\nimport sys; sys.stderr.write('\\n' + ' '.join(sys.modules))"
    words = (sys.executable, "-c", reporting)
    run = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return frozenset(run.stderr.splitlines()[-1].split())


def only(library: str, loaded: frozenset[str]) -> set[str]:
    """The modules of a library among the loaded ones."""
    return {name for name in loaded if name.partition(".")[0] == library}


def importing(name: str) -> str:
    """A program that imports every module of a package."""
    return f"import {', '.join(modules_of(name))}"


NAMES = sorted(
    {file.stem for file in PACKAGE.iterdir() if file.suffix == ".py" or (file / "__init__.py").exists()}
    - {"__init__", "__main__", "ui"}
)


def test_the_packages_of_the_architecture_exist() -> None:
    assert {"story", "library", "search", "chart", "page", "progress", "commands", "cli", "cells", "markdown"} <= {
        *NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_module_below_the_screen_imports_textual(name: str) -> None:
    assert only("textual", modules_loaded_by(importing(name))) == set()


@pytest.mark.parametrize("name", NAMES)
def test_only_cells_imports_rich_and_only_its_table_of_widths(name: str) -> None:
    loaded = modules_loaded_by(importing(name))
    allowed = only("rich", modules_loaded_by(importing("cells"))) if "aotad_tui.cells" in loaded else set()
    assert only("rich", loaded) <= allowed
    assert "rich.console" not in allowed


def test_the_command_line_is_parsed_without_heavy_imports() -> None:
    loaded = modules_loaded_by("import aotad_tui.cli.main")
    heavy = ("textual", "rich", "markdown_it", "mdit_py_plugins", "pygments", "platformdirs")
    assert {library: only(library, loaded) for library in heavy if only(library, loaded)} == {}


PROGRAM = """
import sys
from aotad_tui.cli.main import main
for words in {calls!r}:
    assert main(list(words)) in (0, 1), words
    assert "textual" not in sys.modules, words
"""


def test_printing_commands_never_import_textual(jekyll: Path, jekyll_story: Story, tmp_path: Path) -> None:
    gate = ("--guide", str(jekyll), "--seen", "3")
    printing = [(*words, *gate) for words in {words[0]: words for words in reversed(calls(jekyll_story))}.values()]
    episodes = tmp_path / "episodes.csv"
    episodes.write_text("season,number,title\n1,1,Pilot\n", encoding="utf-8")
    others = [
        ("new", str(tmp_path / "new")),
        ("import", str(episodes), str(tmp_path / "import")),
        ("check", str(jekyll)),
        ("coverage", str(jekyll)),
        ("diff", "3", "4", str(jekyll)),
        ("schema", "guide"),
        ("keys",),
        ("guides",),
        ("help",),
        ("completion", "bash"),
        (str(jekyll), "--seen", "3"),
    ]
    modules_loaded_by(PROGRAM.format(calls=[*printing, *others]))
    assert {words[0] for words in printing + others} >= commands().keys()


def test_the_reader_does_import_textual() -> None:
    """Otherwise the tests above would search for a name that no longer exists."""
    assert {"textual", "rich.console"} <= modules_loaded_by("import aotad_tui.ui.app")
