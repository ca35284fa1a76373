"""The keys of keyboard layouts whose letters are not Latin, by the key of the US layout at the same position.

A terminal sends the character of a key, not its position. Each letter below is typed by one key only in its layout: the
two-set layout of Hangul, the Russian, Ukrainian and Belarusian layouts, Greek, Hebrew and Arabic (101 keys).
"""

from __future__ import annotations

from aotad_tui.search.hangul import strokes

_SAME_POSITION = (
    ("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"),
    ("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ"),
    ("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"),
    ('QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~', "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"),
    ("s]'oS}\"O", "іїєўІЇЄЎ"),
    ("wertyuiopasdfghjklzxcvbnm", "ςερτυθιοπασδφγηξκλζχψωβνμ"),
    ("ERTYUIOPASDFGHJKLZXCVBNM", "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"),
    ("ertyuiopasdfghjkl;zxcvbnm,.", "קראטוןםפשדגכעיחלךףזסבהנמצתץ"),
    ("qwertyuiop[]asdfghjkl;'zxcvnm,./", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"),
)
_LATIN = {letter: latin for keys, letters in _SAME_POSITION for latin, letter in zip(keys, letters, strict=True)}


def latin_keys(character: str) -> str:
    """What the same keys type in the US layout; "" if that is not known. A syllable of Hangul takes several keys."""
    keys = [_LATIN.get(letter, "") for letter in strokes(character)]
    return "".join(keys) if all(keys) else ""
