"""The commands in the palette: those that have an effect now, with their current keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from textual.screen import Screen

from aotad_tui.commands.registry import COMMANDS, Scope, keys_in_words
from aotad_tui.link import Link
from aotad_tui.progress.session import Session
from aotad_tui.search.finder import Candidate
from aotad_tui.ui.bindings import registry_key

# The conditions under which a command has an effect. All others always have one on the reading screen.
_WHEN: Mapping[str, Callable[[Session], bool]] = {
    "next_section": lambda session: session.neighbour(1) is not None,
    "previous_section": lambda session: session.neighbour(-1) is not None,
    "people_page": lambda session: bool(session.visible.people.everyone),
    "back": lambda session: bool(session.past),
    "forward": lambda session: bool(session.future),
    "progress": lambda session: bool(session.visible.story.timeline),
    "progress_forward": lambda session: session.seen < len(session.visible.story.timeline),
    "progress_back": lambda session: session.seen > 0,
    # Not offered, since the palette is open.
    "find": lambda _: False,
    "find_command": lambda _: False,
    "close_or_back": lambda _: False,
}


def _can(id: str, session: Session) -> bool:
    when = _WHEN.get(id)
    return when is None or when(session)


OF_PAGE = ("preview_link", "copy", "copy_section")
"""The commands of the page that have an effect without a search or a wide table."""


def possible(session: Session) -> Iterable[Candidate]:
    """The commands of the reading screen that have an effect now, in the registry's order."""
    for command in COMMANDS:
        if (command.scope is Scope.READER or command.id in OF_PAGE) and _can(command.id, session):
            link = Link.command(command.id)
            yield Candidate(link, command.title, (command.title,), secondary_names=command.synonyms)


def keys_in_force(screen: Screen[None]) -> Mapping[str, str]:
    """The keys of each command in force on a screen, as texts write them."""
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id and active.enabled:
            keys.setdefault(active.binding.id, []).append(registry_key(key))
    return {id: keys_in_words(names) for id, names in keys.items()}
