"""What opens at each point, and where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.authoring.changes import Change, all_changes, read_guide
from aotad_tui.authoring.coverage import Coverage, coverage
from aotad_tui.library.load import GuideUnreadable
from tests.library.guides import BUNDLED, HEAD, JEKYLL, write

CAST = """\
ann:
  name:
    - {since: 1, text: The guest}
    - {since: 4, text: Ann}
  aliases: [Annie, {name: Nan, since: 5}]
  since: 1
  met: 2
  about: A guest.
  group: [{since: 3, text: house}]
  facts:
    - {since: 6, text: Leaves., state: dead}
    - {since: start, text: Waits.}
bob: {name: Bob, since: 2, becomes: {character: ann, since: 7}}
"""
TIES = """\
- {from: gone, to: ann, kind: friend, since: 1}
- from: ann
  to: bob
  kind: [{since: 1, text: friend}, {since: 3, text: enemy}]
  label: trusts
  since: 1
  until: 4
  ended: a quarrel
  secret_from: [{who: ann, until: 5}]
"""
PAGE = """\
---
since: 2
sources: [book]
---
Ann waits. <!-- a
comment -->

> [!spoiler] 1
> Early.

> [!spoiler] 8
> Late words.
>
> > [!spoiler] 9
> > Later.
>
> > [!spoiler] 3
> > Not earlier than what is around it.

* > [!spoiler] 9
  > In a list.
"""
FILES = {
    "characters.yaml": CAST,
    "relationships.yaml": TIES,
    "sources.yaml": "book: {title: The book}\nother: {title: The other}\n",
    "terms.yaml": "gate: {name: [{since: 3, text: The gate}], since: 2, about: A way in.}\n",
    "sections/10-a.md": PAGE,
}
GUIDE = HEAD + "groups: {house: {name: The house, since: 1}}\n"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return write(tmp_path, FILES, GUIDE)


def changes_of(guide: Path) -> list[Change]:
    return list(all_changes(guide, read_guide(guide)))


def coverage_of(guide: Path) -> Coverage:
    return coverage(guide, read_guide(guide))


def test_everything_that_opens_is_listed_with_its_point_and_its_place(guide: Path) -> None:
    rows = [(one.since, str(one.kind), one.text, f"{one.mark.path}:{one.mark.line}") for one in changes_of(guide)]
    assert rows == [
        (1, "person", "The guest (ann)", "characters.yaml:2"),
        (1, "name", "The guest (ann): Annie", "characters.yaml:5"),
        (1, "description", "The guest (ann): A guest.", "characters.yaml:8"),
        (1, "fact", "The guest (ann): Waits.", "characters.yaml:12"),
        (2, "person", "The guest (ann) is met", "characters.yaml:7"),
        (2, "person", "Bob (bob)", "characters.yaml:13"),
        (2, "relationship", "The guest (ann) – trusts – Bob (bob)", "relationships.yaml:2"),
        (2, "section", "A (a)", "sections/10-a.md:1"),
        (2, "passage", "A: Early.", "sections/10-a.md:8"),
        (3, "description", "The guest (ann): The house", "characters.yaml:9"),
        (3, "description", "The gate (gate): A way in.", "terms.yaml:1"),
        (3, "term", "The gate (gate)", "terms.yaml:1"),
        (3, "relationship", "The guest (ann) – enemy – Bob (bob)", "relationships.yaml:4"),
        (4, "name", "The guest (ann): Ann", "characters.yaml:4"),
        (4, "relationship", "The guest (ann) – over (a quarrel) – Bob (bob)", "relationships.yaml:7"),
        (5, "name", "The guest (ann): Nan", "characters.yaml:5"),
        (5, "relationship", "The guest (ann) – known to The guest (ann) – Bob (bob)", "relationships.yaml:9"),
        (6, "fact", "The guest (ann): Leaves. (dead)", "characters.yaml:11"),
        (7, "person", "Bob (bob) is The guest (ann)", "characters.yaml:13"),
        (8, "passage", "A: Late words.", "sections/10-a.md:11"),
        (8, "passage", "A: Not earlier than what is around it.", "sections/10-a.md:17"),
        (9, "passage", "A: Later.", "sections/10-a.md:14"),
        (9, "passage", "A: In a list.", "sections/10-a.md:20"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("guide", [JEKYLL, BUNDLED], ids=["jekyll", "bundled"])
def test_the_changes_up_to_a_point_are_what_a_reader_sees(guide: Path) -> None:
    whole = read_guide(guide).story
    changes = changes_of(guide)
    for seen in range(len(whole.timeline) + 1):
        visible = whole.as_of(seen)
        counts = {
            kind: len([one for one in changes if one.since <= seen and one.kind == kind])
            for kind in ("fact", "section")
        }
        assert counts["fact"] == sum(len(person.facts) for person in visible.characters)
        assert counts["section"] == len(visible.sections)
        first_seen = {one.mark for one in changes if one.since <= seen and one.kind == "person"}
        assert len(first_seen) >= len(visible.characters)
        opened = [one for one in changes if one.since == seen and one.kind != "passage"]
        if seen and opened:
            assert visible != whole.as_of(seen - 1), "something opens"


def test_coverage_lists_the_gaps(guide: Path) -> None:
    found = coverage_of(guide)
    assert found.without_facts == ()
    assert found.without_relationships == ("ann",), "the relationship is one of Ann with herself in the end"
    assert found.without_mentions == ()
    assert found.unused_sources == ("other",)
    assert found.empty_points == ()


def test_coverage_lists_people_of_whom_nothing_is_written(tmp_path: Path) -> None:
    files = {"characters.yaml": "ann: {name: Ann, since: 2}\nbob: {name: Bob, since: 2}\n"}
    found = coverage_of(write(tmp_path, {**files, "sections/a.md": "---\nsince: 3\n---\n[x](character:bob)\n"}))
    assert found.without_facts == found.without_relationships == ("ann", "bob")
    assert found.without_mentions == ("ann",)
    assert found.empty_points == (1, 4, 5, 6, 7, 8, 9)
    assert [sum(kinds.values()) for kinds in found.added] == [0, 0, 2, 1, 0, 0, 0, 0, 0, 0]


def test_the_table_counts_every_change_once(guide: Path) -> None:
    assert sum(sum(kinds.values()) for kinds in coverage_of(guide).added) == len(changes_of(guide))


def test_a_guide_that_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GuideUnreadable):
        read_guide(tmp_path)
