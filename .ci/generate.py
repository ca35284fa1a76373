"""Generate the tables and the commands in README and docs, and the JSON Schemas.

With --check, only report files that are stale.

python .ci/generate.py [--check]
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import aotad_tui
from aotad_tui.cli.commands import AUTHORING, PRINTING, WITHOUT_GUIDE
from aotad_tui.cli.parsers import command_parsers, reader_parser
from aotad_tui.commands.registry import BY_ID, by_topic, keys_in_words
from aotad_tui.library.codes import CODES
from aotad_tui.library.format import FILES
from aotad_tui.library.json_schema import json_schema
from aotad_tui.story.kinds import KINDS

ROOT = Path(__file__).parent.parent


TEN = ("find_person", "next_link", "open", "back", "progress_forward", "progress", "recap", "map", "path", "help")
"""The commands whose keys README has."""
Row = tuple[str, str]
"""An argument as it is typed, and its help."""


def keys_table() -> str:
    """The keys of the reader, from the registry."""
    rows = ["| | keys | |", "|---|---|---|"]
    for topic, commands in by_topic().items():
        for number, command in enumerate(commands):
            rows.append(f"| {'' if number else topic} | {_written(command.keys)} | {command.title} |")
    return "\n".join(rows)


def ten_keys_table() -> str:
    """The first key of ten commands."""
    rows = (f"| {_written(command.keys[:1])} | {command.title} |" for command in map(BY_ID.__getitem__, TEN))
    return "\n".join(["| | |", "|---|---|", *rows])


def _written(keys: tuple[str, ...]) -> str:
    return " ".join(f"`{key}`" for key in keys_in_words(keys).split("  "))


def packages_table() -> str:
    """The packages and modules of the code, from the first lines of their docstrings."""
    rows = ["| | |", "|---|---|"]
    for module_info in sorted(pkgutil.iter_modules(aotad_tui.__path__), key=lambda module: module.name):
        if module_info.name == "__main__":
            continue
        words = (importlib.import_module(f"aotad_tui.{module_info.name}").__doc__ or "").strip().split("\n\n")[0]
        rows.append(f"| `{module_info.name}{'/' if module_info.ispkg else '.py'}` | {' '.join(words.split())} |")
    return "\n".join(rows)


def kinds_table() -> str:
    """The built-in kinds of relationship."""
    rows = [
        "| Built-in kind | Label | From the other end | Family | Line | Sign | Strength |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind in KINDS:
        back = "mutual" if kind.mutual else kind.back
        rows.append(
            f"| `{kind.id}` | {kind.label} | {back} | {kind.family} | {kind.line} | {kind.sign} | {kind.strength} |"
        )
    return "\n".join(rows)


def codes_list() -> str:
    """The codes of `check`, each with an example."""
    parts = []
    for name, code in CODES.items():
        parts.append(f"### {name}\n\n*{code.severity.capitalize()}.* {code.meaning}\n")
        if not code.file:
            parts.append(f"* Wrong: {code.wrong}\n* Right: {code.right}\n")
            continue
        language = "markdown" if code.file.endswith(".md") else "yaml"
        for word, example in (("Wrong", code.wrong), ("Right", code.right)):
            visible = re.sub(r"[\x00-\x08]", lambda control: f"\\x{ord(control.group()):02x}", example)
            parts.append(f"{word}, in `{code.file}`:\n\n````{language}\n{visible}````\n")
    return "\n".join(parts)


def commands_table() -> str:
    """All commands with their arguments. The options that all printing commands have come once, before them."""
    parsers = command_parsers()
    rows = {name: _rows(parser) for name, parser in parsers.items()}
    shared = [row for row in rows[PRINTING[0].name] if all(row in rows[printing.name] for printing in PRINTING)]
    groups: Mapping[str, list[str]] = {
        "For readers": [printing.name for printing in PRINTING],
        "For authors": list(AUTHORING),
        "Without a guide": list(WITHOUT_GUIDE),
    }
    lines = ["## The reader", "", *_table(_rows(reader_parser())), ""]
    for title, names in groups.items():
        lines += [f"## {title}", ""]
        is_printing = names[0] == PRINTING[0].name
        if is_printing:
            lines += ["These have the following options, and some have more:", "", *_table(shared), ""]
        for name in names:
            own = [row for row in rows[name] if not (is_printing and row in shared)]
            lines += [f"### `{_usage(parsers[name])}`", "", parsers[name].description or "", ""]
            lines += [*_table(own), ""] if own else []
    return "\n".join(lines).rstrip()


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments of a command but `--help`, positional ones first."""
    actions = [action for action in parser._actions if "--help" not in action.option_strings]
    return sorted(actions, key=lambda action: bool(action.option_strings))


def _rows(parser: argparse.ArgumentParser) -> list[Row]:
    return [(_typed(action), (action.help or "").replace("%%", "%")) for action in _actions(parser)]


def _typed(action: argparse.Action) -> str:
    metavar = str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return metavar
    return action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[-1]} {metavar}"


def _usage(parser: argparse.ArgumentParser) -> str:
    forms = {"?": "[{}]", "+": "{}..."}
    words = [forms.get(str(one.nargs), "{}").format(_typed(one)) for one in _actions(parser) if not one.option_strings]
    return " ".join((parser.prog, *words))


def _table(rows: list[Row]) -> Iterator[str]:
    yield from ("| | |", "|---|---|")
    for typed, words in rows:
        yield f"| `{typed}` | {words} |"


def with_tables(text: str, tables: Mapping[str, str]) -> str:
    """A page with its generated tables, by their names, up to date."""
    for name, table in tables.items():
        block = f"<!-- {name} -->\n{table}\n<!-- /{name} -->"
        text = re.sub(rf"<!-- {name} -->.*?<!-- /{name} -->", lambda _, block=block: block, text, flags=re.DOTALL)
    return text


def with_requirements(text: str) -> str:
    """docs/dependencies.md with packages and versions as in pyproject.toml; the other columns stay as written."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for group, requirements in {"run": project["dependencies"], **project["optional-dependencies"]}.items():
        before, table, after = re.split(rf"(?<=<!-- {group} -->\n)(.*?)(?=\n<!-- /{group} -->)", text, flags=re.DOTALL)
        text = before + requirements_table(table, requirements) + after
    return text


def requirements_table(table: str, requirements: list[str]) -> str:
    """A table of packages, versions and reasons, renewed. Raises ValueError for a package without a reason."""
    head, line, *rows = table.split("\n")
    reasons = {name.strip(): reason for _, name, _, reason in (row.split("|", 3) for row in rows)}
    renewed = [head, line]
    for requirement in requirements:
        name = re.split("[<>=]", requirement, maxsplit=1)[0]
        versions = requirement.removeprefix(name)
        if name not in reasons:
            raise ValueError(f"docs/dependencies.md has no row for {name}: add one that says what it is for")
        renewed.append(f"| {name} | {f'`{versions}`' if versions else ''} |{reasons[name]}")
    return "\n".join(renewed)


TABLES = {
    "README.md": {"ten keys": ten_keys_table()},
    "docs/keys.md": {"keys": keys_table()},
    "docs/architecture.md": {"packages": packages_table()},
    "docs/command-line.md": {"commands": commands_table()},
    "docs/guide-format.md": {"kinds": kinds_table()},
    "docs/check-codes.md": {"codes": codes_list()},
}
"""By page, the tables that are wholly generated."""


def generated() -> dict[Path, str]:
    """Each generated file and its text."""
    dependencies = ROOT / "docs" / "dependencies.md"
    files = {
        ROOT / page: with_tables((ROOT / page).read_text(encoding="utf-8"), tables) for page, tables in TABLES.items()
    }
    files[dependencies] = with_requirements(dependencies.read_text(encoding="utf-8"))
    for name in FILES:
        files[ROOT / "docs" / "schema" / f"{name}.schema.json"] = json_schema(name)
    return files


def main() -> int:
    """Write the files that are stale, or with --check report them."""
    only_checks = "--check" in sys.argv
    stale = [
        path for path, text in generated().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        if only_checks:
            print(f"{path.relative_to(ROOT)} is stale: run python .ci/generate.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(generated()[path], encoding="utf-8")
            print(f"{path.relative_to(ROOT)} written")
    return 1 if stale and only_checks else 0


if __name__ == "__main__":
    sys.exit(main())
