from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.kinds import KINDS
from aotad_tui.story.paths import Paths, strength
from aotad_tui.story.people import People
from aotad_tui.story.values import Becomes, Relationship

from .stories import LENGTH, person, story, tie

IDS = ("ann", "bob", "cat", "dan", "eve", "fay")


def people(*relationships: Relationship, seen: int = LENGTH) -> People:
    return People(story(*map(person, IDS), relationships=relationships).as_of(seen))


def path(start: str, end: str, *relationships: Relationship, seen: int = LENGTH) -> tuple[str, ...]:
    return Paths(people(*relationships, seen=seen)).between(start, end)


def test_the_path_with_the_fewest_steps_wins_however_weak_its_relationships() -> None:
    strong = (tie("ann", "bob", "family"), tie("bob", "cat", "family"), tie("cat", "dan", "family"))
    assert path("ann", "dan", *strong) == ("ann", "bob", "cat", "dan")
    assert path("ann", "dan", *strong, tie("dan", "eve", "colleague"), tie("eve", "ann", "colleague")) == (
        "ann",
        "eve",
        "dan",
    )


def test_among_paths_of_equal_length_the_strongest_wins() -> None:
    weak = (tie("ann", "bob", "colleague"), tie("bob", "dan", "friend"))
    assert path("ann", "dan", *weak, tie("ann", "cat", "love"), tie("dan", "cat", "friend")) == ("ann", "cat", "dan")


def test_an_ended_relationship_is_weaker_than_a_current_one() -> None:
    ended = (tie("ann", "bob", until=3), tie("bob", "dan"))
    holding = (tie("ann", "cat"), tie("cat", "dan"))
    assert path("ann", "dan", *ended, *holding, seen=2) == ("ann", "bob", "dan")
    assert path("ann", "dan", *ended, *holding, seen=3) == ("ann", "cat", "dan")


def test_among_equal_paths_the_first_in_the_guide_wins() -> None:
    paths = (tie("ann", "cat"), tie("cat", "dan"), tie("ann", "bob"), tie("bob", "dan"))
    assert path("ann", "dan", *paths) == ("ann", "cat", "dan")


def test_unconnected_people_have_no_path() -> None:
    assert path("ann", "dan", tie("ann", "bob"), tie("cat", "dan")) == ()
    assert path("ann", "nobody", tie("ann", "bob")) == ()


def test_the_path_from_a_person_to_themselves_is_that_person() -> None:
    assert path("ann", "ann", tie("ann", "bob")) == ("ann",)


def test_hidden_people_and_relationships_do_not_connect() -> None:
    late = (tie("ann", "bob", since=5), tie("ann", "cat"), tie("cat", "bob"))
    assert path("ann", "bob", *late, seen=4) == ("ann", "cat", "bob")
    assert path("ann", "bob", *late, seen=5) == ("ann", "bob")


def test_merged_entries_connect_the_people_around_both() -> None:
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
        (strength(mine.kind, mine.relationship) for mine in known.relationships_of(one) if mine.other == other),
        default=0,
    )


def every_path(known: People, start: str, end: str) -> list[tuple[str, ...]]:
    """All paths that visit nobody twice, by brute force."""
    paths: list[tuple[str, ...]] = []
    open_ends: list[tuple[str, ...]] = [(start,)]
    while open_ends:
        so_far = open_ends.pop()
        if so_far[-1] == end:
            paths.append(so_far)
            continue
        nexts = {mine.other for mine in known.relationships_of(so_far[-1])} - set(so_far)
        open_ends += [(*so_far, one) for one in nexts]
    return paths


@given(ties, anyone, anyone)
def test_no_path_is_shorter_or_equally_short_and_stronger(some: list[Relationship], start: str, end: str) -> None:
    known = people(*some)

    def worth(taken: tuple[str, ...]) -> tuple[int, int]:
        return -len(taken), sum(strongest(known, one, other) for one, other in pairwise(taken))

    paths = every_path(known, start, end)
    taken = Paths(known).between(start, end)
    if paths:
        assert taken in paths
        assert worth(taken) == max(map(worth, paths))
    else:
        assert taken == ()


@given(ties, anyone, anyone)
def test_the_path_back_is_the_same_path_reversed(some: list[Relationship], start: str, end: str) -> None:
    found = Paths(people(*some))
    assert found.between(end, start) == found.between(start, end)[::-1]
