"""The authors' tools on the command line. What they print contains spoilers."""

from __future__ import annotations

import re
from pathlib import Path
from shlex import quote

from aotad_tui.authoring.changes import all_changes, read_guide
from aotad_tui.authoring.coverage import coverage
from aotad_tui.authoring.guide_files import FileExists, check_free, write_new
from aotad_tui.authoring.guide_schemas import write_schemas
from aotad_tui.authoring.importing.as_guide import as_guide
from aotad_tui.authoring.importing.draft import NotImportable
from aotad_tui.authoring.importing.sources import read_sources
from aotad_tui.authoring.new_guide import NewGuide
from aotad_tui.cleaning import clean_line
from aotad_tui.library.json_schema import json_schema
from aotad_tui.library.load import GuideUnreadable
from aotad_tui.resources import schemas
from aotad_tui.story.point_spellings import UnknownPoint, find_point

from .arguments import Arguments
from .authors_output import change_json, change_line, coverage_json, coverage_text
from .exit_codes import Exit, WrongUse, fail
from .output import print_data, print_notice
from .query import to_json

_MOST_LEFT_OUT = 100


def run_tool(arguments: Arguments) -> Exit:
    """Run the tool that the arguments name, and return the exit code."""
    try:
        return _TOOLS[arguments.command or ""](arguments)
    except (WrongUse, UnknownPoint) as error:
        return fail(str(error), Exit.WRONG_USE)
    except GuideUnreadable as error:
        return fail(str(error), Exit.UNREADABLE)


def _new(arguments: Arguments) -> Exit:
    """`new`: write a small guide, and say what to do next."""
    options, folder = arguments.authoring, Path(arguments.words[0])
    if len(options.counts) > 1 and not options.volume:
        raise WrongUse("several counts need a word for a volume; add --volume season, or give one count")
    title = clean_line(options.title) or title_of(folder)
    new = NewGuide(title, options.unit, options.counts, options.volume)
    try:
        write_new(folder, new.files())
        write_schemas(folder)
    except FileExists as error:
        return fail(str(error), Exit.FINDINGS)
    except OSError as error:
        return fail(f"cannot write {folder}: {error.strerror or error}", Exit.FINDINGS)
    print_data("\n".join(f"{folder}/{path}" for path in new.files()))
    typed = quote(str(folder))
    print_notice(
        f"\n{title}: a guide to begin with. Next:\n"
        f"  aotad-tui {typed} --seen {new.ids[0]}   read it as of a point\n"
        f"  aotad-tui check {typed}      look for mistakes and leaks after each change\n"
        "Then replace the people and texts by yours. Editors complete keys and ids by the folder `schema`:\n"
        f"  aotad-tui schema --write {typed}      renew it after you add ids"
    )
    return Exit.DONE


def title_of(folder: Path) -> str:
    """A title for a guide in a folder: "my-novel" is "My novel"."""
    words = clean_line(re.sub(r"[-_]+", " ", folder.absolute().name))
    return words[:1].upper() + words[1:] or "A story"


def _schema(arguments: Arguments) -> Exit:
    """`schema`: print a schema or the folder of all, or write those of a guide with its ids."""
    guide = arguments.options.get("write")
    if guide is None:
        print_data(json_schema(arguments.words[0]) if arguments.words else f"{schemas()}\n", end="")
        return Exit.DONE
    if arguments.words:
        raise WrongUse("--write writes the schemas of all files; leave out FILE")
    try:
        print_data("\n".join(map(str, write_schemas(Path(guide)))))
    except FileExists as error:
        return fail(str(error), Exit.FINDINGS)
    except OSError as error:
        return fail(f"cannot write {guide}: {error.strerror or error}", Exit.FINDINGS)
    return Exit.DONE


def _coverage(arguments: Arguments) -> Exit:
    """`coverage`: the gaps of a guide and what each point adds."""
    guide = read_guide(arguments.folder)
    found = coverage(arguments.folder, guide)
    print_data(to_json(coverage_json(found, guide.story)) if arguments.json else coverage_text(found, guide.story))
    return Exit.DONE


def _diff(arguments: Arguments) -> Exit:
    """`diff`: what opens between two points."""
    guide = read_guide(arguments.folder)
    timeline = guide.story.timeline
    first, last = (find_point(timeline, word) for word in arguments.words)
    if first > last:
        raise WrongUse(f"{arguments.words[0]} is later than {arguments.words[1]}; give the earlier point first")
    changes = [change for change in all_changes(arguments.folder, guide) if first < change.since <= last]
    if arguments.json:
        print_data(to_json([change_json(change, guide.story) for change in changes]))
    for change in () if arguments.json else changes:
        print_data(change_line(change, arguments.folder, guide.story))
    return Exit.DONE


def _import(arguments: Arguments) -> Exit:
    """`import`: list or write the guide that is made of some sources."""
    options, folder = arguments.authoring, Path(arguments.words[0])
    try:
        draft = read_sources([Path(source) for source in options.sources])
        title = clean_line(options.title) or draft.title or title_of(folder)
        imported = as_guide(draft, title, options.since, options.unit)
        if options.writes:
            write_new(folder, imported.files)
            write_schemas(folder)
        else:
            check_free(folder, imported.files)
    except (FileExists, NotImportable) as error:
        return fail(str(error), Exit.FINDINGS)
    except OSError as error:
        return fail(f"cannot write {folder}: {error.strerror or error}", Exit.FINDINGS)
    for path in imported.files:
        print_data(f"{folder}/{path}")
    for words in imported.left_out[:_MOST_LEFT_OUT]:
        print_notice(f"not carried over: {words}")
    if len(imported.left_out) > _MOST_LEFT_OUT:
        print_notice(f"not carried over: {len(imported.left_out) - _MOST_LEFT_OUT:,} more")
    print_notice(f"{title}: {imported.summary}")
    typed = quote(str(folder))
    next_step = f"read it with: aotad-tui {typed}" if options.writes else "nothing was written; add --write to write it"
    print_notice(next_step)
    return Exit.DONE


_TOOLS = {"new": _new, "coverage": _coverage, "diff": _diff, "import": _import, "schema": _schema}
