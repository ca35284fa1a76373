"""`notes`: the reader's bookmarks, highlights and notes."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.annotations.notes_markdown import in_order, notes_markdown
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.progress import saved_bookmarks
from aotad_tui.cli.query import Json, Query, point_id, to_json


def notes(query: Query) -> Iterator[str]:
    """All of them, in the order of the guide. Raises `NothingFound` if there are none."""
    visible = query.visible
    bookmarks = saved_bookmarks(visible.story, query.profile)
    if query.as_json:
        rows: list[Json] = [
            {
                "kind": bookmark.kind.value,
                "section": bookmark.section or None,
                "person": bookmark.person,
                "title": description.title or None,
                "text": description.words if description.is_found and description.words else None,
                "note": bookmark.note or None,
                "made_at": point_id(visible, bookmark.seen),
            }
            for bookmark, description in in_order(visible, bookmarks)
        ]
        yield to_json(rows)
        return
    if not bookmarks:
        timeline = visible.story.timeline
        raise NothingFound(f"no bookmarks, highlights or notes {timeline.up_to(visible.story.seen)}")
    yield notes_markdown(visible, bookmarks).rstrip("\n")
