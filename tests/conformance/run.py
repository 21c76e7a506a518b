"""Runs nbgrader's own tests, one file at a time: as they are, and with our plug-in switched on."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import nbgrader.tests

from autograder.course.digest import ENGINE

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KEPT = ROOT / "build" / "conformance"
SUITE = Path(nbgrader.tests.__file__).parent
STOCK, OURS = "stock", "ours"
SECONDS = 1800.0  # for one file
GUIDE = Path("docs", "source", "user_guide")  # of nbgrader's: some tests read these by their way from its checkout
GUIDES_FILES = ("autotests.yml", "grades.csv")
FOLDERS = ("apps", "preprocessors", "api", "utils", "nbgraderformat")


@dataclass(frozen=True)
class Ran:
    """What one file gave in one way: each test's name with `passed`, `failed` or `skipped`; none where it was stopped."""

    file: str
    way: str
    nbgrader: str
    tests: dict[str, str]
    plugin: str = ""  # the state of the plug-in that it was run with


def files() -> list[str]:
    """Return the suite's test files; those of the browser need one, and play no part here."""
    return [path.relative_to(SUITE).as_posix() for folder in FOLDERS for path in sorted((SUITE / folder).glob("test_*.py"))]


def ran(file: str, way: str, *, kept_is_enough: bool = False) -> Ran:
    """Return what a file gives in one way: as kept (of this plug-in, or of an earlier one where that is enough), or run now."""
    place = _place(file, way)
    try:
        kept = Ran(**json.loads(place.read_text(encoding="utf-8")))
        if kept.nbgrader == version("nbgrader") and (way == STOCK or kept_is_enough or kept.plugin == plugin_state()):
            return kept
    except (OSError, ValueError, TypeError):
        pass
    found = _run(file, way)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(asdict(found), indent=1), encoding="utf-8")
    return found


def is_kept(file: str) -> bool:
    """Was this file run, in both ways?"""
    return all(_place(file, way).is_file() for way in (STOCK, OURS))


def _place(file: str, way: str) -> Path:
    return KEPT / f"{file.replace('/', '-').removesuffix('.py')}-{way}.json"


@cache
def plugin_state() -> str:
    """Return a short digest of the plug-in: what was run with another one says less of this one."""
    digest = hashlib.sha256()
    for path in sorted((ENGINE / "nbgrader_plugin").glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _run(file: str, way: str) -> Ran:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER_", "AUTOGRADER_"))}
    if way == OURS:
        environment["JUPYTER_CONFIG_PATH"] = str(HERE)
    with tempfile.TemporaryDirectory() as folder:
        report, guide = Path(folder) / "report.xml", Path(folder) / "nbgrader" / GUIDE
        (guide / "source").mkdir(parents=True)
        for name in GUIDES_FILES:
            shutil.copyfile(SUITE.parent / GUIDE / name, guide / name)
        options = ["-q", "-p", "no:cacheprovider", "-W", "ignore", f"--junit-xml={report}", "-c", os.devnull]
        command = [sys.executable, "-m", "pytest", *options, "--rootdir", folder, str(SUITE / file)]
        with contextlib.suppress(subprocess.TimeoutExpired):  # on a busy machine; the other files are run all the same
            subprocess.run(command, env=environment, cwd=folder, timeout=SECONDS, check=False, capture_output=True)
        tests = {} if not report.exists() else dict(_verdict(case) for case in ElementTree.parse(report).iter("testcase"))
    return Ran(file, way, version("nbgrader"), tests, plugin_state() if way == OURS else "")


def _verdict(case: ElementTree.Element) -> tuple[str, str]:
    kinds = {child.tag for child in case}
    said = "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"
    return str(case.get("name")), said
