"""Faults that authors make, each planted alone into a small guide without problems, by kind.

The kinds and most faults are those of a review in which a guide was written with the documentation alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aotad_tui.library.check import check
from aotad_tui.library.problems import Problem

from .guides import write
from .salt_road import GUIDE

FORD = "sections/10-road/20-the-ford.md"
WELLS = "sections/10-road/30-wells.md"
PEOPLE = "characters.yaml"
TIES = "relationships.yaml"
SOURCES = "sources.yaml"
MAIN = "guide.yaml"


@dataclass(frozen=True)
class Planted:
    """A fault: its kind, a name that no other fault has, and the files that it changes or adds."""

    kind: str
    name: str
    files: Mapping[str, str | bytes]


def problems_of(
    folder: Path, files: Mapping[str, str | bytes], guide: Mapping[str, str | bytes] = GUIDE
) -> tuple[Problem, ...]:
    """The problems of a guide with changed files; without `guide`, of the small one."""
    return check(write(folder, {**guide, **files}))


@dataclass
class Recall:
    """The figures of one kind of fault: how many are planted, which are missed, how many have several problems."""

    planted: int = 0
    missed: list[str] = field(default_factory=list)
    with_several: int = 0

    def __str__(self) -> str:
        reported = f"{self.planted - len(self.missed):3} of {self.planted:3} reported"
        return f"{reported}, {self.with_several} of them more than once; missed: {', '.join(self.missed) or 'none'}"


def recall_by_kind(
    folder: Path, planted: Iterable[Planted], guide: Mapping[str, str | bytes] = GUIDE
) -> dict[str, Recall]:
    """Plant each fault into a copy of the guide below `folder`. A fault is reported if `check` then finds more."""
    before = set(problems_of(folder / "sound", {}, guide))
    figures: dict[str, Recall] = {}
    for number, fault in enumerate(planted):
        figure = figures.setdefault(fault.kind, Recall())
        found = set(problems_of(folder / str(number), fault.files, guide)) - before
        figure.planted += 1
        figure.with_several += len(found) > 1
        if not found:
            figure.missed.append(fault.name)
    return figures


def faults() -> Iterator[Planted]:
    """All faults."""
    yield from _leaks_in_text()
    yield from _names_in_prose()
    yield from _leaks_in_fields()
    yield from _edited("hindsight", {words: (FORD, "Ada says nothing", words) for words in HINDSIGHT})
    yield from _edited("stamps", STAMPS)
    yield from _edited("unused, twice, unreachable", UNUSED)
    yield from _edited("references", REFERENCES)
    yield from _edited("spoiler mark misspelt", {mark: _added(f"> {mark}\n> Rain falls.") for mark in MARKS})
    yield from _edited("files and YAML", YAML)
    yield from (Planted("files and YAML", name, files) for name, files in FILES.items())


Edit = tuple[str, str, str]
"""A path, a text in that file and what replaces it. An empty text stands for the end of the file."""


def _edited(kind: str, edits: Mapping[str, Edit]) -> Iterator[Planted]:
    return edited_copies(kind, edits, GUIDE)


def edited_copies(kind: str, edits: Mapping[str, Edit], guide: Mapping[str, str]) -> Iterator[Planted]:
    """A fault of the kind for each edit of the guide, under the name of the edit."""
    for name, (path, old, new) in edits.items():
        text = guide[path]
        assert not old or text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
        yield Planted(kind, name, {path: text.replace(old, new) if old else f"{text}{new}\n"})


def _added(paragraph: str) -> Edit:
    """A paragraph at the end of the page about the ford, which is shown from point 2 on."""
    return FORD, "", f"\n{paragraph}"


PLACES = {
    "body": "Then {} came.",
    "heading": "## About {}\n\nRain.",
    "underlined heading": "About {}\n---\n\nRain.",
    "table": "| who |\n|---|\n| {} |",
    "code span": "It says `{}` there.",
    "code block": "```\n{}\n```",
    "indented code": "    {}",
    "info string": "```{}\nRain.\n```",
    "note": "Rain[^2] falls.\n\n[^2]: As {} said.",
    "callout": "> [!note] A note\n> As {} said.",
    "title of a callout": "> [!note] As {} said\n> Rain.",
    "quote": "> As {} said.",
    "image text": "![{}](ford.png)",
    "title of an image": '![The ford](ford.png "{}")',
    "nested list": "- Rain\n  - and {}",
    "numbered list": "1. {}",
    "task": "- [ ] find {}",
    "emphasis": "As *{}* said.",
    "link text": "See [{}](30-wells.md).",
    "title of a link": 'See [the wells](30-wells.md "{}").',
    "definition of a link": 'See [the wells][w].\n\n[w]: 30-wells.md "{}"',
    "words of a wikilink": "See [[30-wells|{}]].",
    "spoiler too early": "> [!spoiler] 4\n> As {} said.",
    "spoiler in a list": "- > [!spoiler] 5\n  > {}",
    "strikethrough": "As ~~{}~~ said.",
    "highlight": "As =={}== said.",
}
SECRETS = {
    "alias": "Old Grimsby",
    "native name": "에드거",
    "staged name": "Basil of Harrow",
    "staged alias": "the Duchess",
    "family name": "Fenwick",
    "plural": "the Fenwicks",
    "given name": "Edgar",
    "group": "the Ravens",
    "title of a section": "The betrayal at Kesh",
    "title of a point": "The burning of Kesh",
    "title of a source": "Letters on the Treason",
    "lower case": "edgar fenwick",
    "upper case": "EDGAR FENWICK",
    "possessive": "Fenwick's mule",
}


def _leaks_in_text() -> Iterator[Planted]:
    kind = "leak in text"
    yield from _edited(kind, {f"in {place}": _added(text.format("Edgar Fenwick")) for place, text in PLACES.items()})
    for place in ("body", "heading", "note"):
        edits = {f"{what} in {place}": _added(PLACES[place].format(words)) for what, words in SECRETS.items()}
        yield from _edited(kind, edits)
    special = {
        "entity": "Edgar&nbsp;Fenwick",
        "entity in a word": "Edg&#97;r Fenwick",
        "half in bold": "**Edgar** Fenwick",
        "over two lines": "As Edgar\nFenwick said.",
        "escaped": "Edgar\\ Fenwick",
        "label of a note": "Rain[^fenwick].\n\n[^fenwick]: Much of it.",
        "address of a link": "See [a page](https://example.org/edgar-fenwick).",
        "bare wikilink": "See [[edgar]].",
        "file of an image": "![The ford](edgar-fenwick.png)",
        "state in prose": "Cora was exiled.",
        "kind in prose": "He betrays them.",
    }
    yield from _edited(kind, {name: _added(text) for name, text in special.items()})


def _names_in_prose() -> Iterator[Planted]:
    names = {
        "article in a sentence": ("The man in black", "Then the man in black came."),
        "article at the beginning": ("the man in black", "The man in black came."),
        "article in capitals": ("The man in black", "THE MAN IN BLACK CAME."),
        "other article": ("The man in black", "A man in black came."),
        "without accents": ("Edmond Dantès", "Then Edmond Dantes came."),
        "hyphen": ("Jean-Luc Roux", "Then Jean Luc Roux came."),
        "title with a dot": ("Dr Roux", "Then Dr. Roux came."),
        "curly apostrophe": ("Maeve O'Brien", "Then Maeve O’Brien came."),
        "last name": ("Jean Valjean", "Then Valjean came."),
        "first name": ("Jean Valjean", "Then Jean came."),
        "last name in capitals": ("Jean Valjean", "Then VALJEAN came."),
        "plural of a last name": ("Jean Valjean", "Then the Valjeans came."),
        "name with a title": ("Jean Valjean", "Then Mr Valjean came."),
        "Chinese without spaces": ("王小明", "然后王小明来了。"),
        "Korean with a particle": ("박지훈", "그때 박지훈이 왔다."),
        "hyphenated last name": ("Ann Lloyd-Jones", "Then Lloyd-Jones came."),
    }
    for what, (name, text) in names.items():
        people = f"{GUIDE[PEOPLE]}stranger:\n  name: {name}\n  since: 7\n  about: Somebody.\n"
        ties = f"{GUIDE[TIES]}- {{from: stranger, to: ada, kind: friend, since: 7}}\n"
        yield Planted(
            "names as prose writes them", what, {PEOPLE: people, TIES: ties, FORD: f"{GUIDE[FORD]}\n{text}\n"}
        )


def _leaks_in_fields() -> Iterator[Planted]:
    kind = "leak in fields"
    yield from _edited(kind, FIELDS)
    page = "---\n{}since: 2\n---\nRain.\n"
    for name, path, front in (
        ("file name", "sections/10-road/25-edgar-fenwick.md", ""),
        ("file name under a title", "sections/10-road/25-edgar-fenwick.md", "title: Rain\n"),
        ("folder name", "sections/15-edgar-fenwick/10-rain.md", ""),
        ("family name in a file name", "sections/10-road/25-the-fenwick-mule.md", ""),
        ("title of a section", "sections/10-road/25-rain.md", "title: Edgar Fenwick rides\n"),
        ("alias of a section", "sections/10-road/25-rain.md", "aliases: [The ride of Edgar Fenwick]\n"),
    ):
        yield Planted(kind, name, {path: page.format(front)})


NAME = "Edgar Fenwick"
FIELDS: dict[str, Edit] = {
    "summary": (MAIN, "A companion to the novel.", f"A companion to the tale of {NAME}."),
    "licence": (MAIN, "language: en", f"language: en\nlicense: For {NAME}"),
    "authors": (MAIN, "language: en", f"language: en\nauthors: [{NAME}]"),
    "homepage": (MAIN, "language: en", "language: en\nhomepage: https://example.org/edgar-fenwick"),
    "unit": (MAIN, "unit: chapter", f"unit: chapter of {NAME}"),
    "title of a point": (MAIN, "title: The letter", f"title: The letter of {NAME}"),
    "family name in a title of a point": (MAIN, "title: The letter", "title: The letter of Fenwick"),
    "name of a group": (MAIN, "name: The caravan", f"name: The caravan of {NAME}"),
    "family name in a group": (MAIN, "name: The caravan", "name: The Fenwick caravan"),
    "label of a kind": (MAIN, "label: guides", f"label: guides to {NAME}"),
    "back of a kind": (MAIN, "back: guided by", f"back: guided to {NAME}"),
    "heading of a kind": (MAIN, "heading: guidance", f"heading: guidance to {NAME}"),
    "label of a state": (MAIN, "label: lost", f"label: lost to {NAME}"),
    "title of a source": (SOURCES, "title: The Salt Road", f"title: The Salt Road of {NAME}"),
    "publisher of a source": (SOURCES, "publisher: Marsh & Son", f"publisher: {NAME}"),
    "address of a source": (SOURCES, "example.org/salt-road", "example.org/edgar-fenwick"),
    "date of a source": (SOURCES, "date: 1901", f"date: the year of {NAME}"),
    "name of another": (PEOPLE, "name: Cora Venn", f"name: Cora the sister of {NAME}"),
    "native name of another": (PEOPLE, "native: 에이다", "native: 에드거의 에이다"),
    "alias of another": (PEOPLE, "aliases: [Ada,", f"aliases: [wife of {NAME}, Ada,"),
    "switched-off alias of another": (
        PEOPLE,
        "aliases: [Ada,",
        f"aliases: [{{name: wife of {NAME}, live: false}}, Ada,",
    ),
    "about": (PEOPLE, "about: Keeps the wells.", f"about: Keeps the wells of {NAME}."),
    "family name in about": (PEOPLE, "about: Keeps the wells.", "about: Keeps the wells of Fenwick."),
    "given name in about": (PEOPLE, "about: Keeps the wells.", "about: Keeps the wells of Edgar."),
    "staged about": (PEOPLE, "A guide of the salt road.", f"A guide of {NAME}."),
    "fact": (PEOPLE, "text: Leads the mules.", f"text: Leads the mules of {NAME}."),
    "family name in a fact": (PEOPLE, "text: Leads the mules.", "text: Leads the mules of Fenwick."),
    "as_of of a fact": (PEOPLE, "text: Leads the mules.", f"text: Leads the mules., as_of: before {NAME}"),
    "label": (TIES, "label: travels with", f"label: travels to {NAME} with"),
    "family name in a label": (TIES, "label: travels with", "label: travels to Fenwick with"),
    "back": (TIES, "back: is robbed by", f"back: is robbed for {NAME} by"),
    "ended": (TIES, "ended: he rides away", f"ended: he rides to {NAME}"),
    "staged label": (TIES, "label: drinks with", f"label: [{{since: 3, text: drinks to {NAME} with}}]"),
}
"""The shown fields, each with a name that is known from point 7 on."""

HINDSIGHT = (
    "At first, Ada says nothing",
    "Ada says nothing for now",
    "Ada, who is later exiled, says nothing",
    "Ada says nothing until her death",
    "It turns out that Ada says nothing",
    "Ada and her future wife say nothing",
    "Ada would later regret it",
    "Ada still trusts Basil",
    "Ada will betray Basil",
    "Ada is the first of the three to die",
    "Ada says nothing before she dies",
    "Ada is not yet a captain",
    "Ada eventually says something",
    "In the end, Ada says something",
    "Little does Ada know",
    "Ada is secretly a captain",
    "Ada is believed to be dead",
    "The late Ada says nothing",
    "Ada says it for the last time",
    "Ada is actually a captain",
    "Ada is revealed as a captain",
    "As we learn later, Ada says nothing",
    "Unbeknownst to Ada, the rider knows her",
    "Ada, soon to be queen, says nothing",
    "Ada ultimately says nothing",
)
"""Words that tell what comes later."""

STAMPS: dict[str, Edit] = {
    "no stamp of a person": (PEOPLE, "name: Cora Venn\n  since: 3\n", "name: Cora Venn\n"),
    "no stamp of a fact": (PEOPLE, "{since: 4, text: Reads", "{text: Reads"),
    "no stamp of a version": (PEOPLE, "{since: 5, text: A guide who", "{text: A guide who"),
    "no stamp of a relationship": (TIES, ", label: drinks with, since: 3", ", label: drinks with"),
    "no stamp of a section": (WELLS, "since: 3\n", ""),
    "no stamp of a group": (MAIN, ", since: 6}", "}"),
    "no stamp of becomes": (PEOPLE, "{character: edgar, since: 7}", "{character: edgar}"),
    "unknown point of a person": (PEOPLE, "name: Cora Venn\n  since: 3", "name: Cora Venn\n  since: 33"),
    "unknown point of a fact": (PEOPLE, "{since: 4, text: Reads", "{since: 44, text: Reads"),
    "unknown point of an alias": (PEOPLE, "{name: the Duchess, since: 6}", "{name: the Duchess, since: 66}"),
    "unknown point of a relationship": (TIES, "label: drinks with, since: 3", "label: drinks with, since: 0"),
    "unknown end of a relationship": (TIES, "until: 6", "until: 66"),
    "unknown point of a section": (WELLS, "since: 3\n", "since: three\n"),
    "unknown point of a source": (SOURCES, "since: 7", "since: 77"),
    "unknown point of a spoiler": ("sections/10-road/10-departure.md", "[!spoiler] 3", "[!spoiler] 33"),
    "end before the beginning": (TIES, "since: 1, until: 6", "since: 7, until: 6"),
    "ended without until": (TIES, "until: 6, ended", "ended"),
    "met before since": (PEOPLE, "name: Cora Venn\n  since: 3", "name: Cora Venn\n  since: 3\n  met: 2"),
    "version before the person": (PEOPLE, "[{since: 1, text: caravan}", "[{since: start, text: caravan}"),
    "fact before the person": (
        PEOPLE,
        "about: Keeps the wells.",
        "about: Keeps the wells.\n  facts: [{since: 1, text: Digs.}]",
    ),
    "alias before the person": (PEOPLE, "{name: Old Grimsby, since: 7}", "{name: Old Grimsby, since: 3}"),
    "first name after the person": (PEOPLE, "[{since: 1, text: Basil Quill}", "[{since: 2, text: Basil Quill}"),
    "two versions at one point": (PEOPLE, "{since: 5, text: A guide who", "{since: 1, text: A guide who"),
    "facts out of order": (PEOPLE, "{since: 4, text: Reads", "{since: 8, text: Reads"),
    "versions out of order": (
        PEOPLE,
        "[{since: 1, text: caravan}, {since: 6, text: ravens}]",
        "[{since: 6, text: ravens}, {since: 1, text: caravan}]",
    ),
    "group before it is known": (PEOPLE, "{since: 6, text: ravens}", "{since: 5, text: ravens}"),
    "relationship before a person": (TIES, "label: drinks with, since: 3", "label: drinks with, since: 2"),
    "relationship that ends before a person is known": (
        TIES,
        "label: drinks with, since: 3",
        "label: drinks with, since: 1, until: 2",
    ),
    "becomes before the other": (PEOPLE, "{character: edgar, since: 7}", "{character: edgar, since: 5}"),
    "spoiler before its page": (WELLS, "", "\n> [!spoiler] 2\n> Rain falls."),
    "spoiler within an earlier one": (
        WELLS,
        "",
        "\n> [!spoiler] 6\n> Rain.\n>\n> > [!spoiler] 5\n> > Rain falls.",
    ),
}

UNUSED: dict[str, Edit] = {
    "unused source": (SOURCES, "", "atlas: {title: An atlas}"),
    "unused group": (MAIN, "  ravens: {", "  smiths: {name: The smiths, since: 1}\n  ravens: {"),
    "unused kind": (MAIN, "kinds:\n", "kinds:\n  owes: {label: owes money}\n"),
    "unused state": (MAIN, "states:\n", "states:\n  asleep: {label: asleep}\n"),
    "unused note": _added("[^2]: Rain."),
    "unused definition of a link": _added("[wells]: 30-wells.md"),
    "note twice": _added("[^1]: Of wool."),
    "definition of a link twice": _added("See [w].\n\n[w]: 30-wells.md\n[w]: 10-departure.md"),
    "empty note": _added("Rain[^2].\n\n[^2]:"),
    "heading twice": _added("## Rain\n\nRain.\n\n## Rain\n\nSnow."),
    "heading without text": _added("## Rain"),
    "empty link": _added("See [](30-wells.md)."),
    "unknown name under unnamed": (WELLS, "since: 3\n", "since: 3\nunnamed: [Zoe]\n"),
    "one name of two people": (PEOPLE, "name: Cora Venn", "name: Ada Thorn"),
    "alias of two people": (PEOPLE, "aliases: [Ada,", "aliases: [Basil Quill, Ada,"),
    "alias that another has too": (PEOPLE, "{name: Old Grimsby, since: 7}", "{name: the Duchess, since: 7}"),
    "alias twice": (PEOPLE, "aliases: [Ada,", "aliases: [Ada, Ada,"),
    "alias that is the name": (PEOPLE, "aliases: [Ada,", "aliases: [Ada Thorn, Ada,"),
    "alias that is an article": (PEOPLE, "aliases: [Ada,", "aliases: [the, Ada,"),
    "alias that is a pronoun": (PEOPLE, "aliases: [Ada,", "aliases: [She, Ada,"),
    "alias that is a common word": (PEOPLE, "aliases: [Ada,", "aliases: [will, Ada,"),
    "fact twice": (PEOPLE, "{since: 4, text: Reads the letter.", "{since: 4, text: Leads the mules."),
    "relationship twice": (TIES, "", "- {from: ada, to: cora, kind: friend, label: drinks with, since: 3}"),
    "id twice": (PEOPLE, "", "cora: {name: Dora, since: 3}"),
    "source twice in a list": (
        PEOPLE,
        "text: Leads the mules., sources: [novel]",
        "text: Leads., sources: [novel, novel]",
    ),
    "person whom nothing mentions": (PEOPLE, "", "dora:\n  name: Dora Vance\n  since: 4"),
    "event alone": (PEOPLE, "text: Leads the mules.", "text: Leads the mules., event: march"),
    "page without text": (WELLS, "Cora Venn keeps the wells.\n", ""),
}

REFERENCES: dict[str, Edit] = {
    "no such page": _added("See [a page](40-nowhere.md)."),
    "no such heading": _added("See [a page](30-wells.md#nowhere)."),
    "no such heading here": _added("See [a page](#nowhere)."),
    "no such wikilink": _added("See [[nowhere]]."),
    "no such heading in a wikilink": _added("See [[30-wells#nowhere]]."),
    "no such person": _added("See [her](character:coraa)."),
    "empty address": _added("See [a page]()."),
    "definition of a link without a page": _added("See [a page][p].\n\n[p]: 40-nowhere.md"),
    "no such note": _added("Rain[^9]."),
    "no such definition": _added("See [the wells][nowhere]."),
    "no such short definition": _added("See [the wells][]."),
    "no such image": _added("![The ford](pictures/nowhere.png)"),
    "image as a wikilink": _added("![[nowhere.png]]"),
    "javascript address": _added("See [a page](javascript:alert)."),
    "data address": _added("See [a page](data:text/html,x)."),
    "file address": _added("See [a page](file:///etc/hosts)."),
    "other address": _added("See [a page](ftp://example.org)."),
    "address without a host": _added("See [a page](https://)."),
    "page in another case": _added("See [a page](30-Wells.md)."),
    "page with a backslash": _added("See [a page](..\\20-town\\10-nowhere.md)."),
    "unknown from": (TIES, "from: rider, to: ada", "from: ridder, to: ada"),
    "unknown to": (TIES, "from: ada, to: cora", "from: ada, to: coral"),
    "unknown kind": (TIES, "kind: hurts", "kind: hurst"),
    "unknown secret_from": (TIES, "secret_from: [cora]", "secret_from: [dora]"),
    "unknown source of a relationship": (TIES, "sources: [novel]", "sources: [novell]"),
    "unknown group": (PEOPLE, "since: 3\n  group: caravan", "since: 3\n  group: caravans"),
    "unknown state": (PEOPLE, "state: exiled", "state: exild"),
    "unknown source of a fact": (PEOPLE, "text: Leads the mules., sources: [novel]", "text: Leads., sources: [novels]"),
    "unknown source of a section": (FORD, "sources: [novel]", "sources: [novels]"),
    "unknown other entry": (PEOPLE, "character: edgar", "character: edger"),
    "becomes itself": (PEOPLE, "character: edgar", "character: rider"),
    "relationship to oneself": (TIES, "from: ada, to: cora", "from: ada, to: ada"),
    "address of a source": (SOURCES, "https://example.org/salt-road", "example.org/salt-road"),
    "javascript address of a source": (SOURCES, "https://example.org/salt-road", "javascript:alert(1)"),
    "homepage": (MAIN, "language: en", "language: en\nhomepage: example.org"),
}

MARKS = (
    "[!spoilr] 8",
    "[!spolier] 8",
    "[!spoilers] 8",
    "[!spoiler 8]",
    "[! spoiler] 8",
    "[spoiler] 8",
    "[!spoiler]8x",
    "**[!spoiler] 8**",
    "[!sp\u043eiler] 8",
    "\uff3b!spoiler\uff3d 8",
    "!spoiler 8",
    "[!spoiler]",
    "[!Spoilerr]- 8",
    "[!hidden] 8",
)
"""Misspelt marks of spoilers, with a Cyrillic letter and with full-width brackets among them."""

YAML: dict[str, Edit] = {
    "comma in braces": (PEOPLE, "text: Leads the mules.", "text: Leads the mules, and sings"),
    "colon in a text": (PEOPLE, "about: Keeps the wells.", "about: Keeps: the wells."),
    "tab": (PEOPLE, "  about: Keeps the wells.", "\tabout: Keeps the wells."),
    "open quote": (PEOPLE, "about: Keeps the wells.", 'about: "Keeps the wells.'),
    "open brace": (PEOPLE, "{name: Old Grimsby, since: 7}]", "{name: Old Grimsby, since: 7]"),
    "open bracket": (PEOPLE, "{name: Old Grimsby, since: 7}]", "{name: Old Grimsby, since: 7}"),
    "no colon": (PEOPLE, "about: Keeps the wells.", "about Keeps the wells."),
    "no space after a colon": (PEOPLE, "about: Keeps the wells.", "about:Keeps the wells."),
    "wrong indentation": (PEOPLE, "  about: Keeps the wells.", "    about: Keeps the wells."),
    "no indentation": (PEOPLE, "  about: Keeps the wells.", "about: Keeps the wells."),
    "text that begins with @": (PEOPLE, "about: Keeps the wells.", "about: @cora keeps the wells."),
    "text that begins with %": (PEOPLE, "about: Keeps the wells.", "about: %cora keeps the wells."),
    "text that begins with *": (PEOPLE, "about: Keeps the wells.", "about: *Keeps* the wells."),
    "text that begins with a quote": (PEOPLE, "about: Keeps the wells.", 'about: "Keeper" of the wells.'),
    "text cut by #": (PEOPLE, "about: Keeps the wells.", "about: Keeps well #9 of the road."),
    "title cut by #": (WELLS, "title: Water", "title: Water #2"),
    "text that begins with #": (PEOPLE, "about: Keeps the wells.", "about: #1 of the wells."),
    "key twice": (PEOPLE, "about: Keeps the wells.", "about: Keeps the wells.\n  about: Digs."),
    "misspelt key": (PEOPLE, "about: Keeps the wells.", "abuot: Keeps the wells."),
    "key in capitals": (PEOPLE, "about: Keeps the wells.", "About: Keeps the wells."),
    "key of another entry": (PEOPLE, "about: Keeps the wells.", "about: Keeps.\n  label: keeper"),
    "empty value": (PEOPLE, "about: Keeps the wells.", "about:"),
    "list for a text": (PEOPLE, "about: Keeps the wells.", "about: [Keeps, wells]"),
    "text for a list": (PEOPLE, "aliases: [Ada, {name: the Duchess, since: 6}]", "aliases: Duchess"),
    "YAML alias": (PEOPLE, "about: Keeps the wells.", "about: *keeper"),
    "YAML tag": (PEOPLE, "about: Keeps the wells.", "about: !!str Keeps the wells."),
    "second document": (PEOPLE, "", "---\ndora: {name: Dora, since: 4}"),
    "no such certainty": ("sections/10-road/10-departure.md", "confirmed", "certain"),
    "no such line": (MAIN, "line: dashed", "line: dotted"),
    "long sign": (MAIN, 'sign: "~"', 'sign: "~~"'),
    "strength of nine": (MAIN, "line: dashed", "line: dashed, strength: 9"),
    "words for a date": (FORD, "since: 2\n", "since: 2\nas_of: recently\n"),
    "impossible date": (FORD, "since: 2\n", "since: 2\nas_of: 2024-13-41\n"),
    "impossible day": (FORD, "since: 2\n", "since: 2\nas_of: 2023-02-30\n"),
    "impossible date of a source": (SOURCES, "date: 1901", "date: 1901-02-31"),
    "misspelt since of a section": (WELLS, "since: 3\n", "sinse: 3\n"),
    "open front matter": (WELLS, "since: 3\n---\n", "since: 3\n"),
    "control character": (WELLS, "keeps the wells", "keeps\u0007 the wells"),
    "open comment": _added("<!-- later"),
    "line without > in a spoiler": _added("> [!spoiler] 8\n> Rain falls\nand snow."),
    "spoiler outside a quote": _added("[!spoiler] 8\nRain falls."),
    "two spoilers in a quote": _added("> [!spoiler] 8\n> Rain.\n> [!spoiler] 9\n> Snow."),
    "timeline without points": (MAIN, "groups:\n", "gruops:\n"),
}
FILES: dict[str, dict[str, str | bytes]] = {
    "misspelt file": {"character.yaml": "dora: {name: Dora, since: 4}\n"},
    "misspelt folder": {"section/10-rain.md": "---\nsince: 2\n---\nRain.\n"},
    "page beside the folder": {"rain.md": "---\nsince: 2\n---\nRain.\n"},
    "text file": {"sections/10-road/rain.txt": "Rain."},
    "page with another ending": {"sections/10-road/rain.mdown": "Rain."},
    "JSON beside YAML": {"characters/dora.json": "{}"},
    "Latin-1": {WELLS: "---\ntitle: Water\nsince: 3\n---\nCora Venn, née Roux.\n".encode("latin-1")},
    "empty page": {"sections/10-road/25-rain.md": ""},
    "page without front matter": {"sections/10-road/25-rain.md": "Rain.\n"},
    "front matter in TOML": {"sections/10-road/25-rain.md": "+++\nsince = 2\n+++\nRain.\n"},
    "two pages of one id": {"sections/10-road/wells.md": "---\nsince: 2\n---\nRain.\n"},
    "ids in two cases": {PEOPLE: f"{GUIDE[PEOPLE]}Cora:\n  name: Dora Vance\n  since: 3\n  about: Digs.\n"},
}
