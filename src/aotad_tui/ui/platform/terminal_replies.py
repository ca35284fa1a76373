"""Recognises the replies of a terminal that are strings: OSC, DCS and APC.

Only the answer to our own question means anything (`terminal_background`). Others answer a program that ran before, or
one beside ours, and the characters in them would be taken for keys.
"""

from __future__ import annotations

import re

_LONGEST, _LONGEST_IN_PIECES = 4000, 256
"""Bytes of a whole reply, and of one whose end has not come: until it comes, nothing that is typed has an effect."""
_INTRODUCTION = rb"\][0-9]{1,4};|P(?:[>!]\||[01][$+]r)|_G[A-Za-z]="
_TITLE = rb"\][Ll]"
"""Begins the reports of titles. In pieces it is not told from two keys."""
_BODY = rb"[ -~\x80-\xff]"
_WHOLE = re.compile(rb"\x1b(?:%s|%s)%s{0,%d}(?:\x07|\x1b\\)" % (_INTRODUCTION, _TITLE, _BODY, _LONGEST))
_BEGUN = re.compile(rb"\x1b(?:%s)%s{0,%d}\x1b?" % (_INTRODUCTION, _BODY, _LONGEST_IN_PIECES))
_BEGIN = re.compile(rb"\x1b(?:\][0-9]{0,4}|P(?:[>!]|[01][$+]?)?|_(?:G[A-Za-z]?)?)?")


def size_of_reply(data: bytes) -> int:
    """The size in bytes of the reply that data begins with; 0 if it begins with none."""
    reply = _WHOLE.match(data)
    return reply.end() if reply else 0


def begins_reply(data: bytes) -> bool:
    """Whether data is the beginning of a reply and may become a whole one. A key typed with alt may be one too."""
    return _BEGIN.fullmatch(data) is not None or is_begun_reply(data)


def is_begun_reply(data: bytes) -> bool:
    """Whether data is so much of a reply that it is no key typed with alt."""
    return _BEGUN.fullmatch(data) is not None


def size_of_broken_reply(data: bytes) -> int:
    """The size in bytes of the reply without its end that data begins with; 0 if it begins with none."""
    begun = _BEGUN.match(data)
    return len(begun[0].rstrip(b"\x1b")) if begun else 0
