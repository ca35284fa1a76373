"""Faults that authors make, each planted alone into the bundled guide to Jekyll and Hyde, by kind.

They were written before anybody compared them with the rules of `check`, and no rule was written for their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from aotad_tui.resources import bundled_guide

from .planted import Edit, Planted, edited_copies

FOLDER = bundled_guide().with_name("jekyll-and-hyde")
GUIDE: Mapping[str, str] = {
    file.relative_to(FOLDER).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(Path(FOLDER).rglob("*"))
    if file.is_file()
}

CHAPTERS = "sections/20-chapters"
DOOR = f"{CHAPTERS}/01-story-of-the-door.md"
EASE = f"{CHAPTERS}/03-quite-at-ease.md"
CAREW = f"{CHAPTERS}/04-the-carew-murder-case.md"
LETTER = f"{CHAPTERS}/05-incident-of-the-letter.md"
WINDOW = f"{CHAPTERS}/07-incident-at-the-window.md"
PEOPLE = "characters.yaml"
TIES = "relationships.yaml"
SOURCES = "sources.yaml"
MAIN = "guide.yaml"


def faults() -> Iterator[Planted]:
    """All faults."""
    for kind, edits in FAULTS.items():
        yield from edited_copies(kind, edits, GUIDE)
    for name, files in FILES.items():
        yield Planted("files and YAML", name, files)
    for name, path in FILE_NAMES.items():
        yield Planted("leak in fields", name, {path: "---\ntitle: Rain\nsince: 2\n---\nIt rains in London.\n"})


def _on_page(path: str, text: str) -> Edit:
    """A paragraph at the end of a page."""
    return path, "", f"\n{text}"


FAULTS: Mapping[str, Mapping[str, Edit]] = {
    "leak in text": {
        "full name": _on_page(DOOR, "The cheque is signed by Henry Jekyll."),
        "last name": _on_page(DOOR, "It is the signature of Jekyll."),
        "last name with a title": _on_page(DOOR, "The door belongs to Dr. Jekyll's house."),
        "name in a list": _on_page(EASE, "- the lawyer\n- his host\n- Inspector Newcomen"),
        "name in a table": _on_page(EASE, "| guest | seat |\n|---|---|\n| Carew | by the fire |"),
        "name in a heading": _on_page(CAREW, "## What Bradshaw saw\n\nNothing."),
        "name in a note": _on_page(CAREW, "He waits[^1].\n\n[^1]: With Bradshaw, the footman."),
        "name in the title of a callout": _on_page(EASE, "> [!tip] Watch Newcomen\n> He comes by cab."),
        "name in an early spoiler": _on_page(EASE, "> [!spoiler] 6\n> Bradshaw brings the tea."),
        "name in a link": _on_page(LETTER, "He asks [Bradshaw](04-the-carew-murder-case.md)."),
        "hidden title of a page": _on_page(DOOR, "More of it under The Carew Murder Case."),
        "hidden title of a point": _on_page(DOOR, 'The chapter is named "The Last Night".'),
        "hidden name of a group": _on_page(DOOR, "It will be called the Carew case."),
        "given name before it is known": _on_page(EASE, "His name is Gabriel."),
        "full name before it is known": _on_page(EASE, "The doctor's full name is Hastie Lanyon."),
        "name in capitals": _on_page(DOOR, "On the brass plate stands HENRY JEKYLL."),
        "name in bold and plain": _on_page(DOOR, "It is **Henry** Jekyll."),
        "name in an address": _on_page(EASE, "See [a picture](https://example.org/danvers-carew.png)."),
        "wikilink by id": _on_page(EASE, "See [[newcomen]]."),
    },
    "names as prose writes them": {
        "title without a dot": _on_page(EASE, "Then Dr Denman came in."),
        "article in a sentence": _on_page(EASE, "Only The Maid at the Window saw it."),
        "article in capitals": _on_page(EASE, "THE MAID AT THE WINDOW saw it."),
        "possessive": _on_page(EASE, "It is Newcomen's cab."),
        "curly possessive": _on_page(EASE, "It is Newcomen’s cab."),
        "family": _on_page(DOOR, "The Jekylls have always lived there."),
        "last name alone": _on_page(EASE, "Denman built the theatre."),
        "shortened name": _on_page(EASE, "Danvers Carew bows."),
        "title and another title": _on_page(EASE, "Mr Newcomen comes by cab."),
        "across lines": _on_page(EASE, "The lawyer meets Inspector\nNewcomen at the door."),
    },
    "leak in fields": {
        "about": (PEOPLE, "about: The footman.", "about: The footman who finds Dr. Denman."),
        "fact": (PEOPLE, "text: Knows whose name was on the cheque", "text: Knows that Jekyll was on the cheque"),
        "label": (TIES, "label: would like to kill him", "label: like Newcomen, would like to kill him"),
        "ended": (TIES, "ended: Lanyon will not hear his name", "ended: Bradshaw and Lanyon will not hear his name"),
        "alias": (PEOPLE, "aliases: [the Sawbones]", "aliases: [the friend of Poole]"),
        "staged name": (PEOPLE, "{since: 2, text: Edward Hyde}", "{since: 2, text: Edward Hyde of Maw}"),
        "title of a source": (SOURCES, "title: The Strange Case of", "title: The Butler Poole and the Strange Case of"),
        "name of a group": (MAIN, "name: The by-street", "name: The street behind Jekyll"),
        "label of a kind": (MAIN, "label: hunts", "label: hunts for Newcomen"),
        "heading of a kind": (MAIN, "heading: quarrels", "heading: quarrels with Newcomen"),
        "summary": (MAIN, "summary: A companion", "summary: Poole and Lanyon. A companion"),
        "title of a page": (DOOR, "title: Story of the Door", "title: The door of Henry Jekyll"),
        "title of a point": (MAIN, "title: Search for Mr. Hyde", "title: Search for Mr. Hyde and Newcomen"),
    },
    "hindsight": {
        "will meet again": _on_page(EASE, "The two friends will not meet again before the end."),
        "cost dearly": _on_page(EASE, "It is a promise that will cost the lawyer dearly."),
        "last time": _on_page(DOOR, "It is the last time that the walkers laugh together."),
        "come to regret": _on_page(EASE, "Utterson will come to regret his promise."),
        "eventually learns": _on_page(DOOR, "Utterson eventually learns who the man is."),
        "only later": _on_page(DOOR, "Only later does the lawyer understand what he has heard."),
        "for the moment": _on_page(EASE, "For the moment Utterson believes him."),
        "become clear": _on_page(DOOR, "Why the key matters will become clear in time."),
        "future murderer": _on_page(DOOR, "The future murderer walks on."),
        "until his death": _on_page(EASE, "Utterson keeps the paper until his death."),
        "initially": _on_page(EASE, "Initially the lawyer takes the will for madness."),
        "does not suspect": _on_page(DOOR, "Enfield does not yet suspect whose door it is."),
        "first of many": _on_page(CAREW, "He is the first of several to die."),
        "only weeks to live": _on_page(EASE, "Lanyon has only weeks to live."),
        "in hindsight": _on_page(DOOR, "In hindsight the key is the best clue."),
        "foreshadows": _on_page(DOOR, "The broken lock foreshadows the end of the story."),
        "doomed": _on_page(EASE, "The doomed doctor smiles at his guests."),
        "proves to be": _on_page(DOOR, "The cheque later proves to be genuine."),
        "no idea": _on_page(DOOR, "Little do they guess who lives behind it."),
        "label with once": (TIES, "label: walk together every Sunday", "label: still walk together every Sunday"),
        "about with later": (PEOPLE, "about: The footman.", "about: The footman, later a witness."),
    },
    "hindsight in other words": {
        words: _on_page(EASE, f"{words}.")
        for words in (
            "The lawyer will one day open the envelope",
            "Nobody can know that the doctor has two months left",
            "It will be long before Enfield hears the name again",
            "The servant who is to swing the axe opens the door",
            "The girl, the first victim, is carried home",
            "What the man is will only be explained in a letter",
            "Utterson believes, wrongly, that it is blackmail",
            "Utterson mistakenly takes it for a forgery",
            "As it turns out, the cheque is good",
            "Later chapters show that the key is more than a key",
            "More on this later",
            "The nature of the man stays hidden until the last chapter",
            "The lawyer does not realise how close he is to the truth",
            "The lawyer has yet to learn who lives there",
            "In time the two become enemies",
            "In the next chapter a man is killed",
            "The secret comes out at the end of the book",
            "Hyde, whose past is still a mystery, pays",
            "Before long the friendship breaks",
            "The lawyer never finds out",
            "The seemingly harmless butler opens",
            "His days are numbered",
            "It is a decision that comes back to haunt him",
        )
    },
    "stamps": {
        "person without": (PEOPLE, "name: Bradshaw\n  since: 8\n", "name: Bradshaw\n"),
        "page without": (EASE, "since: 3\n", ""),
        "point beyond the end": (PEOPLE, "name: Bradshaw\n  since: 8", "name: Bradshaw\n  since: 11"),
        "point in words": (EASE, "since: 3\n", "since: chapter 3\n"),
        "spoiler of no point": _on_page(EASE, "> [!spoiler] 12\n> Rain."),
        "end before the beginning": (TIES, "since: 2, until: 6, ended", "since: 6, until: 2, ended"),
        "fact before its person": (PEOPLE, '{since: 5, text: "Lays two', '{since: 4, text: "Lays two'),
        "relationship before its people": (TIES, "is footman to, since: 8", "is footman to, since: 7"),
        "two versions at a point": (PEOPLE, "{since: 6, text: A doctor who had", "{since: 2, text: A doctor who had"),
        "spoiler before its page": _on_page(WINDOW, "> [!spoiler] 3\n> Rain."),
        "covers an unknown point": (EASE, "covers: 3", "covers: 30"),
    },
    "unused, twice, unreachable": {
        "source": (SOURCES, "", "letters: {title: Letters to a friend}"),
        "group": (MAIN, "  walkers: {", "  police: {name: Scotland Yard, since: 4}\n  walkers: {"),
        "kind": (MAIN, "kinds:\n", "kinds:\n  owes: {label: owes money to}\n"),
        "note": _on_page(EASE, "[^rain]: It rains."),
        "fact twice": (
            PEOPLE,
            "    - {since: 6, text: Has offered",
            "    - {since: 6, text: Has offered thousands and found nobody.}\n    - {since: 6, text: Has offered",
        ),
        "relationship twice": (
            TIES,
            "",
            "- {from: bradshaw, to: jekyll, kind: serves, label: is footman to, since: 8}",
        ),
        "alias of two people": (PEOPLE, "aliases: [Newcomen]", "aliases: [Newcomen, Carew]"),
        "name that is an alias of another": (PEOPLE, "name: Bradshaw", "name: Poole"),
        "article as an alias": (PEOPLE, "aliases: [Newcomen]", "aliases: [Newcomen, The]"),
        "heading twice": _on_page(CAREW, "## Soho\n\nRain."),
    },
    "references": {
        "page of another name": _on_page(EASE, "See [the door](01-the-door.md)."),
        "heading that is none": _on_page(EASE, "See [the stick](04-the-carew-murder-case.md#the-sticks)."),
        "wikilink to nobody": _on_page(EASE, "See [[uttersen]]."),
        "person of no id": _on_page(EASE, "See [him](character:jekyl)."),
        "note that is none": _on_page(EASE, "It rains[^7]."),
        "label that is none": _on_page(EASE, "See [the text][text]."),
        "picture that is none": _on_page(EASE, "![A door](door.jpg)"),
        "script": _on_page(EASE, "See [this](javascript:alert(1))."),
        "unknown person in a relationship": (TIES, "from: bradshaw", "from: bradshow"),
        "unknown kind": (TIES, "kind: suspects", "kind: suspect"),
        "unknown group": (PEOPLE, "since: 5\n  group: office", "since: 5\n  group: offices"),
        "unknown state": (PEOPLE, "state: shut-away", "state: shut-out"),
        "unknown source": (EASE, "sources: [novel]", "sources: [novels]"),
        "address of a source": (SOURCES, "url: https://www.gutenberg.org/ebooks/614", "url: gutenberg.org/614"),
    },
    "spoiler mark misspelt": {
        mark: _on_page(EASE, f"> {mark}\n> It rains.")
        for mark in (
            "[!spoiller] 9",
            "[!SPOILR] 9",
            "[!spoiler:9]",
            "[!spoiler9]",
            "[! spoiler ] 9",
            "(!spoiler) 9",
            "[!spoiler] chapter nine",
            "*[!spoiler]* 9",
            "[!secret] 9",
        )
    },
    "files and YAML": {
        "comma in braces": (PEOPLE, "text: Knows whose name was on", "text: Knows, of course, whose name was on"),
        "colon": (PEOPLE, "about: The footman.", "about: The footman: a young man."),
        "tab": (PEOPLE, "  about: The footman.", "\tabout: The footman."),
        "open quote": (PEOPLE, "about: The footman.", "about: 'The footman."),
        "cut text": (PEOPLE, "about: The footman.", "about: The footman of house #3."),
        "misspelt key": (TIES, "label: collared, back: was collared", "lable: collared, back: was collared"),
        "key twice": (PEOPLE, "about: The footman.", "about: The footman.\n  about: A servant."),
        "key of a section": (EASE, "covers: 3", "cover: 3"),
        "date that is none": (EASE, "as_of: 1886-01", "as_of: 1886-13"),
        "certainty that is none": (EASE, "certainty: confirmed", "certainty: sure"),
        "line without >": _on_page(EASE, "> [!spoiler] 9\n> It rains\nand it snows."),
        "open comment": _on_page(EASE, "%% to do"),
        "front matter without an end": (EASE, "sources: [novel]\n---\n", "sources: [novel]\n"),
    },
}

FILES: Mapping[str, Mapping[str, str | bytes]] = {
    "file of another name": {"people.yaml": "ann: {name: Ann, since: 4}\n"},
    "page in the wrong folder": {"pages/10-rain.md": "---\nsince: 2\n---\nIt rains.\n"},
    "page in Latin-1": {EASE: "---\ntitle: Quite\nsince: 3\n---\nA soirée at home.\n".encode("latin-1")},
    "page without text": {f"{CHAPTERS}/11-rain.md": "---\ntitle: Rain\nsince: 3\n---\n"},
}
FILE_NAMES: Mapping[str, str] = {
    "file name": f"{CHAPTERS}/11-what-newcomen-saw.md",
    "folder name": "sections/30-danvers-carew/10-rain.md",
}
