"""A digest of everything that decides a grade and what is said of it, and of nothing else; trusted side."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from autograder.course.model import Assignment

ENGINE = Path(__file__).resolve().parents[1]
DECIDING_PACKAGES = ("testing", "sandbox", "worker", "course", "submission", "judge", "diagnosis", "grading")
DECIDING_MODULES = ("__init__.py", "errors.py", "result.py")
PARTS = {"source": "notebook", "engine": "engine", "content": "hidden tests"}
_SUFFIXES = (".py", ".toml")
_DECIDES_NOTHING = ("variants.py", "equivalent.py", "guesses.toml")  # they never meet an exercise that was handed in


def grading_digest(assignment: Assignment) -> str:
    """Return the digest of the deciding packages, the assignment's hidden content, the oracles and the students' helpers."""
    return _digests(assignment, _state(assignment))[0]


def digests(assignment: Assignment) -> dict[str, str]:
    """Return a digest for each part that decides, by its name, to say afterwards which of them has changed."""
    return dict(_digests(assignment, _state(assignment))[1])


@lru_cache(maxsize=8)
def _digests(assignment: Assignment, _state: object) -> tuple[str, dict[str, str]]:
    """Return both, as long as the files stay as they are: a class run asks three times a student."""
    whole, parts = hashlib.sha256(), {place: hashlib.sha256() for place in PARTS}
    for place, path in deciding_files(assignment):
        data = place.encode() + b"\0" + path.read_bytes() + b"\0"
        whole.update(data)
        parts[place.partition("/")[0]].update(data)
    return whole.hexdigest(), {PARTS[place]: digest.hexdigest() for place, digest in parts.items()}


def _state(assignment: Assignment) -> tuple[object, ...]:
    """Return what changes with every change to a deciding file: names, sizes and times, and never what stands in them."""
    content = assignment.course.content
    own = (assignment.path.parent, content / assignment.name, content / "oracles", content / "handout")
    waiting = [os.fspath(folder) for folder in (*own, *(ENGINE / package for package in DECIDING_PACKAGES))]
    found = [_status(os.fspath(ENGINE / name)) for name in DECIDING_MODULES]
    while waiting:
        folder = waiting.pop()
        if not os.path.isdir(folder):
            continue
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith(_SUFFIXES) or entry.path.startswith(f"{own[0]}/"):
                    found.append(_status(entry.path))
    return tuple(sorted(found))


def _status(path: str) -> tuple[str, int, int, int, int]:
    try:
        status = os.stat(path)
    except OSError:  # a link to nothing
        return path, 0, 0, 0, 0
    return path, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def deciding_files(assignment: Assignment) -> Iterator[tuple[str, Path]]:
    """Yield every file that decides, with the name under which it counts."""
    yield f"source/{assignment.path.name}", assignment.path
    for name, path in assignment.beside:
        yield f"source/{name}", path
    files = [ENGINE / name for name in DECIDING_MODULES]
    files += [path for package in DECIDING_PACKAGES for path in _code(ENGINE / package)]
    for path in files:
        yield f"engine/{path.relative_to(ENGINE).as_posix()}", path
    content = assignment.course.content
    for folder in (content / assignment.name, content / "oracles", content / "handout"):
        for path in _code(folder):
            if path.name not in _DECIDES_NOTHING:
                yield f"content/{path.relative_to(content).as_posix()}", path


def _code(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
