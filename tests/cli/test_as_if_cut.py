"""At every point each command says what it would say had everything later been deleted from the guide's files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from aotad_tui.cli import arguments
from aotad_tui.cli.commands import PRINTING
from aotad_tui.library import load
from tests.cut import cut, last_point
from tests.library.guide_maker import LENGTH, ORDER, FullGuide
from tests.library.guides import JEKYLL, write

from .conftest import Run
from .every_call import calls, commands

OUTSIDE = {
    "check": "for authors: it reads the whole guide",
    "schema": "for authors: it reads no guide",
    "keys": "it reads no guide",
}
"""The commands that print something else than a gated guide, and why."""


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    """Every guide is opened once, and the parser made once: what they are made of does not change meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "open_guide", cache(load.open_guide))
        patch.setattr(arguments, "_commands_parser", cache(arguments._commands_parser))
        yield


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    numbers = count()
    full = FullGuide(lambda path: f"{path.replace('/', ' ')} {next(numbers)}", ORDER[:-1])
    return {"jekyll": JEKYLL, "full": write(tmp_path_factory.mktemp("full"), dict(full.files()))}


POINTS = [(name, seen) for name, most in (("jekyll", last_point(JEKYLL)), ("full", LENGTH)) for seen in range(most + 1)]


@pytest.mark.parametrize(("name", "seen"), POINTS)
def test_each_command_says_of_a_guide_what_it_says_of_all_of_its_cut_copy(
    run: Run, guides: dict[str, Path], tmp_path: Path, name: str, seen: int
) -> None:
    guide, copy = guides[name], cut(guides[name], seen, tmp_path / "copy")
    timeline = load.open_guide(guide).timeline
    end, point = f"{timeline.up_to(len(timeline))}\n", f"{timeline.up_to(seen)}\n"
    for words in calls(load.open_guide(guide)):
        printed = run(*words, "--guide", str(guide), "--seen", str(seen))
        of_copy = run(*words, "--guide", str(copy), "--seen", "end")
        # An error names the reader's own point, which is the last one in the copy, and no other.
        assert printed == replace(of_copy, err=of_copy.err.replace(end, point)), " ".join(words)
    piped = run(str(guide), "--seen", str(seen))
    assert piped == run(str(copy), "--seen", "end"), "the reader where there is no terminal"


def test_every_command_is_a_printing_one_or_says_why_it_is_outside_the_gate() -> None:
    assert set(commands()) == {*(printing.name for printing in PRINTING), *OUTSIDE}
