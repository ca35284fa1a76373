"""The codes of `check` for texts and pages, and for comments that silence it."""

from __future__ import annotations

from .problem_code import ProblemCode, Severity

_PAGE = "sections/b.md"


def _error(meaning: str, wrong: str, right: str) -> ProblemCode:
    return ProblemCode(Severity.ERROR, meaning, _PAGE, wrong, right)


def _warning(meaning: str, wrong: str, right: str) -> ProblemCode:
    return ProblemCode(Severity.WARNING, meaning, _PAGE, wrong, right)


def _style(meaning: str, wrong: str, right: str) -> ProblemCode:
    return ProblemCode(Severity.STYLE, meaning, _PAGE, wrong, right)


CODES_OF_PAGES = {
    "LEAK": ProblemCode(
        Severity.LEAK,
        "A text is shown before the point from which a name in it is known.",
        _PAGE,
        "---\nsince: 2\n---\nAnn waits for Bob.\n",
        "---\nsince: 3\n---\nAnn waits for Bob.\n",
    ),
    "TRACE": ProblemCode(
        Severity.LEAK,
        "A hidden quote leaves a trace in the text: a number, or a label in brackets.",
        _PAGE,
        "Ann waits[^1].\n\n[^1]: > [!spoiler] 5\n    > For nobody.\n",
        "> [!spoiler] 5\n> Ann waits for nobody.\n",
    ),
    "HINDSIGHT": _style(
        "Words tell that something changes later. `hindsight: [words]` in guide.yaml adds words.",
        "At first, Ann trusts Bob.\n",
        "Ann trusts Bob.\n",
    ),
    "BROKEN-NOTE": _error(
        "No note has this label, so the brackets are shown.",
        "Ann waits[^1].\n",
        "Ann waits[^1].\n\n[^1]: For Bob.\n",
    ),
    "BROKEN-IMAGE": _warning(
        "There is no such picture. Its description is shown all the same.",
        "![The ford](ford.png)\n",
        "![The ford](https://example.org/ford.png)\n",
    ),
    "UNSAFE-LINK": _error(
        "An address of a script or of a file is never opened.",
        "See [the page](javascript:alert).\n",
        "See [the page](https://example.org).\n",
    ),
    "NO-TEXT": _style(
        "A page, heading, note or link has no text.",
        "# Ann\n\n# Bob\n\nBob waits.\n",
        "# Ann\n\nAnn waits.\n\n# Bob\n\nBob waits.\n",
    ),
    "BROKEN-LINK": _error(
        "A link leads to no page, person, heading or address.", "See [the page](c.md).\n", "See [the page](a.md).\n"
    ),
    "AMBIGUOUS-LINK": ProblemCode(
        Severity.ERROR,
        "A wikilink has several targets and leads nowhere.",
        "",
        "`[[door]]` in a guide with the pages x/door.md and y/door.md.",
        "`[[x/door]]` in that guide.",
    ),
    "LAZY-LINE": _warning(
        "A line in a spoiler does not begin with `>`. It is hidden too.",
        "> [!spoiler] 5\n> Ann leaves.\nBob stays.\n",
        "> [!spoiler] 5\n> Ann leaves.\n\nBob stays.\n",
    ),
    "STRAY-SPOILER": _error(
        "A spoiler marker stands outside a quote. The whole block is hidden.",
        "[!spoiler] 5\nAnn leaves.\n",
        "> [!spoiler] 5\n> Ann leaves.\n",
    ),
    "SPOILERS-RUN-ON": _error(
        "A spoiler marker stands further down in a quote. The whole quote is hidden.",
        "> Ann waits.\n> [!spoiler] 5\n> Ann leaves.\n",
        "> Ann waits.\n\n<!-- -->\n\n> [!spoiler] 5\n> Ann leaves.\n",
    ),
    "UNKNOWN-CALLOUT": _error(
        "A callout is unknown. If it may be a misspelt spoiler, it stays hidden until the end.",
        "> [!spoilr] 5\n> Ann leaves.\n",
        "> [!spoiler] 5\n> Ann leaves.\n",
    ),
    "SHORT-NAME": ProblemCode(
        Severity.STYLE,
        "Pages use a part of a name that is a common word, so it is not linked. List it in `aliases` or switch it off.",
        "",
        "`rose: {name: Rose Quibble, since: 1}`, and pages that say: then Rose waits.",
        "`rose: {name: Rose Quibble, aliases: [Rose], since: 1}`",
    ),
    "OPEN-COMMENT": _error(
        "A comment is not closed and hides its block.", "Ann waits. <!-- later\n", "Ann waits. <!-- later -->\n"
    ),
    "COMMENT": _warning(
        "A comment contains a name that is known later. Whoever opens the file sees it.",
        "---\nsince: 2\n---\nAnn waits. <!-- for Bob -->\n",
        "---\nsince: 2\n---\nAnn waits.\n",
    ),
    "CONTROL": _warning(
        "A text has a control character, which is shown as \ufffd.", "Ann\u0007 waits.\n", "Ann waits.\n"
    ),
    "IGNORE": _warning(
        "A comment for `check` has no reason or an unknown code, or silences nothing.",
        "Ann waits. <!-- check: ignore LEAK -->\n",
        "Ann waits.\n",
    ),
}
"""By their names. The examples are pages of a guide to Ann, known from point 1, and Bob, known from point 3."""
