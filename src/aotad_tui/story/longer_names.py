"""Tells a short name from a part of a longer, unknown one: "Aegon" in "Aegon V", "al'Thor" in "Rand al'Thor"."""

from __future__ import annotations

import re

from aotad_tui.letters import plain

from .people import People

_NUMBER = re.compile(r"\s(?:[IVXL]{2,}|[VX]|I(?= [A-Z])|[JS]n?r\b)(?!\w)")
"""What makes another person of a name. "I" alone is the pronoun, unless a name goes on after it."""
_BEFORE = re.compile(r"(?:\A|(?P<before>.))\s*\b(?P<word>[^\W\d_][\w'’-]*)[ \n]\Z", re.DOTALL)
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
    """The names of a story's people that end with a shorter name of the same person, such as a family name."""

    def __init__(self, people: People) -> None:
        self._last: set[str] = set()
        """Names that end a longer one, plain and in lower case."""
        self._known: set[str] = set()
        """The words of all names."""
        for person in people.everyone:
            names = [plain(name).casefold().replace("’", "'") for name in person.spellings]
            self._known.update(word for name in names for word in name.split())
            for name in names:
                self._last.update(other for other in names if name.endswith(f" {other}"))

    def have(self, text: str, start: int, end: int) -> bool:
        """Whether the name from `start` to `end` is only a part of a longer name, of somebody unknown."""
        return bool(_NUMBER.match(text, end)) or self._is_end_of_unknown(text, start, end)

    def _is_end_of_unknown(self, text: str, start: int, end: int) -> bool:
        """Whether a capitalised word in the middle of a sentence makes another name of a family name."""
        if plain(text[start:end]).casefold().replace("’", "'") not in self._last:
            return False
        match = _BEFORE.search(text, max(start - 60, 0), start)
        if match is None or not match["word"][0].isupper():
            return False
        before = text[: match.start("word")].rstrip(" ")[-1:]
        word = plain(match["word"]).casefold()
        return bool(before) and before not in _SENTENCE_ENDS and word not in _TITLES and word not in self._known
