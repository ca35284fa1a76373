from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.kinds import KINDS
from aotad_tui.story.paths import Paths, not_connected, strength
from aotad_tui.story.people import People
from aotad_tui.story.values import Becomes, Relationship

from .stories import LENGTH, person, story, tie

IDS = ("ann", "bob", "cat", "dan", "eve", "fay")


def people(*relationships: Relationship, seen: int = LENGTH) -> People:
    return People(story(*map(person, IDS), relationships=relationships).as_of(seen))


def way(start: str, end: str, *relationships: Relationship, seen: int = LENGTH) -> tuple[str, ...]:
    return Paths(people(*relationships, seen=seen)).between(start, end)


def test_the_way_with_the_fewest_steps_is_taken_however_weak_its_ties() -> None:
    strong = (tie("ann", "bob", "family"), tie("bob", "cat", "family"), tie("cat", "dan", "family"))
    assert way("ann", "dan", *strong) == ("ann", "bob", "cat", "dan")
    assert way("ann", "dan", *strong, tie("dan", "eve", "colleague"), tie("eve", "ann", "colleague")) == (
        "ann",
        "eve",
        "dan",
    )


def test_of_ways_with_as_many_steps_the_strongest_is_taken() -> None:
    weak = (tie("ann", "bob", "colleague"), tie("bob", "dan", "friend"))
    assert way("ann", "dan", *weak, tie("ann", "cat", "love"), tie("dan", "cat", "friend")) == ("ann", "cat", "dan")


def test_a_tie_that_is_over_is_weaker_than_the_same_one_that_holds() -> None:
    ended = (tie("ann", "bob", until=3), tie("bob", "dan"))
    holding = (tie("ann", "cat"), tie("cat", "dan"))
    assert way("ann", "dan", *ended, *holding, seen=2) == ("ann", "bob", "dan")
    assert way("ann", "dan", *ended, *holding, seen=3) == ("ann", "cat", "dan")


def test_of_ways_alike_in_everything_the_first_of_the_guide_is_taken() -> None:
    ways = (tie("ann", "cat"), tie("cat", "dan"), tie("ann", "bob"), tie("bob", "dan"))
    assert way("ann", "dan", *ways) == ("ann", "cat", "dan")


def test_two_who_are_not_connected_have_no_way_and_are_told_so() -> None:
    assert way("ann", "dan", tie("ann", "bob"), tie("cat", "dan")) == ()
    assert way("ann", "nobody", tie("ann", "bob")) == ()
    ann, dan = person("ann"), person("dan")
    tale = story(ann, dan)
    assert not_connected(tale.as_of(3), ann, dan) == "Ann and Dan are not connected up to Chapter 3."
    assert not_connected(tale.as_of(0), ann, dan) == "Ann and Dan are not connected before Chapter 1."
    assert not_connected(tale, ann, ann) == "Both names belong to Ann."


def test_somebody_is_on_the_way_to_themselves() -> None:
    assert way("ann", "ann", tie("ann", "bob")) == ("ann",)


def test_nobody_who_is_not_met_and_nothing_that_is_not_known_connects() -> None:
    late = (tie("ann", "bob", since=5), tie("ann", "cat"), tie("cat", "bob"))
    assert way("ann", "bob", *late, seen=4) == ("ann", "cat", "bob")
    assert way("ann", "bob", *late, seen=5) == ("ann", "bob")


def test_two_entries_that_turn_out_to_be_one_person_connect_those_around_them() -> None:
    cast = (person("ann"), person("mask", becomes=Becomes("bob", 4)), person("bob"), person("cat"))
    ties = (tie("ann", "mask"), tie("bob", "cat"))
    before, after = (Paths(People(story(*cast, relationships=ties).as_of(seen))) for seen in (3, 4))
    assert before.between("ann", "cat") == ()
    assert after.between("ann", "cat") == ("ann", "bob", "cat")


anyone = st.sampled_from(IDS)
ties = st.lists(
    st.builds(tie, anyone, anyone, st.sampled_from([kind.id for kind in KINDS]), until=st.none() | st.just(1)).filter(
        lambda one: one.source != one.target
    ),
    max_size=12,
)


def strongest(known: People, one: str, other: str) -> int:
    return max(
        (strength(mine.kind, mine.relationship) for mine in known.ties(one) if mine.other == other),
        default=0,
    )


def every_way(known: People, start: str, end: str) -> list[tuple[str, ...]]:
    """All ways without a detour, by trying."""
    ways: list[tuple[str, ...]] = []
    open_ends: list[tuple[str, ...]] = [(start,)]
    while open_ends:
        so_far = open_ends.pop()
        if so_far[-1] == end:
            ways.append(so_far)
            continue
        nexts = {mine.other for mine in known.ties(so_far[-1])} - set(so_far)
        open_ends += [(*so_far, one) for one in nexts]
    return ways


@given(ties, anyone, anyone)
def test_no_way_is_shorter_or_as_short_and_stronger(some: list[Relationship], start: str, end: str) -> None:
    known = people(*some)

    def worth(taken: tuple[str, ...]) -> tuple[int, int]:
        return -len(taken), sum(strongest(known, one, other) for one, other in pairwise(taken))

    ways = every_way(known, start, end)
    taken = Paths(known).between(start, end)
    if ways:
        assert taken in ways
        assert worth(taken) == max(map(worth, ways))
    else:
        assert taken == ()


@given(ties, anyone, anyone)
def test_the_way_back_is_the_same_way(some: list[Relationship], start: str, end: str) -> None:
    found = Paths(people(*some))
    assert found.between(end, start) == found.between(start, end)[::-1]
