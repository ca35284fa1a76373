"""Tables in CSV: people, relationships or episodes, by the names of their columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .draft import Draft, DraftPerson, DraftRelationship, Episode, NotImportable, counted
from .episodes import as_markdown
from .source_files import words_of

Row = Mapping[str, str]

_COLUMNS = {
    "source": ("from", "source"),
    "target": ("to", "target"),
    "kind": ("kind", "type", "relationship", "relation"),
    "label": ("label", "description"),
    "back": ("back",),
    "since": ("since",),
    "until": ("until",),
}
_DIRECTIONS = {"directed": True, "undirected": False}
_PEOPLE = {
    "key": ("id", "key"),
    "name": ("name", "label", "character", "person"),
    "native": ("native",),
    "aliases": ("aliases", "alias"),
    "group": ("group", "faction", "house", "family"),
    "about": ("about", "description", "summary"),
    "since": ("since",),
}
_EPISODES = {
    "season": ("season",),
    "number": ("number", "episode", "episode_number"),
    "title": ("title", "name"),
    "summary": ("summary", "overview", "description"),
}
"""By field, the names of columns that it can have; the first one that a table has counts."""


def read_table(text: str, name: str) -> Draft:
    """The draft of a table. `name`: its file, for messages. Raises `NotImportable`."""
    # Not strict, an open quotation mark would swallow all rows after it.
    reader = csv.reader(io.StringIO(text), dialect=_dialect(text), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        reason = f"line {reader.line_num}: {error}; check the quotation marks up to there"
        raise NotImportable(f"{name} is no CSV table: {reason}") from error
    columns = [words_of(column).casefold() for column in (rows[0] if rows else [])]
    table = [dict(zip(columns, map(words_of, row), strict=False)) for row in rows[1:] if any(row)]
    overlong = sum(any(row[len(columns) :]) for row in rows)
    left_out = (f"the last cells of {counted(overlong, 'row', 'rows')} of {name}, which has fewer columns",)
    draft = _draft(table, columns, name)
    return replace(draft, left_out=(*draft.left_out, *left_out)) if overlong else draft


def _draft(table: Sequence[Row], columns: list[str], name: str) -> Draft:
    if _has(columns, _COLUMNS, "source", "target"):
        return _relationships(table, columns, name)
    if _has(columns, _EPISODES, "number") and "season" in columns:
        return _episodes(table, columns, name)
    if _has(columns, _PEOPLE, "name") or "id" in columns:
        return _people(table, columns, name)
    raise NotImportable(
        f"{name} has no columns that are known; people need `name`, relationships `from` and `to`, episodes `season`"
        " and `number`"
    )


def _dialect(text: str) -> type[csv.Dialect]:
    """Commas, or what the first line has more of: semicolons or tabs."""
    first = text.partition("\n")[0]

    class Dialect(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Dialect


def _has(columns: list[str], fields: Mapping[str, tuple[str, ...]], *names: str) -> bool:
    return all(any(column in columns for column in fields[name]) for name in names)


def _values(
    table: Sequence[Row], columns: list[str], fields: Mapping[str, tuple[str, ...]]
) -> Iterator[dict[str, str]]:
    """Each row by the names of our fields. A field without a column is ""."""
    chosen = {field: next((name for name in names if name in columns), "") for field, names in fields.items()}
    for row in table:
        yield {field: row.get(column, "") for field, column in chosen.items()}


def _left_out(
    table: Sequence[Row], columns: list[str], fields: Mapping[str, tuple[str, ...]], name: str
) -> Iterator[str]:
    """The columns that are not used, with the number of their values."""
    used = {next((name for name in names if name in columns), "") for names in fields.values()}
    for column in dict.fromkeys(columns):
        number = sum(bool(row.get(column)) for row in table)
        if column not in used and number:
            yield f"the column '{column}' of {name} ({counted(number, 'value', 'values')})"


def _people(table: Sequence[Row], columns: list[str], name: str) -> Draft:
    people = [
        DraftPerson(
            key=row["key"] or row["name"],
            id=row["key"],
            name=row["name"] or row["key"],
            native=row["native"],
            aliases=tuple(filter(None, map(str.strip, row["aliases"].replace("|", ";").split(";")))),
            group=row["group"],
            about=row["about"],
            since=row["since"],
        )
        for row in _values(table, columns, _PEOPLE)
    ]
    named = tuple(person for person in people if person.key)
    return Draft(
        people=named, left_out=(*_without(len(people) - len(named), name), *_left_out(table, columns, _PEOPLE, name))
    )


def _relationships(table: Sequence[Row], columns: list[str], name: str) -> Draft:
    rows = list(_values(table, columns, _COLUMNS))
    whole = tuple(_relationship(row) for row in rows if row["source"] and row["target"])
    left_out = _left_out(table, columns, _COLUMNS, name)
    return Draft(relationships=whole, left_out=(*_without(len(rows) - len(whole), name), *left_out))


def _relationship(row: Row) -> DraftRelationship:
    """A relationship. Gephi writes only in the column for the kind whether it has a direction."""
    has_direction = _DIRECTIONS.get(row["kind"].casefold())
    kind = row["kind"] if has_direction is None else ""
    return DraftRelationship(
        source=row["source"],
        target=row["target"],
        kind=kind,
        label=row["label"],
        back=row["back"],
        since=row["since"],
        until=row["until"],
        mutual=has_direction is False,
    )


def _episodes(table: Sequence[Row], columns: list[str], name: str) -> Draft:
    rows = list(_values(table, columns, _EPISODES))
    episodes = tuple(
        Episode(int(row["season"]), int(row["number"]), row["title"], as_markdown(row["summary"]))
        for row in rows
        if all(row[field].isdecimal() and 0 < int(row[field]) < 10_000 for field in ("season", "number"))
    )
    left_out = _left_out(table, columns, _EPISODES, name)
    return Draft(episodes=episodes, left_out=(*_without(len(rows) - len(episodes), name), *left_out))


def _without(number: int, name: str) -> Iterator[str]:
    if number:
        yield f"{counted(number, 'row', 'rows')} of {name} without a name or number"
