"""Any guide at all, as the files it is written in."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import strategies as st

LENGTH = 4
IDS = ("ann", "bob", "cat", "dan")
GROUPS = ("crew", "court")
SOURCES = ("book", "film")
POINTS = [str(number) for number in range(1, LENGTH + 1)]

Entry = dict[str, Any]

stamps = st.sampled_from(["start", *POINTS, *POINTS, "end", None])
words = st.sampled_from(["red", "green", "blue", "white", "black", "No", "012"])
cited = st.lists(st.sampled_from(SOURCES), max_size=2)


def stamped(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Entry]:
    """An entry with a stamp, or without one; fields that are None or empty are left out."""
    made = st.fixed_dictionaries({**fields, "since": stamps})
    return made.map(lambda entry: {key: value for key, value in entry.items() if value not in (None, [])})


def staged(text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return text | st.lists(stamped(text=text), min_size=1, max_size=3)


facts = stamped(
    text=words, state=st.none() | st.sampled_from(["dead", "missing", "turned"]), as_of=st.none() | words, sources=cited
)


def characters(id: str, others: list[str]) -> st.SearchStrategy[Entry]:
    becomes = stamped(character=st.sampled_from(others)) if others else st.none()
    return stamped(
        name=staged(words),
        native=st.none() | staged(words),
        aliases=st.lists(words | stamped(name=words), max_size=3),
        group=st.none() | staged(st.sampled_from(GROUPS)),
        about=st.none() | staged(words),
        played_by=st.none() | st.fixed_dictionaries({"name": words}),
        facts=st.lists(facts, max_size=3),
        becomes=st.none() | becomes,
    )


def _in_order(tie: Entry) -> bool:
    order = ["start", *POINTS, "end"]
    return "until" not in tie or order.index(tie["until"]) >= order.index(tie.get("since", "end"))


def _with_end(tie: Entry) -> Entry:
    return tie | {"ended": "it is over"} if "until" in tie else tie


def ties(people: list[str]) -> st.SearchStrategy[Entry]:
    return (
        stamped(
            **{"from": st.sampled_from(people)},
            to=st.sampled_from(people),
            kind=st.sampled_from(["love", "killed", "hunts"]),
            label=st.none() | staged(words),
            back=st.none() | staged(words),
            until=st.none() | st.sampled_from([*POINTS, "end"]),
            secret_from=st.lists(st.sampled_from(people), max_size=2),
            sources=cited,
        )
        .filter(lambda tie: tie["from"] != tie["to"] and _in_order(tie))
        .map(_with_end)
    )


SNIPPETS = (
    "A paragraph, {0}.",
    "> [!spoiler] {1}\n> It was {0}.",
    "> [!SPOILER]- {1}\n> It was {0}\nand lazy.",
    "> [!spoiler]\n> It was {0}.",
    "> A quote.\n>\n> > [!spoiler] {1}\n> > It was {0}.\n>\n> Its end.",
    "> [!spoiler] {1}\n> It was {0}.\n>\n> > [!spoiler] {2}\n> > And more.",
    "- one\n\n  > [!spoiler] {1}\n  > It was {0}.\n\n- two",
    "1. one\n2. > [!spoiler] {1}\n   > It was {0}.\n3. three",
    "9. nine\n10. > [!spoiler] {1}\n    > It was {0}.\n\n    Its end.\n11. eleven",
    "- > [!spoiler] {1}\n  > It was {0}.\n\n  > [!spoiler] {2}\n  > And more.\n\n  Its end.",
    "> [!spoiler] {1}\n> ```\n> {0}\n> ```",
    "```\n> [!spoiler] {1}\n```",
    "A note.[^{0}]\n\n[^{0}]: > [!spoiler] {1}\n    > It was {0}.",
)
points = st.sampled_from(["start", *POINTS, "end", "99"])
bodies = st.lists(st.builds(str.format, st.sampled_from(SNIPPETS), words, points, points), max_size=4).map("\n\n".join)
fronts = stamped(
    title=st.none() | words,
    certainty=st.none() | st.sampled_from(["confirmed", "reported"]),
    aliases=st.lists(words, max_size=1),
    sources=cited,
)


def dumped(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


def _guide(groups: Entry) -> Entry:
    return {
        "format": 1,
        "title": "A tale",
        "timeline": {"points": [{"id": id, "title": f"The {id}. day"} for id in POINTS]},
        "groups": groups,
        "kinds": {"hunts": {"label": "hunts", "back": "hunted by"}},
        "states": {"turned": {"label": "turned"}},
    }


@st.composite
def guides(draw: st.DrawFn) -> dict[str, str]:
    people = [id for id in IDS if draw(st.booleans())]
    cast = {id: draw(characters(id, people[number + 1 :])) for number, id in enumerate(people)}
    files = {
        "guide.yaml": dumped(_guide({id: draw(stamped(name=words)) for id in GROUPS})),
        "characters.yaml": dumped(cast),
        "sources.yaml": dumped({id: draw(stamped(title=words)) for id in SOURCES}),
    }
    if len(people) > 1:
        files["relationships.yaml"] = dumped(draw(st.lists(ties(people), max_size=4)))
    for path in ("10-a.md", "20-part/10-b.md"):
        files[f"sections/{path}"] = f"---\n{dumped(draw(fronts))}---\n{draw(bodies)}\n"
    return files
