"""`Story`: the contents of a guide, and `Story.as_of`, the only place that hides anything."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from .credits import NO_CREDITS, Credits
from .grounds import Grounds, Source
from .named import Term
from .timeline import Position, Timeline
from .values import ALIVE, ANNOUNCED, Character, Group, Kind, Relationship, Section, State
from .visible_text import visible_text


class Texts(Protocol):
    """The source of the texts of sections."""

    def read(self, file: str) -> str:
        """The Markdown text of a section's file. Raises OSError when it cannot be read any more."""
        ...


class NoTexts:
    """The texts of a story without any."""

    def read(self, file: str) -> str:
        """Raise FileNotFoundError."""
        raise FileNotFoundError(file)


class GatedTexts:
    """The texts of some sections without comments and the parts that are stamped later than a point.

    The ungated texts are in a closure, so no attribute of a gated story leads to them.
    """

    def __init__(self, ungated: Texts, files: Collection[str], timeline: Timeline, seen: Position) -> None:
        def read(file: str) -> str:
            if file not in files:
                raise FileNotFoundError(file)
            return visible_text(ungated.read(file), timeline, seen)

        self.read = read


@dataclass(frozen=True)
class Story:
    """The contents of a guide in the guide's own order, known up to `seen`.

    A story fresh from `library` contains everything, so it is never shown: only its `as_of` a point is. The `texts` are
    gated like the rest of the story.
    """

    title: str
    timeline: Timeline
    seen: Position = field(compare=False)
    summary: str = ""
    credits: Credits = NO_CREDITS
    language: str = ""
    endings: tuple[str, ...] = ()
    """The endings of inflected names. They have no stamps and are never shown."""
    short_names: bool = True
    """Whether first and last names are found in texts without being listed. It has no stamp and is never shown."""
    groups: tuple[Group, ...] = ()
    kinds: tuple[Kind, ...] = ()
    states: tuple[State, ...] = ()
    characters: tuple[Character, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    terms: tuple[Term, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    texts: Texts = field(default=NoTexts(), compare=False, repr=False)

    def as_of(self, seen: Position) -> Story:
        """The story as it would be if everything stamped later than `seen` had been deleted from the guide.

        This also removes groups, kinds, states and sources that nothing visible uses. A gated story never shows more
        than it did before.
        """
        seen = min(seen, self.seen)
        groups = {group.id: group for group in self.groups if group.since <= seen}
        citable = {source.id for source in self.sources if source.since <= seen}
        characters = {
            character.id: _with_citable_sources(_with_visible_groups(character.as_of(seen), groups), citable)
            for character in self.characters
            if character.is_visible(seen)
        }
        for character in characters.values():
            if character.becomes and character.becomes.character not in characters:
                characters[character.id] = replace(character, becomes=None)
        relationships = tuple(
            replace(
                relationship.as_of(seen),
                secrets=tuple(secret.as_of(seen) for secret in relationship.secrets if secret.who in characters),
                sources=_filter_ids(relationship.sources, citable),
            )
            for relationship in self.relationships
            if relationship.shown_since <= seen
            and relationship.source in characters
            and relationship.target in characters
        )
        sections = tuple(
            replace(section.as_of(seen), grounds=_filter_grounds(section.grounds, citable))
            for section in self.sections
            if section.since <= seen
        )
        people = tuple(characters.values())
        used = _UsedIds(people, relationships, sections)
        return Story(
            title=self.title,
            timeline=self.timeline.as_of(seen),
            seen=seen,
            summary=self.summary,
            credits=self.credits,
            language=self.language,
            endings=self.endings,
            short_names=self.short_names,
            groups=tuple(group for group in groups.values() if group.id in used.groups),
            kinds=tuple(kind for kind in self.kinds if kind.id in used.kinds),
            states=tuple(state for state in self.states if state.id in used.states),
            characters=people,
            relationships=relationships,
            terms=tuple(term.as_of(seen) for term in self.terms if term.is_visible(seen)),
            sections=sections,
            sources=tuple(source for source in self.sources if source.id in used.sources),
            texts=GatedTexts(self.texts, {section.file for section in sections}, self.timeline, seen),
        )

    def text(self, section: Section) -> str:
        """The visible Markdown of a section. Empty for a section that is not in this story.

        Raises OSError when the file cannot be read any more.
        """
        own_section = self.section_by_id.get(section.id)
        return self.texts.read(own_section.file) if own_section else ""

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
    def current_kinds(self) -> tuple[Kind, ...]:
        """The kinds that a relationship has now, in order. `kinds` has those of earlier stages too."""
        current = {relationship.kind for relationship in self.relationships}
        return tuple(kind for kind in self.kinds if kind.id in current)

    @cached_property
    def state_by_id(self) -> Mapping[str, State]:
        """The states by their ids, in order."""
        return {state.id: state for state in self.states}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """The sources by their ids, in order."""
        return {source.id: source for source in self.sources}


def _with_visible_groups(character: Character, groups: Mapping[str, Group]) -> Character:
    """The character without membership of groups that are not visible."""
    stages = tuple(stage for stage in character.group_stages if stage.text in groups)
    return character if len(stages) == len(character.group_stages) else replace(character, group_stages=stages)


def _filter_ids(ids: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id in known)


def _filter_grounds(grounds: Grounds, citable: Collection[str]) -> Grounds:
    return replace(grounds, sources=_filter_ids(grounds.sources, citable))


def _with_citable_sources(character: Character, citable: Collection[str]) -> Character:
    """The character with only the citable sources of facts."""
    return replace(
        character,
        facts=tuple(replace(fact, grounds=_filter_grounds(fact.grounds, citable)) for fact in character.facts),
    )


class _UsedIds:
    """The ids that visible values refer to."""

    def __init__(
        self,
        characters: tuple[Character, ...],
        relationships: tuple[Relationship, ...],
        sections: tuple[Section, ...],
    ) -> None:
        facts = [fact for character in characters for fact in character.facts]
        self.groups = {stage.text for character in characters for stage in character.group_stages}
        self.kinds = {stage.text for relationship in relationships for stage in relationship.kind_stages}
        self.states = {fact.state for fact in facts if fact.state}
        # The state of everybody who was met, before a fact sets another one; and the sign of everybody before `met`.
        self.states |= {ALIVE for character in characters if character.is_met}
        self.states |= {ANNOUNCED for character in characters if character.shown_since < character.met}
        self.sources = {
            source
            for sources in (
                *(fact.grounds.sources for fact in facts),
                *(relationship.sources for relationship in relationships),
                *(section.grounds.sources for section in sections),
            )
            for source in sources
        }
