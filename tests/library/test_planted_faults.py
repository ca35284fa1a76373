"""Many faults in one copy of a valid guide: all are reported with their lines, and nothing else is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from .guides import BUNDLED, JEKYLL, check_for_faults, edited, messages_of

DOOR = "sections/10-the-street/10-the-door.md"
MURDER = "sections/20-the-cabinet/10-the-murder.md"
HANDS = "sections/20-the-cabinet/20-two-hands.md"


@dataclass
class Fault:
    """An edit of a file with a « before the fault, and the code and some words of the expected message."""

    path: str
    valid: str
    faulty: str
    code: str
    words: str

    def place(self, guide: Path) -> tuple[int, int]:
        text = (guide / self.path).read_text(encoding="utf-8")
        before = text[: text.index(self.faulty.replace("«", ""))] + self.faulty.partition("«")[0]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


CAST = "characters.yaml"
TIES = "relationships.yaml"
FAULTS = [
    Fault("guide.yaml", 'by-street, since: "1"}', 'by-street, since: «"11"}', "UNKNOWN-POINT", "unknown point '11'"),
    Fault(CAST, "  group: cronies\n", "  group: «crony\n", "UNKNOWN-GROUP", "did you mean 'cronies'?"),
    Fault(CAST, "state: shut-away", "state: «shutaway", "UNKNOWN-STATE", "did you mean 'shut-away'?"),
    Fault(CAST, "certainty: speculation", "certainty: «guess", "SHAPE", "one of confirmed, reported"),
    Fault(CAST, "  aliases: [Newcomen]\n", "  «alias: [Newcomen]\n", "UNKNOWN-KEY", "'aliases'?"),
    Fault(CAST, "  aliases: [Guest]\n", "  aliases: [Guest]\n  «aliases: []\n", "DUPLICATE", "duplicate key 'aliases'"),
    Fault(CAST, "becomes: {character: jekyll", "becomes: {character: «jekyl", "UNKNOWN-CHARACTER", "'jekyll'?"),
    Fault(TIES, "  to: newcomen\n", "  to: «newcomer\n", "UNKNOWN-CHARACTER", "did you mean 'newcomen'?"),
    Fault(TIES, "  kind: killed\n", "  kind: «kiled\n", "UNKNOWN-KIND", "did you mean 'killed'?"),
    Fault(TIES, '  until: "6"\n', '  until: «"3"\n', "ORDER", "has `until` before `since`"),
    Fault(TIES, "- from: guest\n", "- «from: guest\n  ended: so\n", "ENDED", "'guest' to 'utterson' has `ended`"),
    Fault(TIES, "[poole, utterson]", "[poole, «uterson]", "UNKNOWN-CHARACTER", "did you mean 'utterson'?"),
    Fault("sources.yaml", "  publisher: Scribner's", "  «publishers: Scribner's", "UNKNOWN-KEY", "'publisher'?"),
    Fault(DOOR, "[gutenberg-43]", "[«gutenberg-34]", "UNKNOWN-SOURCE", "did you mean 'gutenberg-43'?"),
    Fault(HANDS, 'since: "5"', 'since: «"five"', "UNKNOWN-POINT", "unknown point 'five'"),
]


@pytest.mark.slow
@pytest.mark.parametrize("guide", [JEKYLL, BUNDLED], ids=["jekyll", "bundled"])
def test_the_guides_of_the_project_have_no_errors(guide: Path) -> None:
    assert messages_of(guide) == []
    assert [str(problem) for problem in check_for_faults(guide) if problem.fatal] == []


def test_exactly_the_planted_faults_are_reported_with_their_lines(tmp_path: Path) -> None:
    guide = edited(tmp_path, [(fault.path, fault.valid, fault.faulty.replace("«", "")) for fault in FAULTS])
    lines = messages_of(guide)
    for fault in FAULTS:
        line, column = fault.place(guide)
        start = f"{fault.path}:{line}:{column}: {fault.code} "
        assert [item for item in lines if item.startswith(start) and fault.words in item], f"{start}: {lines}"
    assert len(lines) == len(FAULTS) >= 10
    assert set(lines) <= {str(problem) for problem in check_for_faults(guide)}


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.path}-{fault.code}" for fault in FAULTS])
def test_one_fault_causes_one_problem(tmp_path: Path, fault: Fault) -> None:
    guide = edited(tmp_path, [(fault.path, fault.valid, fault.faulty.replace("«", ""))])
    (line,) = messages_of(guide)
    assert line.startswith(f"{fault.path}:")
    assert f": {fault.code} " in line
    assert fault.words in line


LEAKS = [
    Fault("characters.yaml", "Gives the lawyer an address", "«Gives Sir Danvers an address", "LEAK", "'Sir Danvers'"),
    Fault("relationships.yaml", "label: keeps his door", "label: «keeps it from Newcomen", "LEAK", "'Newcomen'"),
    Fault(DOOR, "Two storeys, a blank wall", "«Two storeys, and Dr Lanyon", "LEAK", "'Dr Lanyon'"),
    Fault(DOOR, "> [!spoiler] 2", "«> [!spoiler] 22", "UNKNOWN-POINT", "did you mean '2'?"),
    Fault(MURDER, "(../10-the-street/10-the-door.md#", "(../10-the-door.md#", "BROKEN-LINK", "'../10-the-door.md#"),
    Fault(MURDER, "  > Jekyll did not lend it.", "«  Jekyll did not lend it.", "LAZY-LINE", "line without `>`"),
    Fault(MURDER, "(character:carew)", "(character:carw)", "BROKEN-LINK", "address 'character:carw'"),
    Fault(HANDS, "[[poole|The butler]]", "«[[pole|The butler]]", "BROKEN-LINK", "address 'pole'"),
    Fault(HANDS, "> > [!spoiler] 10", "«> > [!spoiler]", "UNKNOWN-POINT", "no point in this spoiler"),
]


def test_exactly_the_planted_leaks_and_dead_links_are_reported_with_their_lines(tmp_path: Path) -> None:
    guide = edited(tmp_path, [(fault.path, fault.valid, fault.faulty.replace("«", "")) for fault in LEAKS])
    problems = set(check_for_faults(guide)) - set(check_for_faults(JEKYLL))
    for fault in LEAKS:
        line = fault.place(guide)[0]
        found = [one for one in problems if (one.mark.path, one.mark.line, one.code) == (fault.path, line, fault.code)]
        assert any(fault.words in one.message for one in found), f"{fault}: {[str(one) for one in problems]}"
    assert len(problems) == len(LEAKS)
