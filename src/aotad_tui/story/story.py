"""`Story`: everything a guide says, and `Story.as_of`, the one place where anything is held back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from .spoilers import hide_spoilers
from .timeline import Position, Timeline
from .values import Character, Grounds, Group, Kind, Relationship, Section, Source, State


class Texts(Protocol):
    """Where the text of a section comes from."""

    def read(self, file: str) -> str:
        """The Markdown text of a section's file. Raises OSError when it cannot be read any more."""
        ...


class NoTexts:
    """The texts of a story that has none."""

    def read(self, file: str) -> str:
        """Raises FileNotFoundError."""
        raise FileNotFoundError(file)


class GatedTexts:
    """The texts of some sections without what is stamped later than a point.

    The ungated texts are closed over, so no attribute of a gated story leads to them.
    """

    def __init__(self, ungated: Texts, files: Collection[str], timeline: Timeline, seen: Position) -> None:
        def read(file: str) -> str:
            if file not in files:
                raise FileNotFoundError(file)
            return hide_spoilers(ungated.read(file), timeline, seen)

        self.read = read


@dataclass(frozen=True)
class Story:
    """A guide's contents in the guide's own order, known up to `seen`.

    A story fresh from `library` holds everything, so it is not shown to anybody: what is shown is `as_of` a point.
    `texts` are held back as the rest of the story is.
    """

    title: str
    timeline: Timeline
    seen: Position = field(compare=False)
    summary: str = ""
    language: str = ""
    groups: tuple[Group, ...] = ()
    kinds: tuple[Kind, ...] = ()
    states: tuple[State, ...] = ()
    characters: tuple[Character, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    texts: Texts = field(default=NoTexts(), compare=False, repr=False)

    def as_of(self, seen: Position) -> Story:
        """The story as it would be if everything stamped later than `seen` had been deleted from the guide.

        Not only what is stamped goes: a group, a kind, a state or a source that nothing visible uses is not told of
        either. A story that is already held back never tells more than it did.
        """
        seen = min(seen, self.seen)
        groups = {group.id: group for group in self.groups if group.since <= seen}
        citable = {source.id for source in self.sources if source.since <= seen}
        characters = {
            character.id: _citing(_in_groups(character.as_of(seen), groups), citable)
            for character in self.characters
            if character.since <= seen and any(stage.since <= seen for stage in character.name_stages)
        }
        for character in characters.values():
            if character.becomes and character.becomes.character not in characters:
                characters[character.id] = replace(character, becomes=None)
        relationships = tuple(
            replace(
                relationship.as_of(seen),
                secret_from=_only(relationship.secret_from, characters),
                sources=_only(relationship.sources, citable),
            )
            for relationship in self.relationships
            if relationship.since <= seen and relationship.source in characters and relationship.target in characters
        )
        sections = tuple(
            replace(section, grounds=_grounds(section.grounds, citable))
            for section in self.sections
            if section.since <= seen
        )
        people = tuple(characters.values())
        used = _Used(people, relationships, sections)
        return Story(
            title=self.title,
            timeline=self.timeline.as_of(seen),
            seen=seen,
            summary=self.summary,
            language=self.language,
            groups=tuple(group for group in groups.values() if group.id in used.groups),
            kinds=tuple(kind for kind in self.kinds if kind.id in used.kinds),
            states=tuple(state for state in self.states if state.id in used.states),
            characters=people,
            relationships=relationships,
            sections=sections,
            sources=tuple(source for source in self.sources if source.id in used.sources),
            texts=GatedTexts(self.texts, {section.file for section in sections}, self.timeline, seen),
        )

    def text(self, section: Section) -> str:
        """The Markdown of a section as far as it may be read; empty for a section that is not in this story.

        Raises OSError when the file cannot be read any more.
        """
        mine = self.section_by_id.get(section.id)
        return self.texts.read(mine.file) if mine else ""

    @cached_property
    def section_by_id(self) -> Mapping[str, Section]:
        """The sections by their ids, in order."""
        return {section.id: section for section in self.sections}

    @cached_property
    def group_by_id(self) -> Mapping[str, Group]:
        """The groups by their ids, in order."""
        return {group.id: group for group in self.groups}

    @cached_property
    def kind_by_id(self) -> Mapping[str, Kind]:
        """The kinds of relationship by their ids, in order."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def state_by_id(self) -> Mapping[str, State]:
        """The states by their ids, in order."""
        return {state.id: state for state in self.states}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """The sources by their ids, in order."""
        return {source.id: source for source in self.sources}


def _in_groups(character: Character, groups: Mapping[str, Group]) -> Character:
    """The character without membership of groups that are not there."""
    stages = tuple(stage for stage in character.group_stages if stage.text in groups)
    return character if len(stages) == len(character.group_stages) else replace(character, group_stages=stages)


def _only(ids: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id in known)


def _grounds(grounds: Grounds, citable: Collection[str]) -> Grounds:
    return replace(grounds, sources=_only(grounds.sources, citable))


def _citing(character: Character, citable: Collection[str]) -> Character:
    """The character with only those sources of facts that may be cited."""
    return replace(
        character, facts=tuple(replace(fact, grounds=_grounds(fact.grounds, citable)) for fact in character.facts)
    )


class _Used:
    """The ids that visible values speak of."""

    def __init__(
        self,
        characters: tuple[Character, ...],
        relationships: tuple[Relationship, ...],
        sections: tuple[Section, ...],
    ) -> None:
        facts = [fact for character in characters for fact in character.facts]
        self.groups = {stage.text for character in characters for stage in character.group_stages}
        self.kinds = {relationship.kind for relationship in relationships}
        self.states = {character.state for character in characters} | {fact.state for fact in facts if fact.state}
        self.sources = {
            source
            for sources in (
                *(fact.grounds.sources for fact in facts),
                *(relationship.sources for relationship in relationships),
                *(section.grounds.sources for section in sections),
            )
            for source in sources
        }
