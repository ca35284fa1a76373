"""What all tests share: a clean environment, the same Hypothesis examples in each run, and guides opened once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:  # at run time only after the lines below
    from aotad_tui.story.story import Story

    from .copies import Copies

# Before any helper is imported, so that failing assertions of helpers show their values too.
pytest.register_assert_rewrite(
    *(f"tests.{module.name}" for module in iter_modules([str(Path(__file__).parent)]) if module.name != "conftest")
)

# Before any test module imports Textual, which reads some of these only at import.
_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "ESCDELAY", "AOTAD_GUIDE")
_PREFIXES = ("TEXTUAL", "XDG_")
_FOLDERS = (
    *("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"),
    *("USERPROFILE", "WIN_PD_OVERRIDE_LOCAL_APPDATA"),  # on Windows, where platformdirs otherwise asks the system
)
"""The variables that define the folders of a reader's own files."""
for _name in [name for name in os.environ if name in _VARIABLES or name.startswith(_PREFIXES)]:
    del os.environ[_name]

NOT_TIMED = (HealthCheck.too_slow,)  # on a busy machine everything is slow

# A run of the same test modules tries the same examples, since Hypothesis takes constants from imported modules.
# `--hypothesis-profile=search` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=NOT_TIMED)
settings.register_profile("search", deadline=None, max_examples=2_000, suppress_health_check=NOT_TIMED)
settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)  # before pytest selects tests by `-m "not slow"`
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that Hypothesis runs as slow."""
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item.function, "hypothesis"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def _empty_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Use an empty home folder, so that tests neither read nor write the files of the user who runs them."""
    home = tmp_path_factory.mktemp("home")
    os.environ.update({name: str(home / name) for name in _FOLDERS})


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the reader's own files in the test's folder, where nothing is saved yet."""
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture(scope="session", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """Share parsed styles among all apps of a run."""
    from .textual_internals import styles_parsed_once

    with styles_parsed_once():
        yield


@pytest.fixture(scope="session")
def jekyll() -> Path:
    """The folder of the second guide, which no test edits."""
    return Path(__file__).parent / "guides" / "jekyll"


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The guides and their cut copies, which no test edits."""
    from .copies import Copies

    return Copies(tmp_path_factory.mktemp("copies"))


@pytest.fixture(scope="session")
def jekyll_story(copies: Copies) -> Story:
    """The whole story of the second guide, a frozen value."""
    return copies.whole("jekyll")


@pytest.fixture(scope="session")
def bundled(copies: Copies) -> Story:
    """The whole story of the bundled guide."""
    return copies.whole("bundled")
