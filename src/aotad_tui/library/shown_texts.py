"""All texts of a guide's YAML that readers see, and the position from which they see each.

`format` declares which texts these are, which ids an entry refers to and which stamp shows a field.
"""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.story.timeline import NOT_YET, Position, Timeline
from aotad_tui.story.values import ALIVE, ANNOUNCED

from .entries import Entries
from .format import CharacterEntry, TermEntry
from .format_basics import VersionEntry
from .problems import Mark
from .records import Field, fields_of
from .references import Stamp
from .relationship_entries import RelationshipEntry
from .shapes import Word, holds_text
from .timeline_entries import TimelineEntry
from .timelines import first_positions, point_entries


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text that readers see from `since` on. `what`: a description of it; `mark`: where it or its entry begins."""

    mark: Mark
    what: str
    since: Position
    text: str


def shown_texts(entries: Entries, timeline: Timeline) -> list[ShownText]:
    """All texts of a guide's files that readers see, except the text of sections below the front matter."""
    collector = _Collector(timeline)
    for id, character in entries.characters:
        collector.people[id.text] = collector.named_from(character)
        collector.add(character, collector.people[id.text], f"'{id.text}'")
        met = collector.met(character, collector.people[id.text])
        collector.use("states", ALIVE, met)  # until a fact says otherwise
        if collector.people[id.text] < met:
            collector.use("states", ANNOUNCED, collector.people[id.text])
    for id, term in entries.terms:
        collector.add(term, collector.named_from(term), f"'{id.text}'")
    for relationship in entries.relationships:
        collector.add_relationship(relationship)
    for section in entries.sections:
        collector.add(section, 0, "the section")
    for part, first_section in entries.parts:
        collector.add(part, first_section, "the part")
    # Last, since sources, groups, kinds and states are visible only once something visible refers to them.
    for id, source in entries.sources:
        collector.add(source, collector.first_use("sources", id), f"'{id.text}'")
    collector.add(entries.guide, 0, "the guide")
    if entries.guide.timeline:
        collector.add_titles(entries.guide.timeline)
    return collector.texts


class _Collector:
    """Walks through entries field by field. `people`: the position from which each character is visible."""

    def __init__(self, timeline: Timeline) -> None:
        self.texts: list[ShownText] = []
        self.people: dict[str, Position] = {}
        self._timeline = timeline
        self._first_uses: dict[tuple[str, str], Position] = {}

    def named_from(self, entry: CharacterEntry | TermEntry) -> Position:
        """The position from which a character or term is visible: that of its own stamp and of its first name."""
        first_name = min((self.shown_from(version, 0) for version in entry.name), default=len(self._timeline))
        return max(self.shown_from(entry, 0), first_name)

    def add_relationship(self, entry: RelationshipEntry) -> None:
        """Add the texts of a relationship, which is visible only once both people are, and its first kind."""
        both_visible = max(self.people.get(person.text, 0) for person in (entry.from_, entry.to))
        first_kind = min((self.shown_from(version, 0) for version in entry.kind), default=len(self._timeline))
        self.add(entry, max(both_visible, first_kind), f"the relationship of '{entry.from_.text}' to '{entry.to.text}'")

    def add_titles(self, entry: TimelineEntry) -> None:
        """Add the titles of points, and those of volumes, each shown from the first point of its volume on."""
        what = "'timeline' of the guide"
        for point in point_entries(entry):
            self.add(point, 0, "", what)
        for volume, first in zip(entry.volumes or (), first_positions(entry), strict=True):
            if volume.title:
                self.texts.append(ShownText(volume.mark, what, first, volume.title))

    def add(self, entry: object, earliest: Position, owner: str, what: str = "") -> None:
        """Add the texts of an entry that is visible from `earliest` on, or from its own stamp if that is later.

        `what`: the description of the texts of an entry inside another one.
        """
        for key, field in fields_of(type(entry)).items():
            since = self.shown_from(entry, earliest, field.since)
            self._add_value(entry, field, since, key, what or f"'{key}' of {owner}")

    def _add_value(self, entry: object, field: Field, since: Position, key: str, what: str) -> None:
        if not (field.shown or field.refers):
            return
        value: object = getattr(entry, field.attribute)
        for item in value if isinstance(value, tuple) else (value,):
            match item:
                case str() if field.shown and holds_text(field.shape):
                    self.texts.append(ShownText(_mark(entry), what, since, item))
                case Word() if field.shown and holds_text(field.shape):
                    self.texts.append(ShownText(item.mark, what, since, item.text))
                case Word() if field.refers:
                    self.use(field.refers, item.text, since)
                case VersionEntry() if field.refers:
                    self.use(field.refers, item.text, self.shown_from(item, since))
                case (Word() as id, definition):
                    self.add(definition, max(since, self.first_use(key, id)), f"'{id.text}'")
                case _:
                    self.add(item, since, "", what)

    def use(self, map_key: str, id: str, since: Position) -> None:
        """Note that something that is visible from `since` on refers to a definition."""
        self._first_uses[map_key, id] = min(since, self._first_uses.get((map_key, id), since))

    def first_use(self, map_key: str, id: Word) -> Position:
        """The first position at which something visible refers to a definition. The start if nothing does."""
        return self._first_uses.get((map_key, id.text), 0)

    def met(self, entry: CharacterEntry, shown: Position) -> Position:
        """The position from which readers have met a character who is visible from `shown` on."""
        is_later = entry.met and self._timeline.meeting(entry.met.text) == NOT_YET
        return NOT_YET if is_later else max(shown, self._position(entry, "met", 0))

    def shown_from(self, entry: object, earliest: Position, stamp_key: str = "since") -> Position:
        """The position from which a field with that stamp is visible in an entry that is visible from `earliest` on."""
        own = self._position(entry, "since", earliest)
        return own if stamp_key == "since" else max(own, self._position(entry, stamp_key, own))

    def _position(self, entry: object, stamp_key: str, earliest: Position) -> Position:
        field = fields_of(type(entry)).get(stamp_key)
        if field is None or getattr(entry, "short", False):  # a value without its own stamp
            return earliest
        stamp = getattr(entry, field.attribute)
        missing = field.shape.missing if isinstance(field.shape, Stamp) else ""
        position = self._timeline.position(stamp.text if isinstance(stamp, Word) else missing)
        return max(earliest, len(self._timeline) if position is None else position)


def _mark(entry: object) -> Mark:
    mark: object = getattr(entry, "mark", None)
    assert isinstance(mark, Mark)
    return mark
