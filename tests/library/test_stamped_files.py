"""A file of characters or relationships with one `since` for all entries without one of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story

from .guides import messages_of, opened

SEASON_2 = {
    "characters/1.yaml": "ann: {name: Ann, since: 1}\n",
    "characters/2.yaml": """\
since: 5
bob: {name: Bob, facts: [{text: A fact.}]}
cat: {name: Cat, since: 3}
""",
    "relationships/2.yaml": """\
since: 6
relationships:
  - {from: ann, to: bob, kind: friend}
  - {from: ann, to: cat, kind: friend, since: 4}
""",
}


def kinds(story: Story, seen: int) -> list[str]:
    return [relationship.target for relationship in story.as_of(seen).relationships]


def test_entries_without_a_stamp_have_that_of_their_file(tmp_path: Path) -> None:
    story = opened(tmp_path, SEASON_2)
    assert {person.id: person.since for person in story.characters} == {"ann": 1, "bob": 5, "cat": 3}
    assert [(relationship.target, relationship.since) for relationship in story.relationships] == [
        ("bob", 6),
        ("cat", 4),
    ]


def test_a_fact_without_a_stamp_stays_hidden_until_the_end(tmp_path: Path) -> None:
    bob = opened(tmp_path, SEASON_2).as_of(8).characters[1]
    assert (bob.id, bob.facts) == ("bob", ())
    assert [message.partition(" ")[2][:30] for message in messages_of(tmp_path)] == ["NO-STAMP a fact about 'bob' ha"]


def test_an_entry_can_still_have_the_id_since(tmp_path: Path) -> None:
    story = opened(tmp_path, {"characters.yaml": "since: {name: Since, since: 2}\nann: {name: Ann, since: 1}\n"})
    assert {person.id: person.since for person in story.characters} == {"since": 2, "ann": 1}


@pytest.mark.parametrize("stamp", ["11", "''", "", "1\nsince: 2"])
def test_a_wrong_stamp_of_a_file_hides_its_entries_until_the_end(tmp_path: Path, stamp: str) -> None:
    story = opened(tmp_path, {"characters.yaml": f"since: {stamp}\nann: {{name: Ann}}\nbob: {{name: Bob, since: 1}}\n"})
    assert [person.id for person in story.as_of(8).characters] == ["bob"]
    assert messages_of(tmp_path) != []
