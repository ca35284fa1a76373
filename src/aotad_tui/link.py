"""Links: where a name, a row or a piece of text leads.

Only this module knows how a link is written as text. Texts are read and written at the borders: what an author writes,
the command line, JSON and stored state. Everything else passes `Link` values.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

_ADDRESSES = ("https://", "http://", "mailto:")
_NOTE, _REFERENCE = "footnote", "from-note"

PEOPLE_PAGE = "/people"
"""The id of the People page, see `story.people_page`. Ids of a guide's sections never begin with a slash."""


def is_people_page(section: str) -> bool:
    """Whether the id of a section is that of the People page, with a filter or without."""
    return section.partition("?")[0] == PEOPLE_PAGE


class LinkKind(StrEnum):
    """The kind of a link's target. Its value is the part before the colon in the text of the link."""

    SECTION = "section"
    CHARACTER = "character"
    TERM = "term"
    GROUP = "group"
    COMMUNITY = "community"
    POINT = "point"
    COMMAND = "command"
    FOLD = "fold"
    ADDRESS = "address"


class Link(NamedTuple):
    """A link: its kind, the id of its target, and for a section the fragment, which names a heading or a `NoteEnd`.

    `str` writes it as text: `section:season-2/renewed#heading`, `character:nam-on-jo`, `https://example.org`.
    """

    kind: LinkKind
    id: str
    fragment: str = ""

    @staticmethod
    def section(id: str, fragment: str = "") -> Link:
        """The link to a section, or to a place in it."""
        return Link(LinkKind.SECTION, id, fragment)

    @staticmethod
    def character(id: str) -> Link:
        """The link to a character."""
        return _character(id)

    @staticmethod
    def term(id: str) -> Link:
        """The link to a term."""
        return Link(LinkKind.TERM, id)

    @staticmethod
    def group(id: str | None) -> Link:
        """The link to a group on the map; None is the group of those who are in no group."""
        return Link(LinkKind.GROUP, id or "")

    @staticmethod
    def community(id: str) -> Link:
        """The link to a community on the map, by the id of its most connected person."""
        return Link(LinkKind.COMMUNITY, id)

    @staticmethod
    def point(position: int) -> Link:
        """The link to a position of the timeline: following it sets the reader's progress."""
        return Link(LinkKind.POINT, str(position))

    @staticmethod
    def command(id: str) -> Link:
        """The link that runs a command of the registry."""
        return Link(LinkKind.COMMAND, id)

    @staticmethod
    def fold(id: str) -> Link:
        """The link that toggles what a part of the panel shows; see `chart.collapse`."""
        return Link(LinkKind.FOLD, id)

    @staticmethod
    def address(address: str) -> Link:
        """The link to an address outside the guide, whose id is the whole address."""
        return Link(LinkKind.ADDRESS, address)

    @staticmethod
    def safe_address(address: str) -> Link | None:
        """The link to an address that an author wrote, or None if it is not one, or programs disagree about its host.

        With a backslash before `@good.example` browsers go to the host before it, and `urlsplit` names the other.
        """
        if not address.lower().startswith(_ADDRESSES) or not address.isprintable() or set(address) & {" ", "\\"}:
            return None
        try:
            parts = urlsplit(address)
            is_whole = bool(parts.netloc or parts.path) if parts.scheme.lower() == "mailto" else bool(parts.hostname)
        except ValueError:
            return None
        return Link.address(address) if is_whole else None

    @staticmethod
    def parse(text: str) -> Link | None:
        """The link that `str` writes as this text; None when the text is no link.

        The text may come from an author or a file: check the kind before following the link.
        """
        if text.lower().startswith(_ADDRESSES):
            return Link.address(text)
        kind, colon, path = text.partition(":")
        if not colon or kind not in _WRITTEN_KINDS:
            return None
        return Link.parse_section(path) if kind == LinkKind.SECTION else Link(LinkKind(kind), path)

    @staticmethod
    def parse_section(path: str) -> Link:
        """The link to the section that is written as `ID` or `ID#HEADING`."""
        id, _, fragment = path.partition("#")
        return Link.section(id, fragment)

    @property
    def is_section(self) -> bool:
        """Whether it leads to a section."""
        return self.kind is LinkKind.SECTION

    @property
    def is_character(self) -> bool:
        """Whether it leads to a character."""
        return self.kind is LinkKind.CHARACTER

    @property
    def is_term(self) -> bool:
        """Whether it leads to a term."""
        return self.kind is LinkKind.TERM

    @property
    def is_fold(self) -> bool:
        """Whether it opens or closes a fold."""
        return self.kind is LinkKind.FOLD

    @property
    def path(self) -> str:
        """The text without the kind: `ID`, or `ID#HEADING` for a place in a section."""
        return f"{self.id}#{self.fragment}" if self.fragment else self.id

    @property
    def without_fragment(self) -> Link:
        """The link to the whole section."""
        return self._replace(fragment="") if self.fragment else self

    def __str__(self) -> str:
        return self.id if self.kind is LinkKind.ADDRESS else f"{self.kind}:{self.path}"


@lru_cache(maxsize=4096)
def _character(id: str) -> Link:
    """Cached because a page links each mention of a person: five times as fast, and one value instead of thousands."""
    return Link(LinkKind.CHARACTER, id)


_WRITTEN_KINDS = frozenset(kind.value for kind in LinkKind if kind is not LinkKind.ADDRESS)


class NoteEnd(NamedTuple):
    """One end of a footnote in a section: the note, or its first reference in the text. `str` writes the fragment."""

    number: str
    is_reference: bool = False

    @staticmethod
    def parse(fragment: str) -> NoteEnd | None:
        """The end that a fragment names; None when it names a heading."""
        name, colon, number = fragment.partition(":")
        return NoteEnd(number, name == _REFERENCE) if colon and name in (_NOTE, _REFERENCE) else None

    @property
    def other(self) -> NoteEnd:
        """The reference of a note, the note of a reference."""
        return NoteEnd(self.number, not self.is_reference)

    def link(self, section: str) -> Link:
        """The link to this end in the section of that id."""
        return Link.section(section, str(self))

    def __str__(self) -> str:
        return f"{_REFERENCE if self.is_reference else _NOTE}:{self.number}"
