"""Lists that are written by hand are complete: an entry that is missing fails here by its name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from textual.theme import Theme

import aotad_tui
from aotad_tui.cli.exit_codes import Exit
from aotad_tui.commands.panes import PANES
from aotad_tui.commands.registry import COMMANDS, Scope
from aotad_tui.library import format as guide_format
from aotad_tui.library.records import ENTRIES
from aotad_tui.library.shapes import Choice, Staged, holds_text
from aotad_tui.progress.settings import Settings
from aotad_tui.story.kinds import STATES
from aotad_tui.ui import theme
from aotad_tui.ui.dialogs import settings
from aotad_tui.ui.map.view import MAP_SPAN_NAMES

from .cli.every_call import commands
from .ui.test_as_if_cut import MAP_KEYS, OPENING_KEYS
from .ui.test_untrusted_text import FILES, GUIDE

ROOT = Path(__file__).parent.parent
PACKAGE = Path(aotad_tui.__file__).parent
READING = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "guide-format.md").read_text(encoding="utf-8")
CODE = re.compile(r'(?:report|_reject)\(\s*[\w.]+(?:\([^()]*\))?,\s*"(?P<code>[A-Z-]+)"')
"""The code of a problem that the loader or `check` reports."""
STORES_FRAMES = re.compile(r"^from .*frames import.*assert_", re.MULTILINE)
"""The import of a test that compares with frames."""


def test_the_docs_have_an_example_of_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in commands() if f"aotad-tui {name}" not in READING + readme] == []


def test_the_docs_explain_every_exit_code() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert [code for code in Exit if code is not Exit.INTERRUPTED and f"| {int(code)} |" not in page] == []


def test_the_schema_of_every_kind_of_file_can_be_printed() -> None:
    (file,) = (action for action in commands()["schema"]._actions if action.metavar == "FILE")
    assert set(file.choices or ()) == set(guide_format.FILES)


def test_the_docs_and_the_settings_screen_name_every_setting() -> None:
    toml = READING.partition("```toml\n")[2].partition("```")[0]
    names = [field.name for field in fields(Settings)]
    assert list(tomllib.loads(toml)) == names
    rows = {row.name for row in settings._rows(Settings())}
    assert rows == set(names) - {"keys"}, "keys are chosen in the file"


def test_every_theme_of_ours_can_be_chosen() -> None:
    assert {one.name for one in vars(theme).values() if isinstance(one, Theme)} == {one.name for one in theme.OURS}


def test_the_format_page_names_every_built_in_state() -> None:
    built_in = FORMAT.partition("* Built-in **states**:")[2].partition("\n*")[0]
    assert re.findall(r"`([\w-]+)`", built_in) == [state.id for state in STATES]


def test_the_format_page_names_every_field() -> None:
    keys = {key for entry in ENTRIES.values() for key in entry}
    assert {key for key in keys if not re.search(rf"(?<![\w-]){key}:|`{key}`", FORMAT)} == set()


def test_the_format_page_names_every_word_that_can_be_chosen() -> None:
    choices = [field.shape for entry in ENTRIES.values() for field in entry.values() if isinstance(field.shape, Choice)]
    words = {word for choice in choices for word in choice.words}
    assert {word for word in words if not re.search(rf"\b{word}\b", FORMAT)} == set()


def test_the_style_sheet_has_a_rule_for_every_style_of_a_span() -> None:
    styles = (ROOT / "styles.tcss").read_text(encoding="utf-8")
    assert set(re.findall(r"\.span--([\w-]+)", styles)) == MAP_SPAN_NAMES


def test_the_frames_task_runs_every_test_with_frames() -> None:
    tasks = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["poe"]["tasks"]
    tests = {path for path in (ROOT / "tests").rglob("test_*.py") if STORES_FRAMES.search(path.read_text("utf-8"))}
    renewing = {ROOT / word.partition("::")[0] for word in tasks["frames"]["cmd"].split() if word.startswith("tests/")}
    assert renewing == tests - {ROOT / "tests" / "test_frames.py"}, "that one tests the helper"


@pytest.mark.parametrize(("contract", "others"), [("textual", {"ui"}), ("rich", {"cells", "ui"})])
def test_an_import_contract_covers_every_package_with_named_exceptions(contract: str, others: set[str]) -> None:
    packages = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (modules,) = (one["source_modules"] for one in contracts if one["id"] == contract)
    assert {name.removeprefix("aotad_tui.") for name in modules} == packages - {"__init__", "__main__"} - others


NOT_SHOWN = {"endings", "hindsight", "language", "unnamed"}
"""Fields with texts that no screen shows."""


def test_the_guide_with_untrusted_text_has_every_text_of_the_format() -> None:
    untrusted = "\n".join([GUIDE, *FILES.values()])
    texts = {
        key
        for entry in ENTRIES.values()
        for key, field in entry.items()
        if field.refers is None and (holds_text(field.shape) or isinstance(field.shape, Staged))
    }
    assert {key for key in texts if not re.search(rf"\b{key}: ", untrusted)} == NOT_SHOWN, (
        "tests/ui/test_untrusted_text"
    )


COMPARED = {*OPENING_KEYS, ":", "@", "m", "e", "/", "N", "tab", "K", "y", "Y", "right", "alt+right", "ctrl+o", '"'}
COMPARED |= {pane.key for pane in PANES}
"""The keys that the tests named `…_as_if_cut` press on the reading screen."""
COMPARED_ON_THE_MAP = {*MAP_KEYS, "j", "-", "L"}
NOT_COMPARED = {
    "it only moves on the screen": "line_down line_up half_page_down half_page_up screen_down screen_up top bottom "
    "columns_left previous_link next_match next_pane pane_left pane_right page_alone wider_pane narrower_pane "
    "close_or_back map_left map_up map_right map_pan_left map_pan_down map_pan_up map_close_or_back",
    "its sections, people and points are visited one by one": "open next_section previous_section progress_forward "
    "progress_back map_find",
    "the key of its pane shows the same": " ".join(f"toggle_{pane.id}" for pane in PANES if pane.toggle_key),
    "it opens the palette, as another key does": "find_command",
    "it shows what the guide shows already": "reload",
    "it shows nothing of the guide": "toggle_read theme settings guides tour help suspend quit_reader map_legend "
    "map_save map_help bookmark highlight note",
    "it is for authors, and says so": "problems",
}
"""The commands that those tests leave out, and why."""


def test_every_command_is_compared_with_a_cut_copy_or_has_a_reason_not_to_be() -> None:
    left_out = {id for ids in NOT_COMPARED.values() for id in ids.split()}
    compared = {
        command.id
        for command in COMMANDS
        if set(command.keys) & (COMPARED_ON_THE_MAP if command.scope is Scope.MAP else COMPARED)
    }
    assert {command.id for command in COMMANDS} - compared - left_out == set(), "press their keys in tests/ui"
    assert left_out - ({command.id for command in COMMANDS} - compared) == set(), "take these out of NOT_COMPARED"
