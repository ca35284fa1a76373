"""Callouts, `[!name]` at the beginning of a quote, and lines that may be misspelt spoiler markers.

A misspelt marker must not show what it is meant to hide. So a line counts as a marker of the end if it begins with
nearly "spoiler" in brackets, with an exclamation mark or before a point, or with an unknown callout before a point.
`check` reports each of them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .grounds import Certainty
from .timeline import END, START, Timeline

_SPOILER = "spoiler"
_CERTAINTIES = frozenset(Certainty)
_GITHUB = ("note", "tip", "important", "warning", "caution")
_OBSIDIAN = (
    *("abstract", "attention", "bug", "check", "cite", "danger", "done", "error", "example", "fail", "failure", "faq"),
    *("help", "hint", "info", "missing", "question", "quote", "success", "summary", "tldr", "todo"),
)
CALLOUTS = frozenset((_SPOILER, *_CERTAINTIES, *_GITHUB, *_OBSIDIAN))
"""The names of callouts that guides may use. All but `spoiler` hide nothing."""

_MARKS = "¡ǃ❗❕！﹗"
_SIGN = re.compile(f"[>!{_MARKS}]")
"""A line that has none of these characters before its first word is neither in a quote nor a callout."""
_LONGEST = 200
"""The characters of a line that are read: markers are short."""
_LEAD = re.compile(r"(?:\[\^[^\]]*\]:|\d{1,9}[.)](?=[\s>]|$)|[\W_ǃ])*")
"""The signs before the first word of a line: those of containers and of emphasis, brackets, the number of an item."""
_AROUND_TEXT = re.compile(r"^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)+")
_TAG = re.compile(r"<!--.*?-->|</?([A-Za-z][\w-]*)[^<>]*>")
_NUMBERED = re.compile(r"\[\^[^\]]*\]:|\d{1,9}[.)]")
_CALLOUT = re.compile(r"\[[^\]]*![^\]]*$")
_SEPARATORS = re.compile(r"[\s:#/|\[\](){}<>\"',;!]+")
_AROUND = "*_~-+.="
"""Signs that may be around a point without belonging to it."""

# Letters of other scripts that look like those of the word, and other exclamation marks. NFKD does the rest.
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("ѕꜱՏ$5", "s"),
        **dict.fromkeys("рρᴘⲣ", "p"),
        **dict.fromkeys("оοօᴏσ0ø", "o"),
        **dict.fromkeys("іιıɪ1¡", "i"),
        **dict.fromkeys("ӏʟł", "l"),
        **dict.fromkeys("еεҽᴇє3", "e"),
        **dict.fromkeys("гʀɾⲅ", "r"),
    }
)
_EXCLAMATION_MARKS = str.maketrans(dict.fromkeys(_MARKS, "!"))


@dataclass(frozen=True, slots=True)
class Callout:
    """A callout, or the beginning of a line that may be meant as a spoiler marker.

    `text`: the line as written, without the signs of quotes and items. `name`, `point`: the name, and the point after
    it or "", both folded. `is_in_brackets`: it begins with `[!`. `is_in_quote`: a sign of a quote is before it.
    `may_be_spoiler`: it counts as a spoiler marker of the end.
    """

    text: str
    name: str
    point: str
    is_in_brackets: bool
    is_in_quote: bool
    may_be_spoiler: bool

    @property
    def is_known(self) -> bool:
        """Whether guides may use a callout of that name."""
        return self.name in CALLOUTS


class CalloutReader:
    """Reads callouts in a guide with that timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    @cached_property
    def _points(self) -> frozenset[str]:
        """The ids of all points, folded as the words of a line are."""
        return frozenset(_fold_point(id) for id in (START, END, *(point.id for point in self._timeline.points)))

    def read(self, line: str) -> Callout | None:
        """The callout, or what may be a spoiler marker, at the beginning of a line of Markdown; else None."""
        written, line = line.lstrip("> \t"), _without_html(line)
        signs = _LEAD.match(line)
        if not (signs and _SIGN.search(signs.group())):
            return None
        bare = line.lstrip("> \t")
        lead, rest = _split(_fold(bare[:_LONGEST]))
        is_code = "`" in lead or ("|" in lead and line.count("|") > 1)
        if not rest or is_code:
            return None
        brackets = _NUMBERED.sub("", lead)
        is_callout = bool(_CALLOUT.search(brackets))
        is_open = brackets.rfind("[") > brackets.rfind("]")
        name, _, after = rest.partition("]") if is_open else (rest, "", "")
        words = [word for word in _SEPARATORS.split(rest) if word.strip(_AROUND)]  # not the sign that folds a callout
        folded = (_fold_point(word) for word in words[1:3])
        point = next((word for word in folded if word in self._points), "")
        if is_callout:
            name = name.strip(" " + _AROUND)
            if name in CALLOUTS and name != _SPOILER:
                is_doubtful = bool(point) and len(words) == 2 and name not in _CERTAINTIES
            else:
                is_doubtful = bool(point) or _is_near(name, 2)
            if after[:1] == "(" and not is_doubtful:  # a link
                return None
        else:
            name = words[0]
            is_link = is_open and (brackets[-2:] == "[[" or after[:1] == "[" or after[:1] == "(")
            is_doubtful = _is_nearly_marked(brackets, rest, name, has_point=bool(point), is_open=is_open)
            if not is_doubtful or (is_link and not point):
                return None
        is_in_quote = ">" in lead or ">" in line[: len(line) - len(bare)]
        return Callout(_AROUND_TEXT.sub("", written[:_LONGEST]), name, point, is_callout, is_in_quote, is_doubtful)


def _without_html(line: str) -> str:
    """The line without tags and comments, unless a tag may be meant as a marker, and with characters for entities."""
    if "<" not in line and "&" not in line:
        return line
    tagless = _TAG.sub(lambda tag: tag[0] if tag[1] and _is_near(_fold(tag[1]), 2) else "", line[:_LONGEST])
    return html.unescape(tagless)


def _split(line: str) -> tuple[str, str]:
    match = _LEAD.match(line)
    end = match.end() if match else 0
    return line[:end], line[end:]


def _is_nearly_marked(signs: str, rest: str, word: str, *, has_point: bool, is_open: bool) -> bool:
    """Whether a line without `[!` begins with what may be meant as a marker.

    That is nearly the word with a bracket or an exclamation mark, or in other brackets, or before a point; or exactly
    the word before a colon or a closing bracket.
    """
    if is_open or "!" in signs:
        return _is_near(word, 2)
    is_enclosed = signs[-1:] in tuple("({<") and rest[len(word) :].lstrip()[:1] in tuple(")}>")
    if has_point or is_enclosed:
        return _is_near(word, 1)
    return word.removesuffix("s") == _SPOILER and rest[len(word) :].lstrip()[:1] in tuple(":]!)}>")


def _fold(text: str) -> str:
    """The text in lower case without accents, escapes and invisible characters, full-width signs as the usual ones."""
    text = text.replace("\\", "")
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_EXCLAMATION_MARKS)).casefold()
    return "".join(
        character
        for character in plain
        if character != "\N{REPLACEMENT CHARACTER}" and unicodedata.category(character) not in ("Mn", "Cf")
    )


def _fold_point(id: str) -> str:
    """A point's id as a careless author may write it: in any case, with zeros before numbers."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", _fold(id).strip(_AROUND))


@lru_cache(maxsize=4096)
def _is_near(name: str, most: int) -> bool:
    """Whether a name differs from "spoiler" by at most that many letters, or begins with its first five.

    Of two, the order of the letters may be wrong too.
    """
    joined = re.sub(r"[\W_]+", "", name)
    first = re.match(r"\w*", name)
    return any(_is_near_word(word, most) for word in {joined, first.group() if first else ""})


def _is_near_word(word: str, most: int) -> bool:
    plain = word.translate(_LOOK_ALIKES)
    if plain.startswith(_SPOILER[:5]) or (most > 1 and _SPOILER[:5] in plain):
        return True
    plain = re.sub(r"(.)\1+", r"\1", re.sub(r"\d+$", "", plain)).removesuffix("s")
    if abs(len(plain) - len(_SPOILER)) > most:
        return False
    letters, right = Counter(plain), Counter(_SPOILER)
    is_swapped = most > 1 and ((letters - right) + (right - letters)).total() <= 1
    return is_swapped or _distance(plain) <= most


def _distance(word: str) -> int:
    """The edits that make a word "spoiler": letters added, left out, exchanged or swapped (optimal string alignment).

    In a word of two scripts any letter that is not Latin may look like the right one.
    """
    is_mixed = any(letter.isascii() for letter in word)
    rows = [list(range(len(_SPOILER) + 1))]
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, right in enumerate(_SPOILER, 1):
            is_same = letter == right or (is_mixed and not letter.isascii())
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (not is_same)))
            if i > 1 and j > 1 and letter == _SPOILER[j - 2] and word[i - 2] == right:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
