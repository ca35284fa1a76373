"""Reports files that look like part of a guide but are not read, so that none is skipped in silence."""

from __future__ import annotations

from aotad_tui.cleaning import clean_line
from aotad_tui.story.section_files import without_ending

from .folder import YAML_ENDINGS, Folder
from .problems import Mark, Problems, did_you_mean

_FILES = ("guide.yaml", "characters.yaml", "relationships.yaml", "sources.yaml", "terms.yaml")
_FOLDERS = ("characters", "relationships", "sections", "terms")
_SIMILAR_FOLDER = 81
"""How similar the name of a misspelt folder is. "notes" and "items" are less similar to "terms"."""
_ABOUT_A_PROJECT = frozenset(("authors", "changelog", "contributing", "license", "notice", "readme", "security"))
"""The names of files at the top that are for those who find the guide, not for its readers."""


def report_unread_files(folder: Folder, problems: Problems) -> None:
    """Report pages and YAML files beside the folders of a guide that have none of the names that are read."""
    for name in folder.names_at_top():
        mark = Mark(clean_line(name))
        stem = without_ending(name)
        if folder.is_folder(name):
            if name not in _FOLDERS and (hint := did_you_mean(name, _FOLDERS, least=_SIMILAR_FOLDER)):
                problems.report(mark, "UNREAD", f"this folder is not read{hint}")
        elif stem != name:
            if stem.lower() not in _ABOUT_A_PROJECT:
                problems.report(mark, "UNREAD", "this page is not read; move it to the folder sections")
        elif name.lower().endswith(YAML_ENDINGS) and name not in (*_FILES, *(f"{file[:-4]}yml" for file in _FILES[1:])):
            hint = did_you_mean(name, _FILES) or "; rename it or move it to a folder of the guide"
            problems.report(mark, "UNREAD", f"this file is not read{hint}")
