"""Networks of people: GraphML and GEXF, which networkx reads, and node-link JSON."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .draft import MOST_PEOPLE, MOST_RELATIONSHIPS, Draft, DraftPerson, DraftRelationship, NotImportable, counted
from .source_files import words_of

_DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NAME, _GROUP, _ABOUT, _SINCE = (
    ("name", "label", "title"),
    ("group", "house", "faction"),
    ("about", "description"),
    ("since",),
)
_KIND, _EDGE_LABEL = ("kind", "type", "relationship", "relation"), ("label", "name", "description")
_OF_THE_FILE = frozenset(("id", "source", "target", "index"))

Attributes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Network:
    """People by the ids of their nodes, and the edges between them, each with its attributes."""

    nodes: Mapping[str, Attributes]
    edges: Sequence[tuple[str, str, Attributes]]
    is_directed: bool


def read_xml_network(text: str, name: str, form: str) -> Draft:
    """The draft of a network in GraphML or GEXF (`form`). Raises `NotImportable`, also without networkx."""
    if _DECLARATION.search(text):
        raise NotImportable(f"{name} has a DOCTYPE or an ENTITY, which is not read; remove it")
    try:
        import networkx
    except ImportError as error:
        raise NotImportable(f"{name}: {form} needs networkx; install aotad-tui[import]") from error
    # Without the head, the encoding is the one in which the text is passed on: it was decoded and searched above.
    data = io.BytesIO(_XML_HEAD.sub("", text).encode())
    read = networkx.read_graphml if form == "GraphML" else networkx.read_gexf
    try:
        graph = read(data)
    except (networkx.NetworkXException, SyntaxError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotImportable(f"{name} is no {form} that can be read: {words_of(error)}") from error
    nodes = {words_of(id): dict(attributes) for id, attributes in graph.nodes(data=True)}
    edges = [(words_of(one), words_of(other), dict(attributes)) for one, other, attributes in graph.edges(data=True)]
    return as_draft(Network(nodes, edges, bool(graph.is_directed())), name)


def is_network(value: object) -> bool:
    """Whether JSON has the form of a network: nodes with links or edges."""
    return isinstance(value, dict) and isinstance(value.get("nodes"), list) and isinstance(_links(value), list)


def read_json_network(value: object, name: str) -> Draft:
    """The draft of a network in node-link JSON. Ends of links are ids of nodes, or their numbers from 0."""
    if not isinstance(value, dict):
        raise NotImportable(f"{name} is no network; it needs `nodes` and `links`")
    nodes: dict[str, Attributes] = {}
    by_end: dict[str, str] = {}
    for number, raw in enumerate(value["nodes"]):
        node: Attributes = raw if isinstance(raw, dict) else {"name": raw}
        id = words_of(node.get("id", node.get("key"))) or _text(node, _NAME) or str(number)
        nodes[id] = node
        by_end.setdefault(str(number), id)
    by_end |= {id: id for id in nodes}
    edges = []
    unknown = 0
    for raw in _links(value) or ():
        link: Attributes = raw if isinstance(raw, dict) else {}
        ends = [by_end.get(_end(link.get(key))) for key in ("source", "target")]
        if ends[0] is None or ends[1] is None:
            unknown += 1
        else:
            edges.append((ends[0], ends[1], link))
    draft = as_draft(Network(nodes, edges, value.get("directed") is True), name)
    left_out = (f"{counted(unknown, 'link', 'links')} of {name} to nodes that it does not have",) if unknown else ()
    return Draft(people=draft.people, relationships=draft.relationships, left_out=(*left_out, *draft.left_out))


def _links(value: dict[str, object]) -> list[object] | None:
    links = value.get("links", value.get("edges"))
    return links if isinstance(links, list) else None


def _end(value: object) -> str:
    """The end of a link: an id, or the node itself."""
    return words_of(value.get("id") if isinstance(value, dict) else value)


def as_draft(network: Network, name: str) -> Draft:
    """The draft of a network. Raises `NotImportable` for one that is too large."""
    if len(network.nodes) > MOST_PEOPLE or len(network.edges) > MOST_RELATIONSHIPS:
        size = f"{len(network.nodes):,} nodes and {len(network.edges):,} edges"
        raise NotImportable(f"{name} has {size}; import at most {MOST_PEOPLE:,} and {MOST_RELATIONSHIPS:,}")
    unused: Counter[str] = Counter()
    people = []
    for id, attributes in network.nodes.items():
        _count_unused(unused, "nodes", attributes, (*_NAME, *_GROUP, *_ABOUT, *_SINCE))
        group = _text(attributes, _GROUP)
        person = DraftPerson(
            key=id,
            name=_text(attributes, _NAME) or id,
            group=f"Group {group}" if group.isdecimal() else group,
            about=_text(attributes, _ABOUT),
            since=_text(attributes, _SINCE),
        )
        people.append(person)
    relationships = []
    for source, target, attributes in network.edges:
        _count_unused(unused, "edges", attributes, (*_KIND, *_EDGE_LABEL, *_SINCE))
        kind, since = _text(attributes, _KIND), _text(attributes, _SINCE)
        label = _text(attributes, _EDGE_LABEL)
        relationships.append(
            DraftRelationship(source, target, kind, label, since=since, mutual=not network.is_directed)
        )
    left_out = tuple(
        f"the attribute {words} of {name} ({counted(n, 'value', 'values')})" for words, n in unused.items()
    )
    return Draft(people=tuple(people), relationships=tuple(relationships), left_out=left_out)


def _text(attributes: Attributes, names: tuple[str, ...]) -> str:
    """The first of the attributes that has a value, in any case."""
    values = {words_of(key).casefold(): words_of(value) for key, value in attributes.items()}
    return next((values[name] for name in names if values.get(name)), "")


def _count_unused(unused: Counter[str], what: str, attributes: Attributes, used: tuple[str, ...]) -> None:
    for key in attributes:
        if words_of(key).casefold() not in (*used, *_OF_THE_FILE):
            unused[f"'{words_of(key)}' of {what}"] += 1
