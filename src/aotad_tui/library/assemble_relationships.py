"""Turns the entries of relationships into values, once all characters and kinds are known."""

from __future__ import annotations

from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Kind, Relationship

from .assemble import Assembly
from .problems import Problems
from .relationship_entries import RelationshipEntry
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
        characters, kinds = self._assembly.characters, self._assembly.kinds
        report_unknown = self._assembly.report_unknown
        description = f"the relationship from '{entry.from_.text}' to '{entry.to.text}'"
        people = [characters.get(word.text) for word in (entry.from_, entry.to)]
        is_wrong = [
            *[report_unknown(word, characters, "character") for word in (entry.from_, entry.to)],
            *[report_unknown(word, characters, "character") for word in entry.secret_from or ()],
            report_unknown(entry.kind, kinds, "kind of relationship"),
            self._assembly.has_unknown_source(entry.sources),
        ]
        if entry.from_.text == entry.to.text:
            message = f"{description} has the same character at both ends; change one end"
            self._problems.report(entry.to.mark, "SELF", message)
            return None
        since = self._stamps.since(entry.since, entry.mark, description)
        until = self._until(entry, since, description)
        if any(is_wrong) or entry.kind.text not in kinds:
            since = self._stamps.end
            until = None if until is None else self._stamps.end
        if entry.kind.text not in kinds:
            id = entry.kind.text
            self.unknown_kinds[id] = Kind(id, id, id, id, "-")
        if not all(people):
            return None
        both_visible = max(since, *(person.since for person in people if person))
        return Relationship(
            source=entry.from_.text,
            target=entry.to.text,
            kind=entry.kind.text,
            since=since,
            label_stages=self._stamps.stages(entry.label, both_visible, f"a label of {description}"),
            back_stages=self._stamps.stages(entry.back, both_visible, f"a label of {description}"),
            until=until,
            ended=entry.ended or "",
            secret_from=tuple(word.text for word in entry.secret_from or () if word.text in characters),
            sources=self._assembly.cited(entry.sources),
        )

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
