"""`people`: everybody met, by group."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

from aotad_tui.cells import Line, Span
from aotad_tui.chart.card import card_facts
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.query import Query, to_json
from aotad_tui.story.people_list import NO_GROUP, PeopleFilter, Sort, people_by_group
from aotad_tui.story.visible import VisibleStory

from .drawn import PrintedLine, printed
from .who import person_json

_WITHOUT_GROUP = "none"
_FILTERS = ("group", "state", "kind")


def people(query: Query) -> Iterator[PrintedLine]:
    """The people who pass the filter, under a heading for each group.

    Raises `NothingFound` for an unknown filter, and where nobody passes one.
    """
    visible = query.visible
    groups = people_by_group(visible, _filter(query))
    filters = [word for name in _FILTERS if name in query.options for word in (f"--{name}", query.options[name])]
    if filters and not groups:
        raise NothingFound(f"nobody matches {shlex.join(filters)} {_up_to(visible)}")
    if query.as_json:
        yield to_json([person_json(visible, person) for group in groups for person in group.people])
        return
    headed = bool(visible.story.groups)
    for number, group in enumerate(groups):
        lines: list[Line] = [()] if headed and number else []
        if headed:
            lines.append((Span(group.name, "heading"),))
        for person in group.people:
            names, *_ = card_facts(visible, person)
            state = visible.story.state_by_id.get(person.state)
            label = (Span(f"  {state.sign} {state.label}"),) if state else ()
            distinction = visible.namesakes.distinction(person.id)
            apart = (Span(f"  {distinction}"),) if distinction else ()
            lines.append((Span("  " if headed else ""), *names, *apart, *label))
        yield from printed(lines)


def _filter(query: Query) -> PeopleFilter:
    """The filter of the options. Raises `NothingFound`."""
    visible, given = query.visible, query.options
    story = visible.story
    groups = {id: (group.name,) for id, group in story.group_by_id.items()}
    states = {id: (state.label,) for id, state in story.state_by_id.items()}
    kinds = {id: (kind.label, kind.heading) for id, kind in story.kind_by_id.items()}
    return PeopleFilter(
        _id_of(visible, "group", given.get("group"), {**groups, NO_GROUP: (_WITHOUT_GROUP,)}),
        _id_of(visible, "state", given.get("state"), states),
        _id_of(visible, "kind", given.get("kind"), kinds),
        Sort(given.get("sort", Sort.STORY)),
    )


def _id_of(visible: VisibleStory, what: str, given: str | None, names: Mapping[str, tuple[str, ...]]) -> str | None:
    """The id that an option means: an id, or else a name in any case. Raises `NothingFound`, with all ids."""
    if given is None or given in names:
        return given
    wanted = given.casefold()
    for id, own in names.items():
        if wanted in {id.casefold(), *(name.casefold() for name in own)}:
            return id
    known = ", ".join(id or _WITHOUT_GROUP for id in names)
    raise NothingFound(f"no {what} {given!r}; use {known}" if known else f"no {what} {given!r} {_up_to(visible)}")


def _up_to(visible: VisibleStory) -> str:
    return visible.story.timeline.up_to(visible.story.seen)
