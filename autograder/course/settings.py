"""Reads `course.toml`, which says what a course is called and where its hidden content lies; trusted side."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.slips import did_you_mean, nearest
from autograder.errors import UsageError

FILE = "course.toml"
DEFAULT_CONTENT = "course"
_KEYS = {
    "name": str, "title": str, "content": str, "assignments": list, "ungraded": list, "files_url": str, "language": str,
    "attempts": str,
}  # fmt: skip
_OF_THE_TERM = ("due", "late")
DEFAULT_LANGUAGE = "en"
ATTEMPTS = ("last", "best")
A_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")  # as GNU gettext names its folders: de, pt_BR
_A_PLACE = re.compile(r'https?://[^\s"\\{}$]+')  # it is pasted into a cell of code


@dataclass(frozen=True)
class CourseSettings:
    """What `course.toml` says; a folder without one is a course without hidden tests."""

    name: str
    title: str
    content: Path  # the package of hidden tests, mistakes, oracles and students' helpers
    assignments: tuple[str, ...]  # in the order of the curriculum; others follow by name
    ungraded: tuple[str, ...] = ()  # notebooks that are handed out, and hold no exercise
    files_url: str = ""  # where a copy of release/ can be fetched from, for notebooks that students open alone
    language: str = DEFAULT_LANGUAGE  # of what students read of the grader
    attempts: str = "last"  # which of several counts: the last, or the best


def read_settings(root: Path) -> CourseSettings:
    """Read a course folder's `course.toml`.

    Raises:
        UsageError: the file cannot be read, or says something that has no meaning.
    """
    path = root / FILE
    try:
        said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        said = {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    for key, value in said.items():
        if key not in _KEYS:
            raise UsageError(f"{path}: {key!r} means nothing here; the keys are {', '.join(_KEYS)}.{_meant(key)}")
        if not isinstance(value, _KEYS[key]) or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
            wanted = "a list of texts" if _KEYS[key] is list else "a text"
            raise UsageError(f"{path}: {key} must be {wanted}.")
    name = said.get("name", root.resolve().name)
    content = (root / said.get("content", DEFAULT_CONTENT)).resolve()
    if not content.name.isidentifier() or content.name in sys.stdlib_module_names | {"autograder"}:
        raise UsageError(f"{path}: content is imported as {content.name!r}, which is no free name for a Python package.")
    graded, ungraded = (tuple(said.get(key, ())) for key in ("assignments", "ungraded"))
    if both := sorted(set(graded) & set(ungraded)):
        raise UsageError(f"{path}: {', '.join(both)} cannot be both in assignments and in ungraded.")
    _refuse_slips(path, root, (*graded, *ungraded))
    files_url = said.get("files_url", "")
    if files_url and not _A_PLACE.fullmatch(files_url):
        raise UsageError(f"{path}: files_url must be the address of a copy of release/, such as https://example.org/release.")
    language = said.get("language", DEFAULT_LANGUAGE)
    if not A_LANGUAGE.fullmatch(language):
        raise UsageError(f"{path}: language = {language!r} is no language's code: write it like de, or pt_BR.")
    attempts = said.get("attempts", ATTEMPTS[0])
    if attempts not in ATTEMPTS:
        raise UsageError(f"{path}: attempts = {attempts!r}, but what counts is the {' or the '.join(ATTEMPTS)} attempt.")
    return CourseSettings(name, said.get("title", name), content, graded, ungraded, files_url, language, attempts)


def notebooks_of(root: Path) -> set[str]:
    """Return the names of a course folder's source notebooks, each in a folder of its name."""
    return {path.parent.name for path in (root / "source").glob("*/*.ipynb") if path.stem == path.parent.name}


def _meant(key: str) -> str:
    """Say where a key belongs, or which was probably meant."""
    return f" [{key}] belongs into term.toml." if key in _OF_THE_TERM else did_you_mean(key, _KEYS)


def _refuse_slips(path: Path, root: Path, listed: tuple[str, ...]) -> None:
    """Refuse a name in a list that no notebook has, where one that is in no list is nearly called so.

    Other names may be there before their notebooks are.
    """
    there = notebooks_of(root)
    left = there - set(listed)
    for name in listed:
        if name not in there and (meant := nearest(name, left)) is not None:
            raise UsageError(f"{path}: no notebook in source/ is called {name!r}. Did you mean {meant!r}?")


def write_settings(root: Path, settings: CourseSettings) -> None:
    """Write a `course.toml` for a folder that shares another course's hidden content: a demo's, or a simulated class's."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in (("name", settings.name), ("title", settings.title))]
    lines += [f"content = {json.dumps(str(settings.content))}", f"assignments = {json.dumps(settings.assignments)}"]
    lines += [f"attempts = {json.dumps(settings.attempts)}"] if settings.attempts != ATTEMPTS[0] else []
    lines += [f"language = {json.dumps(settings.language)}"] if settings.language != DEFAULT_LANGUAGE else []
    (root / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")  # JSON's texts and lists are TOML's too
