"""Checks a guide for problems that do not prevent opening it. The most important ones are leaks.

A leak is a name that readers see before the point from which it is known: the name of a character who is not visible
yet, in a fact, a label, a title or a page that is visible earlier.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aotad_tui.cleaning import clean, clean_line
from aotad_tui.story.timeline import Timeline

from .alias_proposals import proposed_aliases
from .case_of_ids import report_case_of_ids
from .check_entries import EntryChecker
from .check_events import report_single_events
from .check_lines import report_lines
from .check_names import report_names
from .check_pages import PageChecker
from .check_texts import TextChecker
from .check_unused import report_unused
from .entries import Entries
from .folder import YAML_ENDINGS, Folder
from .format import CharacterEntry, TermEntry
from .load import Loaded, Readable, load, yaml_files
from .problems import Problem, Problems
from .sections import SECTIONS
from .shapes import Word
from .shown_texts import shown_texts
from .silencing import without_silenced


def check(path: Path) -> tuple[Problem, ...]:
    """Every problem of a guide's folder, in the order of files and lines."""
    folder = Folder(path)
    loaded = load(path)
    problems = Problems()
    problems.faulty_ids.update(loaded.faulty_ids)
    if loaded.readable is not None:
        _check_readable(loaded.readable, folder, problems, has_errors=bool(loaded.problems))
        _check_lines(folder, loaded, problems)
    return without_silenced({*loaded.problems, *problems.all}, folder)


def _check_readable(readable: Readable, folder: Folder, problems: Problems, *, has_errors: bool) -> None:
    entries, whole = readable.entries, readable.story
    problems.faulty_ids.update(_without_stamp(entries, whole.timeline))
    report_single_events(entries, problems)
    report_case_of_ids(entries, whole.sections, problems)
    report_names(entries, problems)
    EntryChecker(entries, whole.timeline, problems).run()
    story = whole.as_of(whole.seen)
    raw_texts = [(section, f"{SECTIONS}/{section.file}") for section in story.sections]
    read = [(section, path, folder.read(path, problems)) for section, path in raw_texts]
    bodies = [(section, clean_line(path), clean(raw)) for section, path, raw in read if raw is not None]
    shown = shown_texts(entries, whole.timeline)
    spellings = {spelling for named in (*story.characters, *story.terms) for spelling in named.spellings}
    running_texts = [text.text for text in shown if text.text not in spellings]
    texts = [*running_texts, *(text for *_, text in bodies)]
    checker = TextChecker(story, texts, entries.guide.hindsight or (), problems)
    checker.check_shown(shown, spellings)
    _propose_aliases(readable, [text for *_, text in bodies], problems)
    own_part_titles = {part.title for part, _ in entries.parts if part.title}
    pages = PageChecker(story, checker, folder, own_part_titles, problems)
    pages.run(bodies)
    if not has_errors:  # what is left out uses nothing
        report_unused(entries, checker.mentioned, problems)


def _without_stamp(entries: Entries, timeline: Timeline) -> Iterator[str]:
    """The ids of characters and terms with a `since`, their own or of a name, that is missing or wrong."""
    named: list[tuple[Word, CharacterEntry | TermEntry]] = [*entries.characters, *entries.terms]
    for id, entry in named:
        stamps = (entry.since, *(version.since for version in entry.name if not version.short))
        if any(stamp is None or timeline.position(stamp.text) is None for stamp in stamps):
            yield id.text


def _propose_aliases(readable: Readable, texts: list[str], problems: Problems) -> None:
    marks = {id.text: id.mark for id, _ in readable.entries.characters}
    story = readable.story.as_of(readable.story.seen)
    for proposal in proposed_aliases(story, texts):
        message = (
            f"the sections have '{proposal.word}' {proposal.count} times, which may be '{proposal.name}'; "
            "list it in `aliases`, with `live: false` if it is not"
        )
        problems.report(marks[proposal.character], "SHORT-NAME", message)


def _check_lines(folder: Folder, loaded: Loaded, problems: Problems) -> None:
    """Check the lines of the YAML files that could be read."""
    unreadable = {problem.mark.path for problem in loaded.problems if problem.code in ("YAML", "ENCODING")}
    for path in yaml_files(folder):
        text = folder.read(path, Problems())
        if text is not None and path not in unreadable and path.endswith(YAML_ENDINGS):
            report_lines(clean(text), clean_line(path), 1, problems)
