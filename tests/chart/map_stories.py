"""Stories to draw maps of (Les Misérables, large ones, any ones), and the edges expected on their maps."""

from __future__ import annotations

import random
from collections.abc import Iterable

import networkx
from hypothesis import strategies as st

from aotad_tui.cells import plain
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.graph.model import Edge, Graph
from aotad_tui.chart.map.rendering.canvas import Drawing
from aotad_tui.link import Link
from aotad_tui.story.kinds import KINDS
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact, Group, Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, story, tie

from .checker import DrawnEdge, drawn_edge

_KINDS = ("family", "love", "friend", "ally", "protects", "rival", "enemy", "hurts", "killed", "teacher", "colleague")
"""The kinds of large casts. A new built-in kind must not change what is measured on them."""


def visible(whole: Story, seen: int = LENGTH) -> VisibleStory:
    return VisibleStory(whole.as_of(seen))


def les_miserables() -> Story:
    """People of the novel, related if they meet in a chapter, in groups found by modularity."""
    graph = networkx.les_miserables_graph()
    groups = networkx.community.greedy_modularity_communities(graph)
    group_of = {name: f"group-{number}" for number, names in enumerate(groups) for name in sorted(names)}
    ids = {name: f"p{number}" for number, name in enumerate(graph)}
    people = [
        person(id, name_stages=stages((0, name)), group_stages=stages((0, group_of[name]))) for name, id in ids.items()
    ]
    ties = [
        tie(ids[one], ids[other], "friend", label_stages=stages((0, f"{more['weight']} chapters together")))
        for one, other, more in graph.edges(data=True)
    ]
    named = tuple(Group(f"group-{number}", f"Those around {min(names)}", 0) for number, names in enumerate(groups))
    return story(*people, groups=named, relationships=tuple(ties))


def crowd(people: int, ties: int, groups: int) -> Story:
    """A large random story, always the same for the same numbers; some groups are much larger than others."""
    chance = random.Random(people)
    named = tuple(Group(f"g{number}", f"Group {number}", 0) for number in range(groups))
    cast = [person(f"p{n}", group_stages=stages((0, f"g{int(chance.random() ** 2 * groups)}"))) for n in range(people)]
    ends = [chance.sample(range(people), 2) for _ in range(ties)]
    drawn = (tie(f"p{one}", f"p{other}", chance.choice(_KINDS)) for one, other in ends)
    return story(*cast, groups=named, relationships=tuple(drawn))


def houses(people: int = 120, ties: int = 240) -> Story:
    """A large story of great houses: a few people whom everybody knows, many who know two or three others."""
    graph = networkx.powerlaw_cluster_graph(people, 2, 0.6, seed=7)
    groups = networkx.community.greedy_modularity_communities(graph)
    group_of = {number: f"g{house}" for house, members in enumerate(groups) for number in members}
    chance = random.Random(people)
    drawn = [tie(f"p{one}", f"p{other}", chance.choice(_KINDS)) for one, other in list(graph.edges)[:ties]]
    cast = [person(f"p{number}", group_stages=stages((0, group_of[number]))) for number in graph]
    named = tuple(Group(f"g{house}", f"House {house}", 0) for house in range(len(groups)))
    return story(*cast, groups=named, relationships=tuple(drawn))


WORDS = ("", "loves", "소꿉친구", "is the elder sister of", '"halfbie" - or so', "남매 (in law)", "+", "keeps & tells")
NAMES = ("Ann", "남온조", "Jo", "The special-forces soldier", "김 Ok-sun", "e\u0301lan")


@st.composite
def any_story(draw: st.DrawFn) -> Story:
    """Any story of up to a dozen people in any groups with any relationships."""
    count = draw(st.integers(1, 12))
    group_ids = ["a", "b", "c", None]
    people = []
    for number in range(count):
        group = draw(st.sampled_from(group_ids))
        name = f"{draw(st.sampled_from(NAMES))} {number}"
        mine = stages((0, group)) if group else ()
        native = stages((0, "이청산")) if draw(st.booleans()) else ()
        facts = (
            (Fact(0, "became so", draw(st.sampled_from(("alive", "dead", "missing")))),) if draw(st.booleans()) else ()
        )
        one = person(f"p{number}", name_stages=stages((0, name)), group_stages=mine, native_stages=native, facts=facts)
        people.append(one)
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] != pair[1])
    kinds = st.sampled_from([kind.id for kind in KINDS])
    until = st.none() | st.integers(1, LENGTH)
    any_relationship = st.builds(_relationship, ends, kinds, st.sampled_from(WORDS), st.booleans(), until)
    relationships = draw(st.lists(any_relationship, max_size=25)) if count > 1 else []
    groups = (Group("a", "A", 0), Group("b", "The second group, with a long name", 0), Group("c", "세 번째", 0))
    return story(*people, groups=groups, relationships=tuple(relationships))


def _relationship(ends: tuple[int, int], kind: str, words: str, back: bool, until: int | None) -> Relationship:
    label = stages((0, words)) if words else ()
    backward = stages((0, "so too")) if back else ()
    return tie(f"p{ends[0]}", f"p{ends[1]}", kind, label_stages=label, back_stages=backward, until=until)


def rows(drawing: Drawing, chosen: Link | None = None) -> list[str]:
    return [plain(line) for line in drawing.lines(chosen)]


def card_names(graph: Graph) -> list[str]:
    return [node.name for node in graph.nodes]


def expected_edges(graph: Graph) -> list[DrawnEdge]:
    """Return the edges of a graph as they should be drawn."""

    def drawn(edge: Edge) -> DrawnEdge:
        one, other = graph.by_key[edge.source].name, graph.by_key[edge.target].name
        heads = {"at_source": edge.head_at_source, "at_target": edge.head_at_target}
        return drawn_edge(one, other, edge.label, edge.line_style.value, **heads)

    return [drawn(edge) for edge in graph.edges]


def ego_card_names(cast: CastGraph, id: str, edges: Iterable[CastEdge]) -> list[str]:
    """Return the names on the cards of an ego map, and the two names on the card in the middle."""
    native = cast.people[id].native
    others = {edge.other_end(id) for edge in edges}
    return [f"{cast.name_with_state(id)} {native}".strip(), *(cast.name_with_state(other) for other in others)]


def expected_ego_edges(cast: CastGraph, id: str, edges: Iterable[CastEdge]) -> list[DrawnEdge]:
    def drawn(edge: CastEdge) -> DrawnEdge:
        named = {id: f"{cast.name_with_state(id)} {cast.people[id].native}".strip()}
        one, other = (named.get(end, cast.name_with_state(end)) for end in (edge.source, edge.target))
        heads = {"at_source": edge.directed and edge.both, "at_target": edge.directed}
        return drawn_edge(one, other, edge.label, edge.kind.line.value, **heads)

    return [drawn(edge) for edge in edges]
