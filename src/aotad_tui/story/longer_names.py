"""Tells a short name from a part of a longer, unknown one: "Aegon" in "Aegon V", "al'Thor" in "Rand al'Thor"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aotad_tui.letters import plain

from .name_index import NameIndex
from .people import People

_NUMBER = re.compile(r"\s(?:[IVXL]{2,}|[VX]|I(?= [A-Z])|[JS]n?r\b)(?!\w)")
"""What makes another person of a name. "I" alone is the pronoun, unless a name goes on after it."""
_LOOKED_BACK = 60
"""The characters before a name in which the word before it is looked for."""
_SENTENCE_ENDS = '.!?:…"“”„«»‘(*_#>|–—\n'
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms miss mx dr doctor prof professor sir ser dame lord lady king queen prince princess duke duchess "
        "count countess earl baron baroness emperor empress saint st father mother brother sister uncle aunt grandpa "
        "grandma captain lieutenant sergeant corporal private major colonel general admiral commander constable "
        "inspector detective officer agent chief judge president minister senator mayor master mistress maester nurse "
        "reverend rabbi old young little big poor dear great herr frau fräulein graf könig m mme mlle monsieur madame "
        "mademoiselle maître père sœur señor señora señorita don doña signor signora signorina donna senhor senhora "
        "dom dona mijnheer meneer mevrouw koning van de der den von zu du des di da",
    )
)


class LongerNames:
    """Looks at the words around names for longer names that nobody in a story has."""

    def __init__(self, people: People, names: NameIndex[str | None]) -> None:
        """`names`: the index of all names of these people."""
        self._people = people
        self._names = names
        self._last: dict[str, frozenset[str]] = {}
        """By the ids of people, their names that end a longer one, such as a family name; plain, in lower case."""

    def have(self, text: str, start: int, end: int, people: Iterable[str]) -> bool:
        """Whether the name of these people from `start` to `end` is only a part of a longer name, of somebody else."""
        return bool(_NUMBER.match(text, end)) or self._is_end_of_unknown(text, start, end, people)

    def _is_end_of_unknown(self, text: str, start: int, end: int, people: Iterable[str]) -> bool:
        """Whether a capitalised word in the middle of a sentence makes another name of a family name."""
        name = _comparable(text[start:end])
        if not any(name in self._last_names(person) for person in people):
            return False
        before, _, word = text[max(start - _LOOKED_BACK, 0) : start - 1].replace("\n", " ").rpartition(" ")
        if text[start - 1 : start] not in (" ", "\n") or not word[:1].isupper() or word[-1:] in _SENTENCE_ENDS + ",;":
            return False
        is_first = before.rstrip()[-1:] in _SENTENCE_ENDS  # also at the beginning of the text
        return not is_first and plain(word).casefold() not in _TITLES and not self._names.knows(plain(word))

    def _last_names(self, person: str) -> frozenset[str]:
        last = self._last.get(person)
        if last is None:
            found = self._people.get(person)
            names = [_comparable(name) for name in found.spellings] if found else []
            last = frozenset(other for name in names for other in names if name.endswith(f" {other}"))
            self._last[person] = last
        return last


def _comparable(name: str) -> str:
    return plain(name).casefold().replace("’", "'")
