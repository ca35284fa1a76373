"""`recap`: the recap of the guide's author, or what happened, by point, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cli.exit_codes import WrongUse
from aotad_tui.cli.output import print_notice
from aotad_tui.cli.progress import saved_before
from aotad_tui.cli.query import Json, Query, find_person, grounds_json, point_id, to_json
from aotad_tui.page.page import MEASURE
from aotad_tui.page.written_recap import written_recap
from aotad_tui.progress.events import Length, StoryEvent, recap
from aotad_tui.progress.recap_text import recap_lines
from aotad_tui.story.point_spellings import find_point
from aotad_tui.story.timeline import Position

from .drawn import PrintedLine, printed


def print_recap(query: Query) -> Iterator[PrintedLine]:
    """The author's recap where there is one and nothing else is asked for, else the facts.

    The newest point is first. Without a person, the facts are those since last time.

    Raises `WrongUse` for an unknown length, `NothingFound` for a name, `UnknownPoint`.
    """
    visible, words = query.visible, list(query.words)
    if visible.recap_sections and not (words or query.options or query.as_json):
        yield from printed(written_recap(visible, min(query.cells, MEASURE)))
        print_notice("aotad-tui: the recap of the guide; use a length, such as `recap usual`, for the facts")
        return
    length = Length(words.pop(0).casefold()) if words and words[0].casefold() in list(Length) else Length.USUAL
    if len(words) > 1:
        *rest, last = Length
        raise WrongUse(f"the length of a recap must be {', '.join(rest)} or {last}, not {words[0]!r}")
    person = find_person(visible, words[0]).id if words else None
    points = recap(visible, length, person=person)
    after = _after(query, points, person)
    shown = {at: events for at, events in points.items() if after is None or at > after}
    if query.as_json:
        rows: list[Json] = [
            {"point": point_id(visible, at), "happened": [event_json(query, event) for event in events]}
            for at, events in shown.items()
        ]
        yield to_json(rows)
        return
    yield from printed(recap_lines(visible, shown, min(query.cells, MEASURE)))
    earlier = len(points) - len(shown)
    if earlier:
        what = "1 earlier point is" if earlier == 1 else f"{earlier} earlier points are"
        print_notice(f"aotad-tui: {what} not shown; add --since start to show everything")


def _after(query: Query, points: Iterable[Position], person: str | None) -> Position | None:
    """The position after which events are shown; None for all. Raises `UnknownPoint`."""
    timeline, seen = query.visible.story.timeline, query.visible.story.seen
    since = query.options.get("since")
    if since is not None:
        return find_point(timeline, since) or None
    newest = max(points, default=0)
    if person is not None:
        return None
    before = None if query.viewer is None else saved_before(query.visible.story, query.viewer)
    return before if before is not None and before < min(seen, newest) else newest - 1


def event_json(query: Query, event: StoryEvent) -> dict[str, Json]:
    """An event as JSON."""
    return {
        "since": point_id(query.visible, event.at),
        "sort": event.kind.name.lower(),
        "text": event.words,
        "leads_to": str(event.link),
        "state": event.state,
        "event": event.shared or None,
        "people": list(event.people),
        **grounds_json(query.visible, event.grounds),
    }
