"""Texts that would do harm in a terminal, by kind, and how a guide may write them.

Every test that brings texts of a guide to a terminal uses them. What a terminal must not get is said here without a
word of the program, so that a gap in its cleaning is seen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

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
"""The texts by name, of each kind a few. All of them can be written in UTF-8."""


def _every_sequence() -> Iterator[tuple[str, str]]:
    """Every sequence of its kind, whatever a terminal does on it."""
    for final in map(chr, range(0x40, 0x7F)):
        yield f"CSI 9;9;9 {final}", f"{ESC}[9;9;9{final}"
        yield f"CSI ? {final}", f"{ESC}[?9{final}"
        yield f"CSI space {final}", f"{ESC}[9 {final}"
        yield f"8-bit CSI 9 {final}", f"{CSI_8}9{final}"
    for final in map(chr, range(0x30, 0x7F)):
        yield f"ESC final {final}", f"{ESC}{final}"
    for number in (*range(20), 21, 46, 51, *range(60, 64), 99, *range(104, 120), 633, 666, 777, 9001):
        yield f"OSC {number}", f"{ESC}]{number};x{ESC}\\"
    for name, text in STRINGS.items():
        yield f"string {name} cancelled", f"{ESC}{text}\x18{ESC}[2J"
        yield f"string {name} in a string", f"{ESC}]0;{ESC}{text}{ESC}\\{ESC}\\"


CORPUS: dict[str, str] = HOSTILE | dict(_every_sequence())
"""More texts than any one test wants: for those that send all of them through the program once."""


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


IN_A_PAGE: dict[str, Callable[[str], str]] = {
    "fragment": lambda text: f"[more](#{percent(text)})",
    "fragment of a page": lambda text: f"[more](other.md#{percent(text)})",
    "fragment of entities": lambda text: f"[more](<#{entities(text)}>)",
    "fragment of a wikilink": lambda text: f"[[other#{entities(text)}|more]]",
    "id of a person": lambda text: f"[more](character:{percent(text)})",
    "path": lambda text: f"[more]({percent(text)}.md)",
    "wikilink": lambda text: f"[[{entities(text)}]]",
    "words of a wikilink": lambda text: f"[[other|{entities(text)}]]",
    "autolink": lambda text: f"<https://e.example/{percent(text)}>",
    "autolink of mail": lambda text: f"<mailto:{percent(text)}@e.example>",
    "address": lambda text: f"[more](https://e.example/{percent(text)})",
    "entities": entities,
    "strong entities": lambda text: f"**{entities(text)}**",
    "picture": lambda text: f"![{entities(text)}](picture.png)",
    "heading": lambda text: f"## The {entities(text)}",
    "heading with an autolink": lambda text: f"## The <https://e.example/{percent(text)}>",
    "cell": lambda text: f"| {entities(text)} | <https://e.example/{percent(text)}> |\n|---|---|\n| a | b |",
    "note": lambda text: f"A note^[{entities(text)} <https://e.example/{percent(text)}>].",
    "callout": lambda text: f"> [!note] {entities(text)}\n> text",
    "language of code": lambda text: f"``` {entities(text)}\ncode\n```",
    "title of a link": lambda text: f'[more](other.md "{entities(text)}")',
    "definition": lambda text: f"[more][{entities(text)}]",
}
"""Ways in which a page writes a text that Markdown or the program decodes after the page was cleaned."""

WRITTEN_IN_A_PAGE: dict[str, Callable[[str], str]] = {
    "paragraph": lambda text: f"A word {text} and more.",
    "marked": lambda text: f"**{text}** _{text}_ ~~{text}~~",
    "heading as it is": lambda text: f"## {text}",
    "item": lambda text: f"* {text}\n  1. {text}",
    "task": lambda text: f"- [x] {text}",
    "row of a table": lambda text: f"| {text} | b |\n|---|---|\n| {text} | {text} |",
    "code": lambda text: f"`{text}`",
    "fence": lambda text: f"```\n{text}\n```",
    "fence of a language": lambda text: f"```python\n{text}\n```",
    "language": lambda text: f"```{text}\ncode\n```",
    "indented code": lambda text: f"    {text}",
    "quote": lambda text: f"> {text}\n>\n> > {text}",
    "title of a callout": lambda text: f"> [!note] {text}\n> {text}",
    "spoiler": lambda text: f"> [!spoiler] start\n> {text}",
    "words of a link": lambda text: f"[{text}](other.md) [{text}](https://e.example/)",
    "address as it is": lambda text: f"[more](<https://e.example/{text}>) <https://e.example/{text}>",
    "picture as it is": lambda text: f"![{text}](picture.png)",
    "html": lambda text: f"<b title='{text}'>{text}</b>",
    "comment": lambda text: f"<!-- {text} -->",
    "note as it is": lambda text: f"A note^[{text}].",
}
"""Ways in which a page writes a text as it is."""
