"""Texts that would do harm in a terminal, by kind, and how a guide may write them.

Every test that brings texts of a guide to a terminal uses them. What a terminal must not get is said here without a
word of the program, so that a gap in its cleaning is seen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ESC, CSI_8, OSC_8, DCS_8, ST_8 = "\x1b", "\x9b", "\x9d", "\x90", "\x9c"
CONTROLS = [chr(number) for number in (*range(0x20), *range(0x7F, 0xA0)) if chr(number) not in "\t\n"]
"""C0 without tab and newline, DEL, C1."""
BIDI = {
    "LRE": "\u202a",
    "RLE": "\u202b",
    "PDF": "\u202c",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
    "LRM": "\u200e",
    "RLM": "\u200f",
    "ALM": "\u061c",
}
INVISIBLE = {
    "zero width space": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\xad",
    "interlinear": "\ufff9a\ufffab\ufffb",
    "tags": "\U000e0001\U000e0041\U000e007f",
    "deprecated format": "\u206a\u206f",
    "non-characters": "\ufffe\uffff",
}
SEQUENCES = {
    "clear": "2J",
    "home": "H",
    "far away": "999;999H",
    "up": "9A",
    "erase line": "2K",
    "delete lines": "9M",
    "scroll": "9S",
    "region": "1;2r",
    "colours": "31;7m",
    "conceal": "8m",
    "position report": "6n",
    "attributes report": "c",
    "window report": "21t",
    "resize window": "8;1;1t",
    "alternate screen off": "?1049l",
    "mouse on": "?1003h",
    "cursor off": "?25l",
    "keyboard push": ">31u",
    "keyboard pop": "<9u",
    "soft reset": "!p",
    "repeat": "99999b",
    "insert": "4h",
    "print": "5i",
    "left margin": "?69h",
}
"""What comes after CSI."""
COMMANDS = {
    "title": "0;PWN",
    "icon": "1;PWN",
    "palette": "4;1;rgb:00/00/00",
    "folder": "7;file:///etc",
    "hyperlink": "8;;https://evil.example/",
    "notification": "9;PWN",
    "colour report": "11;?",
    "font": "50;?",
    "clipboard": "52;c;ZXZpbA==",
    "clipboard report": "52;c;?",
    "prompt": "133;A",
    "urxvt": "777;notify;a;b",
    "iterm file": "1337;File=inline=1:AAAA",
}
"""What comes after OSC."""
SINGLE = ("c", "7", "8", "M", "D", "=", ">", "N", "O", "#8", "(0", "%G", "*B", "}", "Z", " F")
"""What comes after ESC alone."""
STRINGS = {"DCS": "P$q q", "APC": "_Gf=24;AAAA", "PM": "^x", "SOS": "Xx"}
UNFINISHED = (ESC, f"{ESC}[", f"{ESC}[38;5", f"{ESC}]52;c;ZXZp", f"{ESC}P", CSI_8, OSC_8, f"{ESC}{ESC}")
MARKUP = ("[/b] [@click=app.quit]x[/]", "[link='https://evil.example/']x[/link]", "[red]x", "\\[", "$(id) %s%n {0}")
SURROGATES = ("\ud800", "\udcff", "\udc9b2J")
"""What Python makes of bytes that are not UTF-8. No file of a guide can contain them, names and arguments can."""


def _hostile() -> Iterator[tuple[str, str]]:
    for control in CONTROLS:
        yield f"control {ord(control):02x}", f"a{control}b"
    for name, sequence in SEQUENCES.items():
        yield f"CSI {name}", f"{ESC}[{sequence}"
        yield f"8-bit CSI {name}", f"{CSI_8}{sequence}"
    for name, command in COMMANDS.items():
        yield f"OSC {name}", f"{ESC}]{command}\x07"
        yield f"OSC {name} to ST", f"{ESC}]{command}{ESC}\\"
        yield f"8-bit OSC {name}", f"{OSC_8}{command}{ST_8}"
    for name, text in STRINGS.items():
        yield f"string {name}", f"{ESC}{text}{ESC}\\"
    yield "8-bit DCS", f"{DCS_8}$q q{ST_8}"
    for letter in SINGLE:
        yield f"ESC {letter}", f"{ESC}{letter}"
    for number, text in enumerate(UNFINISHED):
        yield f"unfinished {number}", text
    for name, mark in BIDI.items():
        yield f"direction {name}", f"a{mark}b"
    yield "directions not ended", "".join(BIDI.values()) * 3
    yield "directions ended too often", "\u202c\u2069" * 9
    for name, text in INVISIBLE.items():
        yield name, f"a{text}b"
    yield "line ends", "a\rb\r\nc\x85d\u2028e\u2029f\x0bg\x0ch"
    yield "lines that look like others", "x\nforged.md:1:1: LEAK x\naotad-tui: x"
    yield "backspaces", "safe\x08\x08\x08\x08evil"
    yield "many", f"{ESC}[2J" * 200
    for number, text in enumerate(MARKUP):
        yield f"markup {number}", text


HOSTILE: dict[str, str] = dict(_hostile())
"""The texts by name. All of them can be written in UTF-8."""


def harmful(text: str, allowed: str = "\n\t") -> list[str]:
    """The characters of a text that must not reach a terminal."""
    return [character for character in text if character not in allowed and _is_harmful(character)]


def _is_harmful(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        or character in "".join((*BIDI.values(), *INVISIBLE.values())).replace("a", "").replace("b", "")
    )


# How a guide writes them


def percent(text: str) -> str:
    """Every byte percent-encoded, as in the address of a link."""
    return "".join(f"%{byte:02x}" for byte in text.encode())


def entities(text: str) -> str:
    """Every character as an entity of Markdown."""
    return "".join(f"&#x{ord(character):x};" for character in text)


def yaml_escaped(text: str) -> str:
    """A quoted text of YAML in which every character is escaped."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


def yaml_raw(text: str) -> str:
    """A quoted text of YAML with the characters themselves."""
    return "'" + text.replace("'", "''") + "'"
