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
for _name in [name for name in os.environ if name in _SAID or name.startswith(_SAID_BY)]:
    del os.environ[_name]

# Every run tries the same examples; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _empty_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing of whoever runs the tests is read, and nothing is left with them."""
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def jekyll() -> Path:
    """The folder of the second guide, which nobody edits while tests run."""
    return Path(__file__).parent / "guides" / "jekyll"


@pytest.fixture(scope="session")
def jekyll_story(jekyll: Path) -> Story:
    """The second guide opened: the whole story, a frozen value."""
    return open_guide(jekyll)
