"""All bookmarks, highlights and notes of a reader as Markdown, in the order of the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.story.visible import VisibleStory

from .descriptions import BookmarkDescription, Descriptions

_SIGNS = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)|^\s*(?:#|[-+=](?=[-+=\s]|$)|\d+(?=[.)]\s))", re.MULTILINE)
"""Characters that Markdown would take for its own, everywhere or at the beginning of a line."""

Described = tuple[Bookmark, BookmarkDescription]


def in_order(visible: VisibleStory, bookmarks: Sequence[Bookmark]) -> list[Described]:
    """Bookmarks with their descriptions: by section, by place in it, then those on people."""
    descriptions = Descriptions(visible)
    described = [(bookmark, descriptions.describe(bookmark)) for bookmark in bookmarks]
    return sorted(described, key=lambda pair: (pair[1].order, pair[0].id))


def notes_markdown(visible: VisibleStory, bookmarks: Sequence[Bookmark]) -> str:
    """A heading for each section or person, then the marked texts as quotes and the notes below them."""
    blocks = [f"# {_escaped(f'Notes on {visible.story.title}')}"]
    for title, group in groupby(in_order(visible, bookmarks), key=lambda pair: pair[1].title):
        blocks.append(f"## {_escaped(title or 'Not available')}")
        for bookmark, description in group:
            blocks += _blocks(visible, bookmark, description)
    return "\n\n".join(blocks) + "\n"


def _blocks(visible: VisibleStory, bookmark: Bookmark, description: BookmarkDescription) -> Iterator[str]:
    if description.words and description.is_found:
        yield "\n".join(f"> {_escaped(line)}".rstrip() for line in description.words.splitlines())
    elif description.words:
        yield f"*{_escaped(description.words)}*"
    if bookmark.note:
        yield _escaped(bookmark.note)
    timeline = visible.story.timeline
    when = f", {timeline.short(bookmark.seen)}" if timeline and bookmark.seen else ""
    yield f"*{_escaped(f'{bookmark.kind.capitalize()}{when}')}*"


def _escaped(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return _SIGNS.sub(lambda sign: sign[0] + "\\" if sign[0][-1].isdigit() else f"{sign[0][:-1]}\\{sign[0][-1]}", text)
