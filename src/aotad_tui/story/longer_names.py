"""Tells a short name from a part of a longer, unknown one: "Aegon" in "Aegon V", "al'Thor" in "Rand al'Thor"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic

from aotad_tui.letters import plain

from .name_index import NameIndex, T
from .people import People
from .word_forms import ARTICLES

_NUMBER = re.compile(r"\s(?:[IVXL]{2,}|[VX]|I(?= [A-Z])|[JS]n?r\b)(?!\w)")
"""What makes another person of a name. "I" alone is the pronoun, unless a name goes on after it."""
_LOOKED_BACK = 60
"""The characters before a name in which the word before it is looked for."""
_QUOTES = "\"'“”„«»‘¿¡([*_"
_SENTENCE_ENDS = '.!?:…"“”„«»‘(*_#>|–—\n'
TITLES = frozenset(
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


_FAMILY_TITLES = frozenset(
    re.findall(r"\w+", "mr mrs miss ms lady lord sir madame madam mme mlle herr frau young old little")
)
"""Titles before a family name that several people share."""
SENTENCE_STARTS = frozenset(
    re.findall(
        r"\w+",
        "when but and then if as so for yet after before while because although though since until what where why how "
        "did does do was is had has could would will can may should that this with to in on at of from by now only "
        "even later finally thus meanwhile both once later not nor or unlike like let perhaps maybe here there these "
        "those it he she they we you his her their our my your the a an",
    )
)
"""Words with which sentences begin, before a name or not."""
_STARTS = SENTENCE_STARTS | frozenset(
    re.findall(
        r"\w+",
        "soon again never perhaps besides however therefore still just instead upon "
        "und aber dann da als wenn doch denn auch nun so wie was wo nur ob dass schon jetzt "
        "mais et alors quand puis car donc ou si comme lorsque aussi enfin que qui cependant comment voila "
        "pero y cuando entonces si como porque ya donde luego ma e quando allora se perche poi anche dove "
        "mas entao logo porem maar en toen als dan want ook nu waar",
    )
)
"""The same and more words, also of German, French, Spanish, Italian, Portuguese and Dutch; some are names too."""
_OTHERS = frozenset(("another", "any", "every", "no", "some"))
_NEXT_WORD = re.compile(r"\s([^\W\d_]\w*)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’\-]*)\.?\s\Z")


class LongerNames(Generic[T]):
    """Looks at the words around names for longer names that nobody in a story has."""

    def __init__(self, people: People, names: NameIndex[T]) -> None:
        """`names`: the index of all names of these people."""
        self._people = people
        self._names = names
        self._last: dict[str, frozenset[str]] = {}
        """By the ids of people, their names that end a longer one, such as a family name; plain, in lower case."""

    def have(self, text: str, start: int, end: int, people: Iterable[str]) -> bool:
        """Whether the name of these people from `start` to `end` is only a part of a longer name, of somebody else."""
        return bool(_NUMBER.match(text, end)) or self._is_end_of_unknown(text, start, end, people)

    def _is_end_of_unknown(self, text: str, start: int, end: int, people: Iterable[str]) -> bool:
        """Whether the capitalised word before a family name makes another name of it.

        The first word of a sentence does so only before a small letter: "Rand al'Thor", but not "Then Bennet".
        """
        before, _, written = text[max(start - _LOOKED_BACK, 0) : start - 1].replace("\n", " ").rpartition(" ")
        word = written.lstrip(_QUOTES)
        if text[start - 1 : start] not in (" ", "\n") or not word[:1].isupper() or word[-1:] in _SENTENCE_ENDS + ",;":
            return False
        is_first = word != written or before.rstrip()[-1:] in _SENTENCE_ENDS  # also at the beginning of the text
        if is_first and (text[start].isupper() or plain(word).casefold() in _STARTS):
            return False
        if plain(word).casefold() in TITLES or self._names.knows(plain(word)):
            return False
        name = _comparable(text[start:end])
        return any(name in self._last_names(person) for person in people)

    def _last_names(self, person: str) -> frozenset[str]:
        last = self._last.get(person)
        if last is None:
            found = self._people.get(person)
            names = [_comparable(name) for name in found.spellings] if found else []
            last = frozenset(other for name in names for other in names if name.endswith(f" {other}"))
            self._last[person] = last
        return last


def may_be_other_name(text: str, start: int, end: int) -> bool:
    """Whether a short name from `start` to `end` may be a part of another name, or no name: "a Lannister".

    In doubt it is: next to any other word with a capital, except a title and the first word of a sentence.
    """
    following = _NEXT_WORD.match(text, end)
    if following and following[1] != "I" and following[1][0].isupper():
        return True
    before = _WORD_BEFORE.search(text, max(start - _LOOKED_BACK, 0), start)
    if before is None:
        return False
    word = before[1].casefold()
    if word in ARTICLES or word in _OTHERS or word in _FAMILY_TITLES:
        return True
    return before[1][0].isupper() and word not in TITLES and word not in SENTENCE_STARTS


def _comparable(name: str) -> str:
    return plain(name).casefold().replace("’", "'")
