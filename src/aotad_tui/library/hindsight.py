"""Words of hindsight: they tell that something changes later, though nobody may know it yet.

Each language has a list, which `hindsight` in guide.yaml extends. The words are looked for in any case, and `…` stands
for up to three words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LISTS = {
    "en": """
        at first|for now|for the time being|until … death|before … dies|before … death|will later|would later
        who is later|later turns out|later becomes|later revealed|turns out to be|it turns out|future wife
        future husband|future king|future queen|is going to die|will die|will betray|still trusts
        still believes|first of … to die|last of … to die|not yet a|eventually|little does … know
        little did … know|secretly|is believed to be|was believed to be|believed dead|presumed dead
        the late [A-Z]\\w+|for the last time|is actually|was actually|is revealed|are revealed|was revealed
        as we learn later|as is later|as we will see|as we shall see|unbeknownst to|soon to be|soon-to-be|ultimately
        is doomed|was doomed|fated to|foreshadow\\w*|in hindsight|in retrospect|red herring|the real killer|plot twist
        the true identity|true identity of|so far unknown to
    """,
    "de": """
        zunächst|vorerst|fürs Erste|bis zu … Tod|stellt sich heraus|stellt sich … heraus|später wird|wird später
        wie sich zeigt|wie sich später zeigt|künftige Frau|künftiger Mann|noch nicht|am Ende|schließlich|heimlich
        zum letzten Mal|in Wahrheit|in Wirklichkeit|ahnt nicht|ohne zu ahnen|im Nachhinein|totgeglaubt\\w*
    """,
    "fr": """
        au début|pour l'instant|jusqu'à … mort|avant … mort|il s'avère|s'avère être|future femme|futur mari|pas encore
        finalement|à la fin|en secret|secrètement|pour la dernière fois|en réalité|se révèle
        à l'insu de|rétrospectivement
    """,
    "es": """
        al principio|por ahora|hasta … muerte|antes de … muerte|resulta que|resulta ser|futura esposa|futuro marido
        todavía no|aún no|finalmente|al final|en secreto|por última vez|en realidad|se revela|sin saberlo|a la postre
    """,
    "ko": "처음에는|당분간|죽기 전까지|알고 보니|훗날|나중에 밝혀지|마지막으로|사실은|결국|미래의 아내|미래의 남편",
}


class HindsightFinder:
    """Finds words of hindsight in texts of one language. `more`: the words that a guide adds."""

    def __init__(self, language: str, more: Iterable[str]) -> None:
        listed = re.split(r"[|\n]", _LISTS.get(language[:2].casefold() or "en", ""))
        patterns = [words.strip() for words in listed if words.strip()] + [re.escape(words) for words in more]
        alternatives = "|".join(map(_pattern, sorted(patterns, key=len, reverse=True)))
        self._any = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None

    def find(self, text: str) -> Iterator[str]:
        """The words of hindsight in a text, as written."""
        if self._any is not None:
            yield from (match.group() for match in self._any.finditer(text))


def _pattern(words: str) -> str:
    """A pattern of words in either case of their first letters."""
    spaced = words.replace(r"\ ", " ").replace(" … ", r"(?: \w+){1,3} ").replace("\\…", "…")
    letter = spaced[:1]
    first = f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else letter
    return first + spaced[1:]
