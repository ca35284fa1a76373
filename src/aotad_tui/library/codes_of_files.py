"""The codes of `check` for files and their YAML."""

from __future__ import annotations

from .problem_code import ProblemCode, Severity

_GUIDE = "guide.yaml"
_PEOPLE = "characters.yaml"
_TIES = "relationships.yaml"
_SOURCES = "sources.yaml"
_HEAD = "format: 1\ntitle: A tale\ntimeline: {count: 9}\n"
_ANN = "ann: {name: Ann, since: 1}\n"
_BOTH = "from: ann, to: bob"


def _error(meaning: str, file: str, wrong: str, right: str) -> ProblemCode:
    return ProblemCode(Severity.ERROR, meaning, file, wrong, right)


def _warning(meaning: str, file: str, wrong: str, right: str) -> ProblemCode:
    return ProblemCode(Severity.WARNING, meaning, file, wrong, right)


def _style(meaning: str, file: str, wrong: str, right: str) -> ProblemCode:
    return ProblemCode(Severity.STYLE, meaning, file, wrong, right)


CODES_OF_FILES = {
    "NO-GUIDE": _error(
        "The folder is missing, cannot be opened, or has no guide.yaml. The guide does not open.",
        "",
        "A folder without guide.yaml.",
        "A folder with guide.yaml.",
    ),
    "EMPTY": _error("guide.yaml is empty. The guide does not open.", _GUIDE, "# later\n", _HEAD),
    "FORMAT": _error(
        "The guide has a later version of the format. The guide does not open.",
        _GUIDE,
        _HEAD.replace("1", "2"),
        _HEAD,
    ),
    "TIMELINE": _error(
        "The timeline is contradictory. The guide does not open.",
        _GUIDE,
        "format: 1\ntitle: A tale\ntimeline: {count: 9, points: [{id: a}]}\n",
        _HEAD,
    ),
    "ENCODING": _error("A file is not UTF-8 and is not read.", "", "A file in Latin-1.", "The same file in UTF-8."),
    "UNREADABLE": _error("A file cannot be read.", "", "A folder called sources.yaml.", "A file called sources.yaml."),
    "UNREAD": _error(
        "A file is not read, because its name or place is unknown.",
        "",
        "A file called character.yaml.",
        "The same file called characters.yaml.",
    ),
    "OUTSIDE": _error(
        "A symbolic link leads out of the guide or to a folder and is not followed.",
        "",
        "A link called sections to another folder.",
        "A folder called sections.",
    ),
    "NAME": _error(
        "The name of a file has a control character, and the file is not read.",
        "",
        "A page whose name has an escape character.",
        "A page called rain.md.",
    ),
    "TOO-LARGE": _error(
        "A file or folder is larger than a guide may be.",
        "",
        "A file with three million values.",
        "Several smaller files in a folder.",
    ),
    "TOO-DEEP": _error(
        "Values or folders are nested too deep.",
        _PEOPLE,
        "ann: " + "[" * 25 + "]" * 25 + "\n",
        _ANN,
    ),
    "YAML": _error(
        "The YAML of a file is invalid, and the file is not read.",
        _PEOPLE,
        "ann:\n  name: Ann\n  since: 1\n  about: Her motto: never wait.\n",
        'ann:\n  name: Ann\n  since: 1\n  about: "Her motto: never wait."\n',
    ),
    "ALIAS": _error(
        "A YAML alias is not supported.",
        _PEOPLE,
        "ann: {name: &name Ann, since: 1}\nbob: {name: *name, since: 3}\n",
        "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 3}\n",
    ),
    "TAG": _error("A YAML tag is not supported.", _PEOPLE, "ann: {name: !!str Ann, since: 1}\n", _ANN),
    "KEY": _error("A key is a list or a mapping.", _PEOPLE, "? [ann]\n: {name: Ann, since: 1}\n", _ANN),
    "SHAPE": _error(
        "A value has another shape than its key needs.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, aliases: Annie}\n",
        "ann: {name: Ann, since: 1, aliases: [Annie]}\n",
    ),
    "MISSING": _error("A required key is missing.", _PEOPLE, "ann: {since: 1}\n", _ANN),
    "UNKNOWN-KEY": _error(
        "A key is unknown. In braces, a text with a comma needs quotes.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, about: She waits, and sings}\n",
        'ann: {name: Ann, since: 1, about: "She waits, and sings"}\n',
    ),
    "DUPLICATE": _error("A key or an id occurs twice.", _PEOPLE, "ann: {name: Ann, since: 1, since: 2}\n", _ANN),
    "CASE": _warning(
        "Two ids differ only in case.",
        _PEOPLE,
        "ann: {name: Ann, since: 1}\nAnn: {name: Bob, since: 3}\n",
        "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 3}\n",
    ),
    "FRONT-MATTER": _error(
        "The front matter of a page is not read.",
        "sections/b.md",
        "+++\nsince = 3\n+++\nAnn waits.\n",
        "---\nsince: 3\n---\nAnn waits.\n",
    ),
    "ADDRESS": _error(
        "An address does not begin with http:// or https:// and is not shown.",
        _GUIDE,
        _HEAD + "homepage: example.org\n",
        _HEAD + "homepage: https://example.org\n",
    ),
    "NO-STAMP": _error("Something has no `since` and stays hidden until the end.", _PEOPLE, "ann: {name: Ann}\n", _ANN),
    "UNKNOWN-POINT": _error(
        "A stamp is no point of the timeline. What has it stays hidden until the end.",
        _PEOPLE,
        "ann: {name: Ann, since: 11}\n",
        _ANN,
    ),
    "UNKNOWN-CHARACTER": _error(
        "No character has this id.",
        _TIES,
        "- {from: ann, to: bobb, kind: friend, since: 3}\n",
        "- {from: ann, to: bob, kind: friend, since: 3}\n",
    ),
    "UNKNOWN-KIND": _error(
        "No kind of relationship has this id.",
        _TIES,
        f"- {{{_BOTH}, kind: frend, since: 3}}\n",
        f"- {{{_BOTH}, kind: friend, since: 3}}\n",
    ),
    "UNKNOWN-GROUP": _error("No group has this id.", _PEOPLE, "ann: {name: Ann, since: 1, group: crew}\n", _ANN),
    "UNKNOWN-STATE": _error(
        "No state has this id.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, facts: [{since: 2, state: daed, text: Dies.}]}\n",
        "ann: {name: Ann, since: 1, facts: [{since: 2, state: dead, text: Dies.}]}\n",
    ),
    "UNKNOWN-SOURCE": _error(
        "No source has this id.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, facts: [{since: 2, text: Dies., sources: [book]}]}\n",
        "ann: {name: Ann, since: 1, facts: [{since: 2, text: Dies.}]}\n",
    ),
    "NO-NAME": _warning(
        "A character has no name at its own `since` and stays hidden until the first name.",
        _PEOPLE,
        "ann: {since: 1, name: [{since: 2, text: Ann}]}\n",
        "ann: {since: 1, name: [{since: 1, text: Ann}]}\n",
    ),
    "NO-KIND": _warning(
        "A relationship has no kind at its own `since` and stays hidden until the first kind.",
        _TIES,
        f"- {{{_BOTH}, since: 3, kind: [{{since: 4, text: friend}}]}}\n",
        f"- {{{_BOTH}, since: 3, kind: [{{since: 3, text: friend}}]}}\n",
    ),
    "ORDER": _error(
        "One of two stamps is before the other, which must come first.",
        _TIES,
        f"- {{{_BOTH}, kind: friend, since: 5, until: 4}}\n",
        f"- {{{_BOTH}, kind: friend, since: 4, until: 5}}\n",
    ),
    "ENDED": _warning(
        "A relationship has `ended` without `until`, which counts as the end.",
        _TIES,
        f"- {{{_BOTH}, kind: friend, since: 3, ended: he leaves}}\n",
        f"- {{{_BOTH}, kind: friend, since: 3, until: 5, ended: he leaves}}\n",
    ),
    "SELF": _error(
        "A relationship leads from a character to the same one.",
        _TIES,
        "- {from: ann, to: ann, kind: friend, since: 3}\n",
        f"- {{{_BOTH}, kind: friend, since: 3}}\n",
    ),
    "CYCLE": _error(
        "`becomes` forms a cycle. The link that is visible last is dropped.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, becomes: {character: bob, since: 4}}\n"
        "bob: {name: Bob, since: 3, becomes: {character: ann, since: 5}}\n",
        "ann: {name: Ann, since: 1, becomes: {character: bob, since: 4}}\nbob: {name: Bob, since: 3}\n",
    ),
    "NEVER-SHOWN": _warning(
        "Something is never shown: another version has the same point, or it ends before its people are known.",
        _PEOPLE,
        "ann: {since: 1, name: Ann, about: [{since: 2, text: Waits.}, {since: 2, text: Leaves.}]}\n",
        "ann: {since: 1, name: Ann, about: [{since: 2, text: Waits.}, {since: 4, text: Leaves.}]}\n",
    ),
    "EARLY-STAMP": _style(
        "A stamp is earlier than that of what is around it, so it has no effect.",
        _PEOPLE,
        "ann: {since: 3, name: Ann, facts: [{since: 2, text: Waits.}]}\n",
        "ann: {since: 2, name: Ann, facts: [{since: 3, text: Waits.}]}\n",
    ),
    "STORY-ORDER": _style(
        "Facts or versions are not in the order of the story.",
        _PEOPLE,
        "ann: {since: 1, name: Ann, facts: [{since: 4, text: Leaves.}, {since: 2, text: Waits.}]}\n",
        "ann: {since: 1, name: Ann, facts: [{since: 2, text: Waits.}, {since: 4, text: Leaves.}]}\n",
    ),
    "FIRST-PART": _style(
        "All stamps are in the first quarter of the timeline.",
        "",
        "A guide with forty points, in which nothing has a later `since` than the third.",
        "A guide in which something becomes known later, or with fewer points.",
    ),
    "NAMESAKE": _warning(
        "Two people have one name, so it is no link. Of a name that is listed twice neither is found.",
        _PEOPLE,
        "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 3, aliases: [Ann]}\n",
        "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 3, aliases: [Ann's brother]}\n",
    ),
    "COMMON-NAME": _warning(
        "A name is a word of nearly every text, and each of these becomes a link.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, aliases: [She]}\n",
        "ann: {name: Ann, since: 1, aliases: [{name: She, live: false}]}\n",
    ),
    "REPEATED": _style(
        "A name, fact, relationship, note, definition or heading is written twice.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, aliases: [Ann]}\n",
        _ANN,
    ),
    "UNUSED": _style(
        "Nothing uses a source, group, kind, state, note or definition, or nothing mentions a person.",
        _SOURCES,
        "book: {title: A book}\n",
        "# none yet\n",
    ),
    "DATE": _warning(
        "A date is no year, month or day.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, facts: [{since: 2, text: Waits., as_of: 2023-02-30}]}\n",
        "ann: {name: Ann, since: 1, facts: [{since: 2, text: Waits., as_of: 2023-02-28}]}\n",
    ),
    "SIGN": _warning(
        "A sign has several characters, of which only the first is shown.",
        _GUIDE,
        _HEAD + 'states: {alive: {label: alive, sign: "++"}}\n',
        _HEAD + 'states: {alive: {label: alive, sign: "+"}}\n',
    ),
    "CUT-TEXT": _warning(
        "YAML drops the rest of a text after a space and `#`.",
        _PEOPLE,
        "ann:\n  name: Ann\n  since: 1\n  about: Is number #1 of two.\n",
        'ann:\n  name: Ann\n  since: 1\n  about: "Is number #1 of two."\n',
    ),
    "NO-VALUE": _style(
        "A key has no value and is ignored.",
        _PEOPLE,
        "ann:\n  name: Ann\n  since: 1\n  about:\n",
        "ann:\n  name: Ann\n  since: 1\n",
    ),
    "EVENT": _warning(
        "Only one fact or relationship has this event, so the event has no effect.",
        _PEOPLE,
        "ann: {name: Ann, since: 1, facts: [{since: 2, text: Falls., event: crash}]}\n",
        "ann: {name: Ann, since: 1, facts: [{since: 2, text: Falls.}]}\n",
    ),
}
"""By their names. The examples replace a file of a guide to Ann, known from point 1, and Bob, known from point 3."""
