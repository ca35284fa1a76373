"""Turns the entries of relationships into values, once all characters and kinds are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aotad_tui.story.named import Stages
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Kind, Relationship, Secret

from .assemble import Assembly
from .problems import Problems
from .relationship_entries import RelationshipEntry
from .shapes import Word
from .stamps import Stamps


class RelationshipAssembly:
    """The relationships of a guide. One with a mistake in it is held back: its stamp becomes the end."""

    def __init__(self, assembly: Assembly, stamps: Stamps, problems: Problems) -> None:
        self._assembly = assembly
        self._stamps = stamps
        self._problems = problems
        self.unknown_kinds: dict[str, Kind] = {}
        """Kinds that a relationship has and nothing defines. Their labels are their ids."""

    def relationship(self, entry: RelationshipEntry) -> Relationship | None:
        """A relationship, or None when it has an unknown character, or the same one twice."""
        characters, report_unknown = self._assembly.characters, self._assembly.report_unknown
        description = f"the relationship from '{entry.from_.text}' to '{entry.to.text}'"
        people = [characters.get(word.text) for word in (entry.from_, entry.to)]
        is_wrong = [
            *[report_unknown(word, characters, "character") for word in (entry.from_, entry.to)],
            *[report_unknown(secret.who, characters, "character") for secret in entry.secret_from or ()],
            self._assembly.has_unknown_source(entry.sources),
        ]
        if entry.from_.text == entry.to.text:
            message = f"{description} has the same character at both ends; change one end"
            self._problems.report(entry.to.mark, "SELF", message)
            return None
        since = self._stamps.since(entry.since, entry.mark, description)
        until = self._until(entry, since, description)
        if any(is_wrong):
            since = self._stamps.end
            until = None if until is None else self._stamps.end
        kind_stages = self._kind_stages(entry, since, description)
        if not all(people) or not kind_stages:
            return None
        both_visible = max(since, *(person.since for person in people if person))
        return Relationship(
            source=entry.from_.text,
            target=entry.to.text,
            since=since,
            kind_stages=kind_stages,
            label_stages=self._stamps.stages(entry.label, both_visible, f"a label of {description}"),
            back_stages=self._stamps.stages(entry.back, both_visible, f"a label of {description}"),
            until=until,
            ended=entry.ended or "",
            secrets=tuple(self._secrets(entry, since, description)),
            sources=self._assembly.cited(entry.sources),
            event=entry.event.text if entry.event else "",
        )

    def _kind_stages(self, entry: RelationshipEntry, since: Position, description: str) -> Stages:
        """The kinds of a relationship in story order. An unknown one is held back until the end."""
        stages = self._stamps.stages(entry.kind, since, f"a kind of {description}")
        if stages and stages[0].since > since:
            message = f"{description} has no kind at its own `since` and stays hidden until its first kind"
            self._problems.report(entry.kind[0].mark, "NO-KIND", f"{message}; add an earlier kind")
        kinds = self._assembly.kinds
        for version in entry.kind:
            self._assembly.report_unknown(Word(version.text, version.mark), kinds, "kind of relationship")
            if version.text not in kinds:
                self.unknown_kinds[version.text] = Kind(version.text, version.text, version.text, version.text, "-")
        known = (stage if stage.text in kinds else replace(stage, since=self._stamps.end) for stage in stages)
        return tuple(sorted(known, key=lambda stage: stage.since))

    def _secrets(self, entry: RelationshipEntry, since: Position, description: str) -> Iterator[Secret]:
        for secret in entry.secret_from or ():
            until = self._stamps.point(secret.until) if secret.until else None
            if secret.until and until is not None and until < since:
                message = f"{description} is no secret from '{secret.who.text}' by the time it is shown"
                self._problems.report(secret.until.mark, "ORDER", f"{message}; correct `until` or `since`")
            if secret.who.text in self._assembly.characters:
                yield Secret(secret.who.text, until)

    def _until(self, entry: RelationshipEntry, since: Position, description: str) -> Position | None:
        """The position from which a relationship is over: the end of the timeline if in doubt; None for never."""
        if entry.until is None:
            if entry.ended:
                message = f"{description} has `ended` without `until`, which counts as `end`; add `until`"
                self._problems.report(entry.mark, "ENDED", message)
            return self._stamps.end if entry.ended else None
        until = self._stamps.point(entry.until)
        if until >= since:
            return until
        message = f"{description} has `until` before `since`, so it counts as `end`; correct one of them"
        self._problems.report(entry.until.mark, "ORDER", message)
        return self._stamps.end
