"""The People page: a page that the program writes in Markdown from the visible story.

Its id holds the filter, as `/people?state=dead&sort=name`. So history, links and stored locations hold it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from urllib.parse import parse_qsl, quote, urlencode

from aotad_tui.link import PEOPLE_PAGE, LinkKind, is_people_page

from .people_list import NO_GROUP, GroupOfPeople, PeopleFilter, Sort, people_by_group
from .values import Character, Section
from .visible import VisibleStory

_TITLE = "People"
_SORTS = {Sort.STORY: "story order", Sort.NAME: "name", Sort.CONNECTED: "most connected"}
_UNFILTERED = asdict(PeopleFilter())
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def page_of(visible: VisibleStory, id: str) -> Section | None:
    """The section with that id, or the People page. None for what is not visible."""
    return people_page(visible, id) if is_people_page(id) else visible.story.section_by_id.get(id)


def neighbour_of(visible: VisibleStory, id: str, steps: int) -> Section | None:
    """The section `steps` after a page (before it, below 0); None past either end. People is above the first one."""
    sections = visible.story.sections
    if is_people_page(id):
        return sections[0] if sections and steps > 0 else None
    numbers = [number for number, section in enumerate(sections) if section.id == id]
    at = numbers[0] + steps if numbers else -1
    return sections[at] if 0 <= at < len(sections) else None


def text_of(visible: VisibleStory, page: Section) -> str:
    """The visible Markdown of a section or of the People page. Raises OSError when a file cannot be read any more."""
    return people_markdown(visible, page.id) if is_people_page(page.id) else visible.story.text(page)


def people_page_id(chosen: PeopleFilter) -> str:
    """The id of the page with a filter."""
    values = {name: value for name, value in asdict(chosen).items() if value != _UNFILTERED[name]}
    return f"{PEOPLE_PAGE}?{urlencode(values, quote_via=quote)}" if values else PEOPLE_PAGE


def people_page(visible: VisibleStory, id: str) -> Section | None:
    """The page with that id. None if nobody is visible, or if the filter names anything that is not visible."""
    return Section(id, id, _TITLE, 0) if visible.people.everyone and _filter_of(visible, id) else None


def _filter_of(visible: VisibleStory, id: str) -> PeopleFilter | None:
    """The filter in an id, or None for an invalid one."""
    values = dict(parse_qsl(id.partition("?")[2], keep_blank_values=True))
    story = visible.story
    allowed = {
        "group": {*story.group_by_id, NO_GROUP},
        "state": story.state_by_id,
        "kind": story.kind_by_id,
        "sort": {sort.value for sort in Sort},
    }
    if any(value not in allowed.get(name, ()) for name, value in values.items()):
        return None
    sort = Sort(values.pop("sort", Sort.STORY))
    return PeopleFilter(values.get("group"), values.get("state"), values.get("kind"), sort)


def people_markdown(visible: VisibleStory, id: str) -> str:
    """The Markdown of the page: the choices as links, then the people by group."""
    chosen = _filter_of(visible, id) or PeopleFilter()
    groups = people_by_group(visible, chosen)
    blocks = ["\\\n".join(_choices(visible, chosen)), _count(groups)]
    for group in groups:
        if visible.story.groups:
            blocks.append(f"## {_escaped(group.name)}")
        blocks.append("\n".join(_row(visible, person) for person in group.people))
    return "\n\n".join(blocks) + "\n"


def _count(groups: Sequence[GroupOfPeople]) -> str:
    """The number of people who were met, and of those who are only announced."""
    people = [person for group in groups for person in group.people]
    met = sum(person.is_met for person in people)
    announced = len(people) - met
    return f"{met} {'person' if met == 1 else 'people'}" + (f", {announced} announced" if announced else "")


def _choices(visible: VisibleStory, chosen: PeopleFilter) -> Iterator[str]:
    """A line for each part of the filter that has a choice. A group or state that nobody has now is no choice."""
    story, everyone = visible.story, visible.people.everyone
    groups_in_use = {chosen.group, *(person.group for person in everyone)}
    states_in_use = {chosen.state, *(person.state for person in everyone)}
    groups = {group.id: group.name for group in story.groups if group.id in groups_in_use}
    if groups and any(person.group is None for person in everyone):
        groups[NO_GROUP] = "no group"
    yield _line("Sort", {people_page_id(replace(chosen, sort=sort)): words for sort, words in _SORTS.items()}, chosen)
    for name, options in (
        ("group", groups),
        ("state", {state.id: state.label for state in story.states if state.id in states_in_use}),
        ("kind", {kind.id: kind.heading for kind in story.current_kinds}),
    ):
        if options:
            pages = {people_page_id(_with(chosen, name, None)): "all"}
            pages |= {people_page_id(_with(chosen, name, value)): text for value, text in options.items()}
            yield _line("Relationship" if name == "kind" else name.title(), pages, chosen)


def _with(chosen: PeopleFilter, name: str, value: str | None) -> PeopleFilter:
    """The filter with one of its parts replaced."""
    match name:
        case "group":
            return replace(chosen, group=value)
        case "state":
            return replace(chosen, state=value)
        case _:
            return replace(chosen, kind=value)


def _line(heading: str, pages: Mapping[str, str], chosen: PeopleFilter) -> str:
    """A heading and its options: the chosen one strong, the others links."""
    here = people_page_id(chosen)
    options = (
        f"**{_escaped(text)}**" if page == here else f"[{_escaped(text)}](<{page}>)" for page, text in pages.items()
    )
    return f"{heading}: {' · '.join(options)}"


def _row(visible: VisibleStory, person: Character) -> str:
    name = f"[{_escaped(person.name)}]({LinkKind.CHARACTER}:{quote(person.id, safe='')})"
    native = f" {_escaped(person.native)}" if person.native else ""
    state = visible.story.state_by_id.get(person.state)
    words = (visible.namesakes.distinction(person.id), state.label if state else "")
    return " · ".join([f"- {name}{native}", *map(_escaped, filter(None, words))])


def _escaped(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return _PUNCTUATION.sub(r"\\\g<0>", text)
