"""Turns entries into story values: resolves ids and stamps, and reports problems at the position of the wrong word."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from aotad_tui.story.chains import chain_ends
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import (
    Actor,
    Becomes,
    Certainty,
    Character,
    Fact,
    Grounds,
    Group,
    Kind,
    LineStyle,
    Relationship,
    Source,
    Stage,
    State,
)

from .format import (
    AliasEntry,
    BecomesEntry,
    CharacterEntry,
    FactEntry,
    GroupEntry,
    KindEntry,
    RelationshipEntry,
    SourceEntry,
    StateEntry,
)
from .problems import Mark, Problems, did_you_mean
from .shapes import Word
from .stamps import Stamps

_MOST_IN_CYCLE = 8
"""How many ids of a cycle are named: the message is repeated at each of them."""


class Assembly:
    """The ids of one guide, and the values made from its entries."""

    def __init__(self, stamps: Stamps, problems: Problems) -> None:
        self._stamps = stamps
        self._problems = problems
        self._incomplete_kinds: set[str] = set()
        self.groups: dict[str, Group] = {}
        self.kinds: dict[str, Kind] = {kind.id: kind for kind in KINDS}
        self.states: dict[str, State] = {state.id: state for state in STATES}
        self.sources: dict[str, Source] = {}
        self.characters: dict[str, Character] = {}

    def mark_incomplete(self, what: str, unreadable: bool) -> None:  # noqa: FBT001  # it is a result, not a mode
        """Do not report unknown ids of a kind whose file could not be read."""
        if unreadable:
            self._incomplete_kinds.add(what)

    def add_group(self, id: Word, entry: GroupEntry) -> None:
        """Add a group of guide.yaml."""
        since = self._stamps.since(entry.since, id.mark, f"the group '{id.text}'")
        self.groups[id.text] = Group(id.text, entry.name, since)

    def add_kind(self, id: Word, entry: KindEntry) -> None:
        """Add a kind of guide.yaml. It replaces a built-in kind with the same id."""
        self.kinds[id.text] = Kind(
            id=id.text,
            label=entry.label,
            back=entry.back or entry.label,
            heading=entry.heading or entry.label,
            sign=(entry.sign or "-")[:1],
            line=LineStyle(entry.line or "light"),
            mutual=bool(entry.mutual),
            strength=entry.strength or 3,
        )

    def add_state(self, id: Word, entry: StateEntry) -> None:
        """Add a state of guide.yaml. It replaces a built-in state with the same id."""
        self.states[id.text] = State(id.text, entry.label, (entry.sign or "-")[:1])

    def add_source(self, id: Word, entry: SourceEntry) -> None:
        """Add a source of sources.yaml."""
        url = entry.url or ""
        if url and not url.startswith(("https://", "http://")):
            self._problems.error(
                entry.mark, "ADDRESS", f"'{url}' is not an http or https address; correct or remove it"
            )
        since = self._stamps.point(entry.since) if entry.since else 0
        self.sources[id.text] = Source(id.text, entry.title, since, url, entry.date or "", entry.publisher or "")

    def add_characters(self, pairs: Collection[tuple[Word, CharacterEntry]]) -> None:
        """Add all characters together, since they may become each other."""
        marks: dict[str, Mark] = {}
        for id, entry in pairs:
            if id.text in marks:
                message = f"duplicate id '{id.text}', first used at {marks[id.text]}; rename one of the two"
                self._problems.error(id.mark, "DUPLICATE", message)
            else:
                marks[id.text] = id.mark
                self.characters[id.text] = self._character(id, entry)
        following = {id: entry.becomes.character for id, entry in self.characters.items() if entry.becomes}
        ends = chain_ends(following)
        for id, entry in pairs:
            if entry.becomes:
                self._is_known(entry.becomes.character, self.characters, "character")
                if id.text in following and id.text not in ends:
                    cycle = _beginning_of_cycle(following, id.text)
                    self._problems.error(id.mark, "CYCLE", f"`becomes` forms a cycle: {cycle}; remove one `becomes`")

    def _character(self, id: Word, entry: CharacterEntry) -> Character:
        since = self._stamps.since(entry.since, id.mark, f"'{id.text}'")
        names = self._stamps.stages(entry.name, since, f"a name of '{id.text}'")
        if names and names[0].since > since:
            message = (
                f"'{id.text}' has no name at its own `since` and stays hidden until its first name; add an earlier name"
            )
            self._problems.warning(entry.name[0].mark, "NO-NAME", message)
        groups = self._stamps.stages(entry.group, since, f"a group of '{id.text}'")
        for version in entry.group or ():
            self._is_known(Word(version.text, version.mark), self.groups, "group")
        return Character(
            id=id.text,
            since=since,
            name_stages=names,
            native_stages=self._stamps.stages(entry.native, since, f"a native name of '{id.text}'"),
            aliases=tuple(self._alias(alias, since, id.text) for alias in entry.aliases or ()),
            group_stages=tuple(stage for stage in groups if stage.text in self.groups),
            about_stages=self._stamps.stages(entry.about, since, f"`about` of '{id.text}'"),
            played_by=Actor(entry.played_by.name, entry.played_by.native or "") if entry.played_by else None,
            facts=self._facts(entry.facts or (), id.text),
            becomes=self._becomes(entry.becomes),
        )

    def _becomes(self, entry: BecomesEntry | None) -> Becomes | None:
        if entry is None:
            return None
        return Becomes(entry.character.text, self._stamps.since(entry.since, entry.mark, "`becomes`"))

    def _alias(self, alias: AliasEntry, owner_since: Position, owner: str) -> Stage:
        since = owner_since if alias.short else self._stamps.since(alias.since, alias.mark, f"a name of '{owner}'")
        return Stage(since, alias.name, alias.live is not False)

    def _facts(self, entries: tuple[FactEntry, ...], owner: str) -> tuple[Fact, ...]:
        facts = []
        for entry in entries:
            since = self._stamps.since(entry.since, entry.mark, f"a fact about '{owner}'")
            state = entry.state.text if entry.state and self._is_known(entry.state, self.states, "state") else None
            facts.append(Fact(since, entry.text, state, self.grounds(entry.certainty, entry.as_of, entry.sources)))
        return tuple(sorted(facts, key=lambda fact: fact.since))

    def relationship(self, entry: RelationshipEntry) -> Relationship | None:
        """A relationship, or None when it refers to an unknown character or kind."""
        people = [self._is_known(person, self.characters, "character") for person in (entry.from_, entry.to)]
        kind = self._is_known(entry.kind, self.kinds, "kind of relationship")
        ends = (entry.from_.text, entry.to.text)
        description = f"the relationship from '{entry.from_.text}' to '{entry.to.text}'"
        if entry.from_.text == entry.to.text:
            self._problems.error(
                entry.to.mark, "SELF", f"{description} has the same character at both ends; change one end"
            )
        since = self._stamps.since(entry.since, entry.mark, description)
        both_visible = max([since, *(self.characters[id].since for id in ends if id in self.characters)])
        until = self._stamps.point(entry.until) if entry.until else None
        if entry.until and until is not None and until < since:
            self._problems.error(
                entry.until.mark, "ORDER", f"{description} has `until` before `since`; correct one of them"
            )
        if entry.ended and not entry.until:
            self._problems.error(entry.mark, "ENDED", f"{description} has `ended` without `until`; add `until`")
        relationship = Relationship(
            source=entry.from_.text,
            target=entry.to.text,
            kind=entry.kind.text,
            since=since,
            label_stages=self._stamps.stages(entry.label, both_visible, f"a label of {description}"),
            back_stages=self._stamps.stages(entry.back, both_visible, f"a label of {description}"),
            until=until,
            ended=entry.ended or "",
            secret_from=tuple(
                person.text
                for person in entry.secret_from or ()
                if self._is_known(person, self.characters, "character")
            ),
            sources=self._cited(entry.sources),
        )
        return relationship if all(people) and kind else None

    def grounds(self, certainty: str | None, as_of: str | None, sources: tuple[Word, ...] | None) -> Grounds:
        """The evidence for a claim."""
        return Grounds(Certainty(certainty) if certainty else None, as_of or "", self._cited(sources))

    def _cited(self, sources: tuple[Word, ...] | None) -> tuple[str, ...]:
        return tuple(source.text for source in sources or () if self._is_known(source, self.sources, "source"))

    def _is_known(self, word: Word, known: Collection[str], what: str) -> bool:
        if word.text in known:
            return True
        if what in self._incomplete_kinds or word.text in self._problems.unreadable_ids:
            return False
        code = f"UNKNOWN-{what.split()[0].upper()}"
        hint = did_you_mean(word.text, known) or "; define it or correct the id"
        self._problems.error(word.mark, code, f"unknown {what} '{word.text}'{hint}")
        return False


def _beginning_of_cycle(following: Mapping[str, str], id: str) -> str:
    """The ids from one on until one of them comes again, or the first of them."""
    path = [id]
    while following[path[-1]] not in path and len(path) < _MOST_IN_CYCLE:
        path.append(following[path[-1]])
    return " to ".join((*path, following[path[-1]])) + (" …" if following[path[-1]] not in path else "")
