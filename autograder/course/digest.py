"""A digest of everything that decides a grade and what is said of it, and of nothing else; trusted side."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
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
    digest = hashlib.sha256()
    for place, path in deciding_files(assignment):
        digest.update(place.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def digests(assignment: Assignment) -> dict[str, str]:
    """Return a digest for each part that decides, by its name, to say afterwards which of them has changed."""
    parts = {place: hashlib.sha256() for place in PARTS}
    for place, path in deciding_files(assignment):
        parts[place.partition("/")[0]].update(place.encode() + b"\0" + path.read_bytes() + b"\0")
    return {PARTS[place]: digest.hexdigest() for place, digest in parts.items()}


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
