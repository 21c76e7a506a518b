"""For the tests that look at the pages: a real browser, axe-core, and the pages; what is missing here is said in the skip."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tarfile
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.grading.grader import Graded, Grader
from autograder.report.page import render_page
from autograder.report.page_cells import language_for, page_of
from autograder.report.page_model import Page
from autograder.submission.read import read_submission

from . import handmade

AXE = "https://registry.npmjs.org/axe-core/-/axe-core-4.14.1.tgz"
AXE_SHA256 = "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"
CACHE = Path(__file__).resolve().parents[2] / "build" / "axe"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass
class Visit:
    """A page in the browser, with what it said and what it asked for."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")  # not longer: Playwright's event loop would be in the way of nbgrader's
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"there is no browser here: none of {', '.join(BROWSERS)} is installed")
    with playwright.sync_playwright() as started:
        try:
            browser = started.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        except playwright.Error as error:
            pytest.skip(f"{found} cannot be started here: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Open a page file: `visit(path, width=360, scheme="dark")`."""
    contexts = []

    def open_page(path: Path, *, width: int = 1280, scheme: str = "light", bypass_csp: bool = False) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=bypass_csp, offline=True
        )
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("console", lambda message: visit.said.append(message.text))
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        visit.page.on("request", lambda request: visit.asked_for.append(request.url))
        visit.page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
        visit.page.goto(path.resolve().as_uri())
        return visit

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core, from npm's registry and checked against its digest; kept in build/ for the next time."""
    script = CACHE / Path(AXE).with_suffix(".js").name
    if not script.is_file():
        try:
            with urllib.request.urlopen(AXE, timeout=60) as answer:
                archive = answer.read()
        except OSError as error:
            pytest.skip(f"axe-core cannot be fetched from npm's registry: {error}")
        assert hashlib.sha256(archive).hexdigest() == AXE_SHA256, f"{AXE} is not what it was"
        with tarfile.open(fileobj=io.BytesIO(archive)) as package:
            member = package.extractfile("package/axe.min.js")
            assert member is not None
            text = member.read()
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = script.with_suffix(f".{os.getpid()}")
        draft.write_bytes(text)
        draft.replace(script)  # in one step: another test process may be doing the same
    return script.read_text(encoding="utf-8")


@pytest.fixture
def violations(axe: str, visit: Callable[..., Visit]) -> Callable[..., list[str]]:
    """What axe-core finds on a page with all its details open, one line a violation and element."""

    def look(path: Path, **how: Any) -> list[str]:
        page = visit(path, bypass_csp=True, **how).page
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert found["passes"], "axe-core looked at nothing"
        return [f"{one['id']} ({one['impact']}): {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]

    return look


@pytest.fixture(scope="session")
def grader() -> Iterator[Grader]:
    """A grader of the assignment that all these notebooks answer."""
    with Grader(find_course(handmade.ROOT).assignment(handmade.ASSIGNMENT)) as grader:
        yield grader


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where these pages lie."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def graded(grader: Grader, folder: Path) -> Graded:
    """The typical notebook, graded."""
    return grader.grade(read_submission(handmade.typical(folder / "alice.ipynb")), figures=True)


@pytest.fixture(scope="session")
def page(graded: Graded) -> Page:
    """The typical student's page."""
    return page_of(graded)


@pytest.fixture(scope="session")
def page_file(page: Page, folder: Path) -> Path:
    """The typical student's page, as a file."""
    path = folder / "alice.html"
    path.write_text(render_page(page), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_file(grader: Grader, folder: Path) -> Path:
    """The hostile student's page, as a file."""
    submission = read_submission(handmade.hostile(folder / "mallory.ipynb"), handmade.HOSTILE_NAME)
    path = folder / "mallory.html"
    path.write_text(render_page(page_of(grader.grade(submission, figures=True))), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def german_file(graded: Graded, folder: Path) -> Path:
    """The typical student's page in a course whose language is German."""
    assignment = graded.canonical.assignment
    settings = replace(assignment.course.settings, language="de")
    root = folder / "german"
    root.mkdir()
    write_settings(root, settings)
    german = replace(graded, canonical=replace(graded.canonical, assignment=replace(assignment, course=Course(root))))
    path = folder / "alice-de.html"
    path.write_text(render_page(page_of(german), language_for(german)), encoding="utf-8")
    return path
