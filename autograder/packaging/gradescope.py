"""Makes the zip that Gradescope takes as an autograder: what of engine and course grades one assignment; trusted side."""

from __future__ import annotations

import ast
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from autograder.course.digest import DECIDING_MODULES, DECIDING_PACKAGES, ENGINE
from autograder.course.model import Assignment
from autograder.course.secret import FOLDER, course_secret
from autograder.course.settings import FILE
from autograder.language.spoken import COURSE_LOCALE, ENGINE_DOMAIN, LOCALE, mo_file
from autograder.packaging.gradescope_run import SETTINGS
from autograder.packaging.requirements import distributions, imported_tops, pinned, with_dependencies

VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")
PROGRAMS = ("setup.sh", "run_autograder")
_ENTRY = "autograder.packaging.gradescope_run"
_BESIDE = {"matplotlib", "IPython"}  # what the zygote warms up, which it is told by name
_NOT_THERE = {
    "nbgrader"
}  # reads a timestamp.txt, which nbgrader writes and Gradescope does not; without it the time is unknown
_LEFT_OUT = ("variants.py", "equivalent.py", "assumptions.py")  # they test the tests, and never meet a submission
_DATE = (1980, 1, 1, 0, 0, 0)  # the same archive whenever it is made
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class GradescopeSettings:
    """What the run on Gradescope has to know; `visibility` is when students see each exercise's tests."""

    assignment: str
    isolation: str
    visibility: str


def gradescope_zip(assignment: Assignment, settings: GradescopeSettings) -> bytes:
    """Return the archive, byte for byte the same for the same course and engine."""
    engine = dict(_engine(assignment.course.settings.language))
    course = dict(_course(assignment))
    sources = [data.decode("utf-8", "replace") for name, data in {**engine, **course}.items() if name.endswith(".py")]
    tops = imported_tops([*sources, *(f"import {name}" for name in assignment.preload)]) | _BESIDE
    requirements = pinned(with_dependencies(distributions(tops) - _NOT_THERE))
    files = {f"kit/{name}": data for name, data in {**engine, **course}.items()}
    files[f"kit/{SETTINGS}"] = (json.dumps(asdict(settings), indent=1) + "\n").encode()
    files[f"kit/{FOLDER}/secret"] = course_secret(assignment.course).encode()
    files["requirements.txt"] = ("\n".join(requirements) + "\n").encode()
    files |= {name: (_TEMPLATES / name).read_bytes() for name in PROGRAMS}
    return _archive(files)


def _engine(language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the packages that decide a grade, every other module of ours that the run imports, and the language's catalogue."""
    paths = {ENGINE / name for name in DECIDING_MODULES}
    paths |= {path for package in DECIDING_PACKAGES for path in (ENGINE / package).rglob("*.py")}
    paths.add(ENGINE.joinpath(*_ENTRY.split(".")[1:]).with_suffix(".py"))
    waiting = sorted(paths)
    while waiting:
        path = waiting.pop()
        for name in _own_imports(path):
            found = _module(name)
            if found is not None and found not in paths:
                paths.add(found)
                waiting.append(found)
    for path in sorted(
        paths | {parent / "__init__.py" for one in paths for parent in one.parents if ENGINE in (parent, *parent.parents)}
    ):
        yield f"autograder/{path.relative_to(ENGINE).as_posix()}", path.read_bytes()
    catalogue = mo_file(LOCALE, language, ENGINE_DOMAIN)
    if catalogue.is_file():
        yield f"autograder/{catalogue.relative_to(ENGINE).as_posix()}", catalogue.read_bytes()


def _course(assignment: Assignment) -> Iterator[tuple[str, bytes]]:
    """Yield the assignment's source notebook with what lies beside it, its hidden content, oracles and helpers."""
    course, content = assignment.course, assignment.course.content
    said = {
        "name": course.settings.name,
        "title": course.settings.title,
        "content": content.name,
        "assignments": [assignment.name],
        "language": course.settings.language,
    }
    yield FILE, "".join(f"{key} = {json.dumps(value)}\n" for key, value in said.items()).encode()
    beside = assignment.path.parent
    for path in _files(beside):
        yield f"source/{assignment.name}/{path.relative_to(beside).as_posix()}", path.read_bytes()
    for folder in (content / assignment.name, content / "oracles", content / "handout"):
        for path in _files(folder):
            if path.name not in _LEFT_OUT:
                yield f"{content.name}/{path.relative_to(content).as_posix()}", path.read_bytes()
    own = mo_file(content / COURSE_LOCALE, course.settings.language, assignment.name)
    if own.is_file():
        yield f"{content.name}/{own.relative_to(content).as_posix()}", own.read_bytes()
    for path in sorted(content.glob("*.py")):
        yield f"{content.name}/{path.name}", path.read_bytes()


def _files(folder: Path) -> list[Path]:
    hidden = ("__pycache__", ".ipynb_checkpoints")
    return sorted(path for path in folder.rglob("*") if path.is_file() and not set(hidden) & set(path.parts))


def _module(name: str) -> Path | None:
    """Return the file of a module of ours; of a name in a module, the module's."""
    parts = name.split(".")
    for end in range(len(parts), 1, -1):
        base = ENGINE.joinpath(*parts[1:end])
        for path in (base.with_suffix(".py"), base / "__init__.py"):
            if path.is_file():
                return path
    return None


def _own_imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name.startswith("autograder.")}


def _archive(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DATE)
            mode = 0o755 if name in PROGRAMS else 0o600 if name.endswith("/secret") else 0o644
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o100000 | mode) << 16
            archive.writestr(entry, files[name])
    return data.getvalue()
