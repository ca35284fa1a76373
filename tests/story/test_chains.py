"""Where chains of ids end, and which run into a cycle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.chains import chain_ends, closed_cycles


def end_of(following: dict[str, str], id: str) -> str | None:
    """The end found step by step; None for a cycle."""
    seen = [id]
    while seen[-1] in following and following[seen[-1]] not in seen:
        seen.append(following[seen[-1]])
    return None if seen[-1] in following else seen[-1]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
def test_every_id_leads_to_the_end_of_its_chain_or_is_left_out(following: dict[str, str]) -> None:
    ends = {id: end_of(following, id) for id in following}
    assert list(chain_ends(following).items()) == [(id, end) for id, end in ends.items() if end is not None]


def test_a_chain_into_a_cycle_is_left_out_with_it() -> None:
    assert chain_ends({"a": "b", "b": "c", "c": "b", "x": "y", "y": "z"}) == {"x": "z", "y": "z"}


class Counted(dict[str, str]):
    """Counts how often a step is looked up."""

    steps = 0

    def __getitem__(self, id: str) -> str:
        self.steps += 1
        return super().__getitem__(id)


def test_every_id_is_visited_once() -> None:
    for step in (1, -1):
        following = Counted({str(number): str((number + step) % 1_000) for number in range(1_000)[1:]})
        assert set(chain_ends(following).values()) == {"0"}
        assert following.steps == len(following)


@given(st.permutations("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), min_size=8, max_size=8))
def test_a_link_closes_a_cycle_if_its_target_leads_back(order: list[str], targets: list[str]) -> None:
    links = list(zip(order, targets, strict=True))
    following: dict[str, str] = {}
    expected: dict[str, list[str]] = {}
    for id, target in links:
        path = [id, target]
        while path[-1] != id and path[-1] in following:
            path.append(following[path[-1]])
        if path[-1] == id:
            expected[id] = path
        else:
            following[id] = target
    assert closed_cycles(links) == expected


def test_of_a_long_cycle_the_beginning_is_named() -> None:
    links = [(str(number), str(number + 1)) for number in range(1, 20)]
    (cycle,) = closed_cycles([*links, ("20", "1")]).values()
    assert cycle == ["20", *map(str, range(1, 9)), "…", "20"]
