"""Secrets between people: who does not know of a relationship, and from which point on they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from aotad_tui.progress.events import EventKind, events
from aotad_tui.story.visible import VisibleStory
from tests.library.guides import write

from .conftest import Run

FILES = {
    "characters.yaml": """\
ann: {name: Ann, since: start}
bob: {name: Bob, since: start}
cat: {name: Cat, since: 2}
dan: {name: Dan, since: start}
""",
    "relationships.yaml": "- {from: ann, to: bob, kind: love, since: 1, secret_from: [dan, {who: cat, until: 4}]}\n",
}


@pytest.fixture
def guide(tmp_path: Path) -> str:
    return str(write(tmp_path, FILES))


@pytest.mark.parametrize(
    ("seen", "words", "still", "revealed"),
    [
        ("1", "Dan does not know", ["dan"], []),
        ("3", "Dan and Cat do not know", ["dan", "cat"], []),
        ("4", "Dan does not know", ["dan"], [{"who": "cat", "since": "4"}]),
    ],
)
def test_a_person_does_not_know_until_the_secret_comes_out(
    run: Run, guide: str, seen: str, words: str, still: list[str], revealed: list[object]
) -> None:
    options = ("who", "ann", "--guide", guide, "--seen", seen)
    assert run(*options).lines[-1].strip(" │┊") == words
    (tie,) = run(*options, "--json").json["ties"]
    assert (tie["secret_from"], tie["revealed_to"]) == (still, revealed)


def test_that_a_secret_comes_out_is_an_event(guide: str) -> None:
    found = [
        [(one.at, one.words) for one in events(VisibleStory(open_guide(Path(guide)).as_of(seen))) if one.kind is kind]
        for seen, kind in ((3, EventKind.REVEALED), (4, EventKind.REVEALED))
    ]
    assert found == [[], [(4, "Cat learns: Ann loves Bob")]]


def test_a_secret_that_is_out_before_anybody_is_shown_is_no_event(tmp_path: Path) -> None:
    tie = "- {from: ann, to: cat, kind: love, since: 1, secret_from: [{who: bob, until: 1}]}\n"
    story = open_guide(write(tmp_path, {**FILES, "relationships.yaml": tie})).as_of(9)
    assert [one for one in events(VisibleStory(story)) if one.kind is EventKind.REVEALED] == []
