"""Turns entries into story values: resolves ids and stamps, and reports problems at the position of the wrong word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from aotad_tui.story.chains import closed_cycles
from aotad_tui.story.credits import Credits
from aotad_tui.story.grounds import Certainty, Grounds, Source
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.named import Term
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import (
    FAMILY_OF_LINE,
    LINE_OF_FAMILY,
    Actor,
    Becomes,
    Character,
    Fact,
    Family,
    Group,
    Kind,
    LineStyle,
    State,
)

from .format import (
    BecomesEntry,
    CharacterEntry,
    FactEntry,
    GroupEntry,
    GuideEntry,
    KindEntry,
    SectionEntry,
    SourceEntry,
    StateEntry,
    TermEntry,
)
from .named_entries import read_named
from .problems import Problems, did_you_mean
from .shapes import Word, shorten
from .stamps import Stamps

E = TypeVar("E")
V = TypeVar("V")

Definition = tuple[Word, E, V]
"""An id, its entry, and the value made from the entry."""


class Assembly:
    """The ids of one guide, and the values made from its entries.

    A value with a mistake in it, such as an unknown id, is held back: its stamp becomes the end.
    """

    def __init__(self, stamps: Stamps, problems: Problems) -> None:
        self._stamps = stamps
        self._problems = problems
        self._incomplete_kinds: set[str] = set()
        self.groups: dict[str, Group] = {}
        self.kinds: dict[str, Kind] = {kind.id: kind for kind in KINDS}
        self.states: dict[str, State] = {state.id: state for state in STATES}
        self.sources: dict[str, Source] = {}
        self.characters: dict[str, Character] = {}
        self.terms: dict[str, Term] = {}

    def mark_incomplete(self, what: str, unreadable: bool) -> None:  # noqa: FBT001  # it is a result, not a mode
        """Do not report unknown ids of a kind whose file could not be read."""
        if unreadable:
            self._incomplete_kinds.add(what)

    def add_guide(self, entry: GuideEntry) -> None:
        """Add the groups, kinds and states of guide.yaml. A kind or state replaces a built-in one with the same id."""
        groups = [(id, group, self._group(id, group)) for id, group in entry.groups or ()]
        self.groups |= {group.id: group for _, _, group in self._without_duplicates(groups, lambda group: group.since)}
        kinds = [(id, kind, _kind(id, kind)) for id, kind in entry.kinds or ()]
        self.kinds |= {kind.id: kind for _, _, kind in self._without_duplicates(kinds, _unstamped)}
        states = [(id, state, _state(id, state)) for id, state in entry.states or ()]
        self.states |= {state.id: state for _, _, state in self._without_duplicates(states, _unstamped)}

    def credits(self, entry: GuideEntry) -> Credits:
        """The credits of the guide."""
        homepage = entry.homepage.text if entry.homepage else ""
        if entry.homepage and not _is_address(homepage):
            message = f"'{shorten(homepage)}' is not an http or https address, so it is not shown; correct or remove it"
            self._problems.report(entry.homepage.mark, "ADDRESS", message)
            homepage = ""
        return Credits(entry.authors or (), entry.license or "", homepage, entry.version or "")

    def add_sources(self, pairs: Iterable[tuple[Word, SourceEntry]]) -> list[tuple[Word, SourceEntry]]:
        """Add all sources of sources.yaml, and return those that hold their ids."""
        sources = [(id, entry, self._source(id, entry)) for id, entry in pairs]
        left = self._without_duplicates(sources, lambda source: source.since)
        self.sources = {source.id: source for _, _, source in left}
        return [(id, entry) for id, entry, _ in left]

    def add_characters(self, pairs: Iterable[tuple[Word, CharacterEntry]]) -> list[tuple[Word, CharacterEntry]]:
        """Add all characters together, since they may become each other, and return those that hold their ids."""
        characters = [(id, entry, self._character(id, entry)) for id, entry in pairs]
        left = self._without_duplicates(characters, lambda character: character.shown_since)
        self.characters = {character.id: character for _, _, character in left}
        self._settle_becomes(left)
        return [(id, entry) for id, entry, _ in left]

    def add_terms(self, pairs: Iterable[tuple[Word, TermEntry]]) -> list[tuple[Word, TermEntry]]:
        """Add all terms, after the characters, and return those that hold their ids."""
        terms = [(id, entry, self._term(id, entry)) for id, entry in pairs]
        left = self._without_duplicates(terms, lambda term: term.shown_since)
        self.terms = {term.id: term for _, _, term in left}
        return [(id, entry) for id, entry, _ in left]

    def _term(self, id: Word, entry: TermEntry) -> Term:
        if id.text in self.characters:
            message = f"'{id.text}' is the id of a character too, and means the character; rename the term"
            self._problems.report(id.mark, "DUPLICATE", message)
        return Term(**read_named(id, entry, self._stamps, self._problems))

    def _without_duplicates(
        self, definitions: Collection[Definition[E, V]], since: Callable[[V], Position]
    ) -> list[Definition[E, V]]:
        """The definitions with different ids, in order. Of two with one id the earlier-stamped holds, else the first.

        A copy of the guide that is cut between the two stamps has only the earlier one.
        """
        holders: dict[str, Word] = {}
        for id, _, _ in sorted(definitions, key=lambda definition: since(definition[2])):
            holder = holders.setdefault(id.text, id)
            if holder is not id:
                message = f"duplicate id '{id.text}'; the entry at {holder.mark} is used, so rename one of the two"
                self._problems.report(id.mark, "DUPLICATE", message)
        return [definition for definition in definitions if holders[definition[0].text] is definition[0]]

    def _settle_becomes(self, characters: Collection[Definition[CharacterEntry, Character]]) -> None:
        """Drop each `becomes` that leads to nobody or closes a cycle: of a cycle, the one that is visible last."""
        links: list[tuple[Position, Word, str]] = []
        for id, entry, character in characters:
            if entry.becomes is None or character.becomes is None:
                continue
            self.report_unknown(entry.becomes.character, self.characters, "character")
            target = self.characters.get(character.becomes.character)
            if target:
                since = max(character.becomes.since, character.shown_since, target.shown_since)
                links.append((since, id, target.id))
            else:
                self._drop_becomes(id.text)
        links.sort(key=lambda link: link[0])
        cycles = closed_cycles([(id.text, target_id) for _, id, target_id in links])
        for _, id, _ in links:
            if id.text in cycles:
                names = " to ".join(cycles[id.text])
                self._problems.report(id.mark, "CYCLE", f"`becomes` forms a cycle: {names}; remove one `becomes`")
                self._drop_becomes(id.text)

    def _drop_becomes(self, id: str) -> None:
        self.characters[id] = replace(self.characters[id], becomes=None)

    def _group(self, id: Word, entry: GroupEntry) -> Group:
        return Group(id.text, entry.name, self._stamps.since(entry.since, id.mark, f"the group '{id.text}'"))

    def _source(self, id: Word, entry: SourceEntry) -> Source:
        url = entry.url.text if entry.url else ""
        since = self._stamps.point(entry.since) if entry.since else 0
        if entry.url and not _is_address(url):
            message = (
                f"'{shorten(url)}' is not an http or https address, so the source stays hidden until the end; "
                "correct or remove it"
            )
            self._problems.report(entry.url.mark, "ADDRESS", message)
            url, since = "", self._stamps.end
        return Source(id.text, entry.title, since, url, entry.date or "", entry.publisher or "")

    def _character(self, id: Word, entry: CharacterEntry) -> Character:
        named = read_named(id, entry, self._stamps, self._problems)
        groups = self._stamps.stages(entry.group, named["since"], f"a group of '{id.text}'")
        for version in entry.group or ():
            self.report_unknown(Word(version.text, version.mark), self.groups, "group")
        return Character(
            **named,
            group_stages=tuple(stage for stage in groups if stage.text in self.groups),
            played_by=Actor(entry.played_by.name, entry.played_by.native or "") if entry.played_by else None,
            facts=self._facts(entry.facts or (), id.text),
            becomes=self._becomes(entry.becomes),
            short_names=entry.short_names is not False,
            met=self._met(id, entry, named["since"]),
        )

    def _met(self, id: Word, entry: CharacterEntry, since: Position) -> Position:
        """The position from which the reader has met a character. Nobody is met before they are visible."""
        met = self._stamps.met(entry.met)
        if entry.met and met < since:
            message = f"'{id.text}' has `met` before `since`, so `since` counts; correct one of them"
            self._problems.report(entry.met.mark, "ORDER", message)
            return 0
        for fact in entry.facts or ():
            if id.text in self._problems.faulty_ids:
                continue  # `met` is the end then
            if fact.state and fact.since and self._stamps.point(fact.since) < met:
                message = f"a fact sets a state of '{id.text}' before `met`, which shows only from then on"
                self._problems.report(fact.state.mark, "ORDER", f"{message}; correct one of them")
        return met

    def _becomes(self, entry: BecomesEntry | None) -> Becomes | None:
        if entry is None:
            return None
        return Becomes(entry.character.text, self._stamps.since(entry.since, entry.mark, "`becomes`"))

    def _facts(self, entries: tuple[FactEntry, ...], owner: str) -> tuple[Fact, ...]:
        facts = []
        for entry in entries:
            since = self._stamps.since(entry.since, entry.mark, f"a fact about '{owner}'")
            if entry.state:
                self.report_unknown(entry.state, self.states, "state")
            is_wrong = bool(entry.state and entry.state.text not in self.states)
            if self.has_unknown_source(entry.sources) or is_wrong:
                since = self._stamps.end
            state = entry.state.text if entry.state and not is_wrong else None
            event = entry.event.text if entry.event else ""
            facts.append(Fact(since, entry.text, state, self.grounds(entry), event))
        return tuple(sorted(facts, key=lambda fact: fact.since))

    def grounds(self, entry: FactEntry | SectionEntry) -> Grounds:
        """The evidence for a claim."""
        certainty = Certainty(entry.certainty) if entry.certainty else None
        return Grounds(certainty, entry.as_of or "", self.cited(entry.sources))

    def has_unknown_source(self, sources: tuple[Word, ...] | None) -> bool:
        """Whether one of the sources is unknown, after reporting each of them."""
        unknown = [self.report_unknown(source, self.sources, "source") for source in sources or ()]
        return any(unknown)

    def cited(self, sources: tuple[Word, ...] | None) -> tuple[str, ...]:
        """The ids of the known ones among some sources."""
        return tuple(source.text for source in sources or () if source.text in self.sources)

    def report_unknown(self, word: Word, known: Collection[str], what: str) -> bool:
        """Report an unknown id and return True. An id whose entry could not be read has been reported there."""
        if word.text in known or what in self._incomplete_kinds or word.text in self._problems.faulty_ids:
            return False
        code = f"UNKNOWN-{what.split()[0].upper()}"
        hint = did_you_mean(word.text, known) or "; define it or correct the id"
        self._problems.report(word.mark, code, f"unknown {what} '{word.text}'{hint}", subject=word.text)
        return True


def _kind(id: Word, entry: KindEntry) -> Kind:
    line = LineStyle(entry.line) if entry.line else None
    family = Family(entry.family) if entry.family else FAMILY_OF_LINE[line or LineStyle.LIGHT]
    return Kind(
        id=id.text,
        label=entry.label,
        back=entry.back or entry.label,
        heading=entry.heading or entry.label,
        sign=(entry.sign or "-")[:1],
        line=line or LINE_OF_FAMILY[family],
        mutual=bool(entry.mutual),
        strength=entry.strength or 3,
        family=family,
    )


def _state(id: Word, entry: StateEntry) -> State:
    return State(id.text, entry.label, (entry.sign or "-")[:1])


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))


def _unstamped(_: object) -> Position:
    return 0
