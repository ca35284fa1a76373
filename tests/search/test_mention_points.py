"""A mention counts at the point of its section, or at that of the spoiler that it is in, if that is later."""

from __future__ import annotations

import pytest

from aotad_tui.link import Link
from aotad_tui.search.full_text import FullText
from aotad_tui.search.passages import mention_points
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, Pages, person, section, story

BOB = Link.character("bob")


def points(text: str, seen: Position = LENGTH) -> set[Position]:
    """The points at which a section of the second point mentions Bob, as of a point."""
    whole = story(person("bob"), sections=(section("page", 2),), texts=Pages({"page.md": text}))
    visible = VisibleStory(whole.as_of(seen))
    (own,) = mention_points(visible, [BOB])
    assert FullText(visible).fill().mention_points(BOB) == own
    assert own.keys() <= {"page"}
    return set(own.get("page", ()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bob came.\n", {2}),
        ("Nobody.\n\n> [!spoiler] 5\n> Bob came.\n\nNobody.\n", {5}),
        ("> [!spoiler] 1\n> Bob came.\n", {2}),
        ("Bob came.\n\n> [!spoiler] 5\n> Bob left.\n\n> [!spoiler] 7\n> So did [he](character:bob).\n", {2, 5, 7}),
        ("> [!spoiler] 3\n> Nobody.\n>\n> > [!spoiler] 6\n> > Bob came.\n", {6}),
        ("> [!spoiler] 5\n> Nobody.\n>\n> > [!spoiler] 3\n> > Bob came.\n", {5}),
        ("> [!spoiler] 5\n>\n> | a | b |\n> |---|---|\n> | x | Bob |\n", {5}),
        ("* Nobody.\n\n  > [!spoiler] 5\n  > ## Bob\n\n* Bob.\n", {2, 5}),
        ("> Nobody.\n> [!spoiler] 5\n> Bob came.\n", {5}),
        ("> [!spoiler]\n> Bob came.\n", {LENGTH}),
        ("> [!spoller] 5\n> Bob came.\n", {LENGTH}),
        ("Nobody.[^1]\n\n[^1]: Bob.\n", {2}),
        ("Nobody.\n\n> [!spoiler] 5\n> Nobody.[^1]\n\n> [!spoiler] 7\n> Nobody.[^1]\n\n[^1]: Bob.\n", {5}),
        ("Nobody.[^1]\n\n> [!spoiler] 5\n> Nobody.[^1]\n\n[^1]: Bob.\n", {2}),
        ("> [!spoiler] 5\n> Nobody.^[Bob.]\n\nNobody.^[Nobody.]\n", {5}),
        ("Nobody.^[Bob.]\n\n> [!spoiler] 5\n> Nobody.^[Nobody.]\n", {2}),
    ],
)
def test_a_mention_counts_at_the_point_from_which_it_is_shown(text: str, expected: set[Position]) -> None:
    assert points(text) == expected
    for seen in range(2, LENGTH + 1):
        assert points(text, seen) == {point for point in expected if point <= seen}


def test_all_of_several_people_are_looked_up_at_once() -> None:
    pages = Pages({"page.md": "Bob and Cat.\n", "end.md": "Cat.\n"})
    whole = story(person("bob"), person("cat"), sections=(section("page", 2), section("end", 3)), texts=pages)
    visible = VisibleStory(whole.as_of(LENGTH))
    named_at = mention_points(visible, [BOB, Link.character("cat"), Link.character("nobody")])
    assert named_at == [{"page": {2}}, {"page": {2}, "end": {3}}, {}]


def test_a_section_whose_file_is_gone_mentions_nobody() -> None:
    visible = VisibleStory(story(person("bob"), sections=(section("page"),)).as_of(LENGTH))
    assert mention_points(visible, [BOB]) == [{}]
