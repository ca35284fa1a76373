"""From a draft to the files of a guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aotad_tui.authoring.guide_files import GuideFiles, as_yaml, modeline, schema_files, vscode_settings
from aotad_tui.library.shapes import Json, JsonObject
from aotad_tui.story.kinds import KINDS
from aotad_tui.story.point_spellings import UnknownPoint, find_point
from aotad_tui.story.timeline import END, START, Point, Timeline

from .draft import Draft, DraftPage, DraftPerson, DraftRelationship, Episode, Ids, NotImportable, counted

_MOST_KINDS = 40
"""With more kinds than these, the words of a kind become the label of a relationship of the kind `knows`."""
_MOST_COUNTED = 10_000
_UNKNOWN_KIND = "knows"
_FIRST_PAGE = DraftPage("about.md", "This guide was imported. Replace this page by yours.", since=START)
_BUILT_IN = {word.casefold(): kind.id for kind in KINDS for word in (kind.label, kind.id)}


@dataclass(frozen=True, slots=True)
class Imported:
    """The files of a guide, a summary of them, and what could not be carried over."""

    files: GuideFiles
    summary: str
    left_out: tuple[str, ...]


def as_guide(draft: Draft, title: str, since: str, unit: str) -> Imported:
    """The guide of a draft. `since`: the point for everything that has no stamp of its own, or "".

    Raises `NotImportable` for a wrong `since`, and if a guide with a timeline would have things without stamps.
    """
    return _Writer(draft, since, unit).imported(title)


class _Writer:
    """Writes a draft. `points`: the ids that stamps can refer to; empty without a timeline."""

    def __init__(self, draft: Draft, since: str, unit: str) -> None:
        self._draft = draft
        self._since = _point_of(draft.episodes, since) if draft.episodes and since else since
        self._timeline, self.points = _timeline(draft.episodes, since, unit)
        self._left_out = list(draft.left_out)
        self._wrong_stamps: list[str] = []
        ids = Ids()
        self._ids = {person.key.casefold(): ids.new(person.id or person.name) for person in draft.people}
        self._groups: dict[str, str] = {}
        self._group_ids = Ids()
        self._kinds: dict[tuple[str, bool], str] = {}
        self._kind_ids = Ids(_BUILT_IN.values())
        self._has_many_kinds = len({one.kind.casefold() for one in draft.relationships}) > _MOST_KINDS

    def imported(self, title: str) -> Imported:
        """All files."""
        people: JsonObject = {self._ids[person.key.casefold()]: self._person(person) for person in self._draft.people}
        relationships: list[Json] = [
            self._relationship(one) for one in self._draft.relationships if self._is_whole(one)
        ]
        files = {"guide.yaml": modeline("guide") + as_yaml(self._guide(title))}
        if people:
            files["characters.yaml"] = modeline("characters") + as_yaml(people)
        if relationships:
            files["relationships.yaml"] = modeline("relationships") + as_yaml(relationships)
        pages = (*self._draft.pages, *_episode_pages(self._draft.episodes))
        for page in pages or (_FIRST_PAGE,):
            files[f"sections/{page.path}"] = self._page(page)
        if self._wrong_stamps:
            number = counted(len(self._wrong_stamps), "stamp", "stamps")
            self._left_out.append(f"{number} of points that the guide does not have, such as '{self._wrong_stamps[0]}'")
        summary = ", ".join(
            [
                counted(len(people), "person", "people"),
                counted(len(relationships), "relationship", "relationships"),
                counted(len(self._groups), "group", "groups"),
                counted(sum(path.startswith("sections/") for path in files), "section", "sections"),
                counted(len(self.points), "point", "points"),
            ]
        )
        return Imported({**files, **vscode_settings(), **schema_files({})}, summary, tuple(self._left_out))

    def _guide(self, title: str) -> JsonObject:
        guide: JsonObject = {"format": 1, "title": title}
        if self._timeline:
            guide["timeline"] = self._timeline
        if self._groups:
            groups: JsonObject = {id: {"name": name, **self._stamp(START)} for name, id in self._groups.items()}
            guide["groups"] = groups
        kinds: JsonObject = {
            id: {"label": words or _UNKNOWN_KIND, **({"mutual": True} if mutual else {})}
            for (words, mutual), id in self._kinds.items()
        }
        if kinds:
            guide["kinds"] = kinds
        return guide

    def _stamp(self, own: str) -> JsonObject:
        """The stamp of a thing: its own, or that for all; none without a timeline."""
        if not self.points:
            if own and own != START:
                self._wrong_stamps.append(own)
            return {}
        if own and own not in (*self.points, START, END):
            self._wrong_stamps.append(own)
            own = ""
        stamp = own or self._since
        if not stamp:
            raise NotImportable("the guide has a timeline, but not everything in it has a point; add --since POINT")
        return {"since": stamp}

    def _person(self, person: DraftPerson) -> JsonObject:
        entry: JsonObject = {"name": person.name}
        if person.native:
            entry["native"] = person.native
        if person.aliases:
            entry["aliases"] = list(person.aliases)
        entry |= self._stamp(person.since)
        if person.group:
            if person.group not in self._groups:
                self._groups[person.group] = self._group_ids.new(person.group)
            entry["group"] = self._groups[person.group]
        if person.about:
            entry["about"] = person.about
        return entry

    def _is_whole(self, relationship: DraftRelationship) -> bool:
        if relationship.source.casefold() != relationship.target.casefold():
            return True
        self._left_out.append(f"a relationship of '{relationship.source}' with themselves")
        return False

    def _relationship(self, relationship: DraftRelationship) -> JsonObject:
        kind, label = relationship.kind, relationship.label
        if self._has_many_kinds:
            kind, label = "", label or kind
        source, target = relationship.source.casefold(), relationship.target.casefold()
        entry: JsonObject = {"from": self._ids[source], "to": self._ids[target]}
        entry["kind"] = _BUILT_IN.get(kind.casefold()) or self._own_kind(kind, mutual=relationship.mutual)
        entry |= {key: text for key, text in (("label", label), ("back", relationship.back)) if text}
        entry |= self._stamp(relationship.since)
        if relationship.until in self.points:
            entry["until"] = relationship.until
        elif relationship.until:
            self._wrong_stamps.append(relationship.until)
        return entry

    def _own_kind(self, words: str, *, mutual: bool) -> str:
        kind = words, mutual or not words
        if kind not in self._kinds:
            self._kinds[kind] = self._kind_ids.new(words or _UNKNOWN_KIND)
        return self._kinds[kind]

    def _page(self, page: DraftPage) -> str:
        front: JsonObject = {}
        if page.title:
            front["title"] = page.title
        front |= self._stamp(page.since)
        if page.aliases:
            front["aliases"] = list(page.aliases)
        head = f"---\n{as_yaml(front)}---\n" if front else ""
        return f"{head}{page.text.strip()}\n"


def _timeline(episodes: tuple[Episode, ...], since: str, unit: str) -> tuple[JsonObject, Mapping[str, None]]:
    """The timeline and the ids of its points. Empty for a draft without episodes, unless `since` is a number."""
    if not episodes:
        if not since:
            return {}, {}
        if not since.isdecimal() or not 1 <= int(since) <= _MOST_COUNTED:
            message = f"'{since}' needs a timeline; import episodes too, or give a number from 1 to {_MOST_COUNTED:,}"
            raise NotImportable(f"--since: {message}")
        count = int(since)
        return {"unit": unit, "count": count}, dict.fromkeys(map(str, range(1, count + 1)))
    ids = dict.fromkeys(episode.id for episode in episodes)
    seasons = sorted({episode.season for episode in episodes})
    if len(seasons) == 1 or seasons != list(range(1, len(seasons) + 1)):
        return {"unit": "episode", "points": _points(episodes)}, ids
    volumes: list[Json] = [
        {"points": _points(tuple(episode for episode in episodes if episode.season == season))} for season in seasons
    ]
    return {"unit": "episode", "volume": "season", "volumes": volumes}, ids


def _point_of(episodes: tuple[Episode, ...], typed: str) -> str:
    """The stamp that a user types for one of these episodes, in any spelling. Raises `NotImportable`."""
    try:
        position = find_point(Timeline("episode", tuple(Point(episode.id) for episode in episodes)), typed)
    except UnknownPoint as error:
        raise NotImportable(f"--since: {error}") from error
    return episodes[position - 1].id if position else START


def _points(episodes: tuple[Episode, ...]) -> list[Json]:
    return [{"id": episode.id, **({"title": episode.title} if episode.title else {})} for episode in episodes]


def _episode_pages(episodes: tuple[Episode, ...]) -> list[DraftPage]:
    """A page for each episode with a summary, shown after that episode."""
    return [
        DraftPage(
            f"season-{episode.season}/{episode.number:03}-{episode.id.lower()}.md",
            episode.summary,
            episode.title or episode.id,
            since=episode.id,
        )
        for episode in episodes
        if episode.summary
    ]
