"""A guide that cannot be read at the start, and is mended while the reader shows why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aotad_tui.cli.arguments import Arguments
from aotad_tui.cli.reader import _Guides
from tests.library.guides import HEAD, PAGE, write

PAGES = {"sections/a.md": f"{PAGE}A\n", "sections/b.md": f"{PAGE}B\n"}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write(tmp_path / "guide", PAGES | {"guide.yaml": "title: a: b\n"})


@pytest.fixture
def opened() -> Iterator[list[_Guides]]:
    guides: list[_Guides] = []
    yield guides
    for one in guides:
        one.close()


@pytest.mark.parametrize(
    ("seen", "section", "expected"),
    [
        ("3", "b", (3, "b")),
        (None, "b", (0, "b")),
        ("99", None, (0, "a")),
        ("3", "nothing", (0, "a")),
    ],
    ids=["both", "a section", "a point that it does not have", "a section that it does not have"],
)
def test_the_options_hold_for_the_mended_guide_once(
    broken: Path, opened: list[_Guides], seen: str | None, section: str | None, expected: tuple[int, str]
) -> None:
    guides = _Guides(Arguments(guide=str(broken), seen=seen, open=section))
    opened.append(guides)
    assert guides.requested_screen() is None
    write(broken, {"guide.yaml": HEAD})
    session = guides.begin(guides.load(broken), broken).model.session
    assert (session.seen, session.place.section) == expected
    again = guides.begin(guides.load(broken), broken).model.session
    assert again.seen == 0, "opened once more, it has the saved progress"


def test_the_options_of_a_broken_guide_are_not_those_of_another(broken: Path, opened: list[_Guides]) -> None:
    guides = _Guides(Arguments(guide=str(broken), seen="3"))
    opened.append(guides)
    assert guides.requested_screen() is None
    other = write(broken.parent / "other", PAGES | {"guide.yaml": HEAD})
    assert guides.begin(guides.load(other), other).model.session.seen == 0
