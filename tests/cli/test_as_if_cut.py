"""At every point each command prints what it would print if everything later were deleted from the files of a guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from aotad_tui.cli import arguments, parsers
from aotad_tui.cli.commands import PRINTING
from aotad_tui.library import load
from tests.cut import cut, last_point
from tests.library.guide_maker import LENGTH, ORDER, FullGuide
from tests.library.guides import JEKYLL, write

from .conftest import Run
from .every_call import calls, commands

NOT_GATED = {
    "check": "for authors: it reads the whole guide",
    "coverage": "for authors: it reads the whole guide",
    "diff": "for authors: it compares two points of the whole guide",
    "import": "for authors: it reads other files",
    "new": "for authors: it reads nothing",
    "schema": "for authors: it lists the ids of the whole guide",
    "completion": "it reads no guide",
    "help": "it reads no guide",
    "guides": "it reads titles of guides, which anybody may know",
    "keys": "it reads no guide",
}
"""The commands that print no gated guide, and why."""


@pytest.fixture(scope="module", autouse=True)
def _cached() -> Iterator[None]:
    """Open each guide once and make the parser once: neither changes during the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "open_guide", cache(load.open_guide))
        patch.setattr(arguments, "command_parsers", cache(parsers.command_parsers))
        yield


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    numbers = count()
    full = FullGuide(lambda path: f"{path.replace('/', ' ')} {next(numbers)}", ORDER[:-1])
    return {"jekyll": JEKYLL, "full": write(tmp_path_factory.mktemp("full"), dict(full.files()))}


POINTS = [
    pytest.param(name, seen, marks=() if seen == 1 else pytest.mark.slow)
    for name, most in (("jekyll", last_point(JEKYLL)), ("full", LENGTH))
    for seen in range(most + 1)
]


@pytest.mark.parametrize(("name", "seen"), POINTS)
def test_each_command_prints_the_same_as_for_a_copy_cut_at_the_point(
    run: Run, guides: dict[str, Path], tmp_path: Path, name: str, seen: int
) -> None:
    guide, copy = guides[name], cut(guides[name], seen, tmp_path / "copy")
    timeline = load.open_guide(guide).timeline
    end, point = f"{timeline.up_to(len(timeline))}\n", f"{timeline.up_to(seen)}\n"
    for words in calls(load.open_guide(guide)):
        printed = run(*words, "--guide", str(guide), "--seen", str(seen))
        from_copy = run(*words, "--guide", str(copy), "--seen", "end")
        # An error names only the reader's own point, which is the last one of the copy.
        assert printed == replace(from_copy, err=from_copy.err.replace(end, point)), " ".join(words)
    piped = run(str(guide), "--seen", str(seen))
    assert piped == run(str(copy), "--seen", "end"), "the reader where there is no terminal"


def test_every_command_is_a_printing_command_or_has_a_reason_not_to_be_gated() -> None:
    assert set(commands()) == {*(printing.name for printing in PRINTING), *NOT_GATED}
