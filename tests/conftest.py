"""What all tests share: an environment that sets nothing, steady examples, and guides that are opened once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:  # at run time only once the lines below have run
    from aotad_tui.story.story import Story

    from .copies import Copies

# Before any of them is imported: an assertion in a helper, too, shows what differs.
pytest.register_assert_rewrite(
    *(f"tests.{module.name}" for module in iter_modules([str(Path(__file__).parent)]) if module.name != "conftest")
)

# Before any test module imports Textual, which reads some of these then and never again.
_SAID = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "ESCDELAY", "AOTAD_GUIDE")
_SAID_BY = ("TEXTUAL", "XDG_")
_FOLDERS = (
    *("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"),
    *("USERPROFILE", "WIN_PD_OVERRIDE_LOCAL_APPDATA"),  # on Windows, where platformdirs else asks the system itself
)
"""The variables that say where a reader's own files are."""
for _name in [name for name in os.environ if name in _SAID or name.startswith(_SAID_BY)]:
    del os.environ[_name]

NOT_TIMED = (HealthCheck.too_slow,)  # on a busy machine everything is slow

# Every run tries the same examples; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=NOT_TIMED)
settings.register_profile("search", deadline=None, max_examples=2_000, suppress_health_check=NOT_TIMED)
settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)  # before pytest looks which tests `-m "not slow"` leaves
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test for which Hypothesis looks for examples is slow."""
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item.function, "hypothesis"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def _empty_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing of whoever runs the tests is read, and nothing is left with them."""
    home = tmp_path_factory.mktemp("home")
    os.environ.update({name: str(home / name) for name in _FOLDERS})


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's own files are in this test's folder: nobody has read anything here before."""
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture(scope="session", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """All apps of a run share their parsed styles."""
    from .textual_internals import styles_parsed_once

    with styles_parsed_once():
        yield


@pytest.fixture(scope="session")
def jekyll() -> Path:
    """The folder of the second guide, which nobody edits while tests run."""
    return Path(__file__).parent / "guides" / "jekyll"


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The guides and their cut copies, which nobody edits either."""
    from .copies import Copies

    return Copies(tmp_path_factory.mktemp("copies"))


@pytest.fixture(scope="session")
def jekyll_story(copies: Copies) -> Story:
    """The second guide opened: the whole story, a frozen value."""
    return copies.whole("jekyll")


@pytest.fixture(scope="session")
def bundled(copies: Copies) -> Story:
    """The bundled guide opened."""
    return copies.whole("bundled")
