"""`recap`: the story so far, by point."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cli.exit_codes import WrongUse
from aotad_tui.cli.query import Json, Query, grounds_json, point_id, to_json
from aotad_tui.page.page import MEASURE
from aotad_tui.progress.events import Length, StoryEvent, recap
from aotad_tui.progress.recap_text import recap_lines

from .drawn import printed


def recap_so_far(query: Query) -> Iterator[str]:
    """The recap. Raises `WrongUse` for an unknown length."""
    length = _length(query.words[0]) if query.words else Length.USUAL
    if query.as_json:
        points: list[Json] = [
            {"point": point_id(query.visible, at), "happened": [event_json(query, event) for event in events]}
            for at, events in recap(query.visible, length).items()
        ]
        yield to_json(points)
        return
    yield from printed(recap_lines(query.visible, length, min(query.cells, MEASURE)))


def _length(word: str) -> Length:
    try:
        return Length(word.casefold())
    except ValueError:
        *rest, last = Length
        raise WrongUse(f"the length of a recap must be {', '.join(rest)} or {last}, not {word!r}") from None


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
