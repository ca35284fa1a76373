"""`diff`: everything that opens in a guide, each thing with its point and its place in the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from aotad_tui.cleaning import clean, clean_line
from aotad_tui.library.folder import Folder
from aotad_tui.library.format import CharacterEntry, TermEntry
from aotad_tui.library.format_basics import VersionEntry
from aotad_tui.library.load import GuideUnreadable, Readable, load
from aotad_tui.library.problems import Mark, Problems
from aotad_tui.library.relationship_entries import RelationshipEntry
from aotad_tui.library.sections import SECTIONS, split_front_matter
from aotad_tui.library.shapes import shorten
from aotad_tui.story.comments import numbered_without_comments
from aotad_tui.story.named import Named, Stages, Term, latest
from aotad_tui.story.spoilers import SIGNS_BEFORE, SpoilerBlock, spoiler_blocks, without_marker
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import NOT_YET, Position
from aotad_tui.story.values import Character, Relationship, Section


class ChangeKind(StrEnum):
    """What opens, in the order in which it is listed."""

    PERSON = "person"
    NAME = "name"
    DESCRIPTION = "description"
    TERM = "term"
    FACT = "fact"
    RELATIONSHIP = "relationship"
    SECTION = "section"
    PASSAGE = "passage"


ORDER = {kind: number for number, kind in enumerate(ChangeKind)}


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that a reader sees from `since` on. `text`: the thing in words; `mark`: its place in the files."""

    since: Position
    kind: ChangeKind
    text: str
    mark: Mark


def read_guide(folder: Path) -> Readable:
    """The whole story of a guide and its entries. Raises `GuideUnreadable`."""
    loaded = load(folder)
    if loaded.story is None or loaded.readable is None:
        raise GuideUnreadable(folder, loaded.problems)
    return loaded.readable


def all_changes(folder: Path, guide: Readable) -> tuple[Change, ...]:
    """Everything that opens in a guide, in the order of points, kinds and files."""
    story = guide.story
    people = {person.id: person for person in story.characters}
    changes = [
        change
        for id, entry in guide.entries.characters
        for change in _changes_of_person(people[id.text], entry, people, story)
    ]
    for relationship, tie in _with_entries(story.relationships, guide.entries.relationships):
        changes += _changes_of_relationship(relationship, tie, people)
    terms = {term.id: term for term in story.terms}
    for id, term in guide.entries.terms:
        if id.text in terms:
            changes += _changes_of_term(terms[id.text], term)
    files = Folder(folder)
    for section in story.sections:
        changes += _changes_of_section(section, story, files)
    return tuple(sorted(changes, key=lambda change: (change.since, ORDER[change.kind], change.mark)))


def _changes_of_person(
    person: Character, entry: CharacterEntry, people: Mapping[str, Character], story: Story
) -> Iterator[Change]:
    shown, name = person.shown_since, _named(person)
    yield Change(shown, ChangeKind.PERSON, name, entry.mark)
    if shown < person.met < NOT_YET:
        yield Change(person.met, ChangeKind.PERSON, f"{name} is met", entry.met.mark if entry.met else entry.mark)
    if person.becomes and entry.becomes and person.becomes.character in people:
        target = people[person.becomes.character]
        since = max(person.becomes.since, shown, target.shown_since)
        yield Change(since, ChangeKind.PERSON, f"{name} is {_named(target)}", entry.becomes.mark)
    yield from _changes_of_names(person, entry)
    groups = _marks(entry.group)
    for stage in person.group_stages:
        group = story.group_by_id[stage.text]
        since = max(shown, stage.since, group.since)
        yield Change(since, ChangeKind.DESCRIPTION, f"{name}: {group.name}", groups[stage.text])
    facts = {fact.text: fact.mark for fact in entry.facts or ()}
    for fact in person.facts:
        state = f" ({fact.state})" if fact.state else ""
        mark = facts.get(fact.text, entry.mark)
        yield Change(max(shown, fact.since), ChangeKind.FACT, f"{name}: {fact.text}{state}", mark)


def _changes_of_term(term: Term, entry: TermEntry) -> Iterator[Change]:
    yield Change(term.shown_since, ChangeKind.TERM, _named(term), entry.mark)
    yield from _changes_of_names(term, entry)


def _changes_of_names(named: Named, entry: CharacterEntry | TermEntry) -> Iterator[Change]:
    """The names after the first one, and the descriptions."""
    marks = {alias.name: alias.mark for alias in entry.aliases or ()} | _marks((*entry.name, *(entry.native or ())))
    spellings = (*named.name_stages[1:], *named.native_stages, *named.aliases)
    yield from _changes_of_text(spellings, marks, ChangeKind.NAME, _named(named), named)
    yield from _changes_of_text(named.about_stages, _marks(entry.about), ChangeKind.DESCRIPTION, _named(named), named)


def _changes_of_text(
    stages: Stages, marks: Mapping[str, Mark], kind: ChangeKind, name: str, owner: Named
) -> Iterator[Change]:
    for stage in stages:
        yield Change(max(owner.shown_since, stage.since), kind, f"{name}: {stage.text}", marks[stage.text])


def _marks(versions: Iterable[VersionEntry] | None) -> dict[str, Mark]:
    return {version.text: version.mark for version in versions or ()}


def _with_entries(
    relationships: Iterable[Relationship], entries: Sequence[RelationshipEntry]
) -> Iterator[tuple[Relationship, RelationshipEntry]]:
    """Each relationship with its entry. Entries whose people are unknown have no relationship."""
    left = iter(entries)
    for relationship in relationships:
        ends = relationship.source, relationship.target
        yield relationship, next(entry for entry in left if (entry.from_.text, entry.to.text) == ends)


def _changes_of_relationship(
    relationship: Relationship, entry: RelationshipEntry, people: Mapping[str, Character]
) -> Iterator[Change]:
    source, target = people[relationship.source], people[relationship.target]
    shown = max(relationship.shown_since, source.shown_since, target.shown_since)

    def change(since: Position, words: str, mark: Mark) -> Change:
        text = f"{_named(source)} {words} {_named(target)}"
        return Change(max(shown, since), ChangeKind.RELATIONSHIP, text, mark)

    at_first = relationship.as_of(shown)
    yield change(shown, f"– {latest(at_first.label_stages) or at_first.kind} –", entry.mark)
    for stages, marks, lead in (
        (relationship.kind_stages, _marks(entry.kind), ""),
        (relationship.label_stages, _marks(entry.label), ""),
        (relationship.back_stages, _marks(entry.back), "from the other end: "),
    ):
        for stage in stages:
            if stage.since > shown:
                yield change(stage.since, f"– {lead}{stage.text} –", marks[stage.text])
    if relationship.until is not None and entry.until:
        reason = f" ({relationship.ended})" if relationship.ended else ""
        yield change(relationship.until, f"– over{reason} –", entry.until.mark)
    ends = {secret.who.text: secret.mark for secret in entry.secret_from or ()}
    for secret in relationship.secrets:
        if secret.until is not None and secret.who in people:
            yield change(secret.until, f"– known to {_named(people[secret.who])} –", ends[secret.who])


def _changes_of_section(section: Section, story: Story, files: Folder) -> Iterator[Change]:
    path = f"{SECTIONS}/{section.file}"
    yield Change(section.since, ChangeKind.SECTION, f"{section.title} ({section.id})", Mark(clean_line(path)))
    raw = files.read(path, Problems())
    if raw is None:
        return
    text = clean(raw)
    body = split_front_matter(text)[1]
    first_line = text[: len(text) - len(body)].count("\n") + 1
    shown, numbers = numbered_without_comments(body)
    for block, since in _opened(spoiler_blocks(shown, story.timeline), section, story):
        words = f"{section.title}: {_beginning(block, shown)}"
        yield Change(since, ChangeKind.PASSAGE, words, Mark(clean_line(path), first_line + numbers[block.first]))


def _opened(blocks: Iterable[SpoilerBlock], section: Section, story: Story) -> Iterator[tuple[SpoilerBlock, Position]]:
    """Each passage, with the point at which it and all passages around it are open."""
    around: list[tuple[SpoilerBlock, Position]] = []
    for block in sorted(blocks, key=lambda block: (block.first, -block.end)):
        while around and around[-1][0].end < block.end:
            around.pop()
        since = max(around[-1][1] if around else section.since, block.position(story.timeline))
        around.append((block, since))
        yield block, since


def _beginning(block: SpoilerBlock, body: str) -> str:
    """The first words of a passage."""
    lines = (SIGNS_BEFORE.sub("", line, count=1) for line in body.split("\n")[block.first : block.end])
    return shorten(next(filter(None, map(without_marker, lines)), ""))


def _named(named: Named) -> str:
    return f"{named.name_stages[0].text if named.name_stages else named.id} ({named.id})"
