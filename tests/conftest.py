"""What all tests stand on: an environment that says nothing, steady examples, and the second guide."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from aotad_tui.library.load import open_guide
from aotad_tui.story.story import Story

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

# Every run tries the same examples; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("steady")


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


@pytest.fixture(scope="session")
def jekyll() -> Path:
    """The folder of the second guide, which nobody edits while tests run."""
    return Path(__file__).parent / "guides" / "jekyll"


@pytest.fixture(scope="session")
def jekyll_story(jekyll: Path) -> Story:
    """The second guide opened: the whole story, a frozen value."""
    return open_guide(jekyll)
