"""Formgrader's buttons in a real browser, on a fresh copy of the course: from Generate to the released feedback."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.preloaded import nbgrader

from ..pages.conftest import browser as browser
from .clone import environment, fresh_copy
from .courses import ASSIGNMENT, SHIPPED, notebook

pytestmark = pytest.mark.long

VERDICT = tomllib.loads((SHIPPED / "verdicts.toml").read_text(encoding="utf-8"))["typical"]
STUDENT = "bob"
START_SECONDS, CLICK_SECONDS = 180.0, 300.0
PICTURES = os.environ.get("FORMGRADER_PICTURES")  # a folder, for whoever wants to look


@dataclass
class Formgrader:
    """A running server, and the page in the browser."""

    course: Path
    home: Path
    url: str
    page: Any
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open one of formgrader's pages and wait until it is filled."""
        self.page.goto(f"{self.url}/formgrader/{path}", wait_until="networkidle")
        self.picture(path.replace("/", "-") or "start")

    def click(self, row: str, button: str) -> None:
        """Click a button in the row of this name, and read what formgrader says when it is done."""
        place = self.page.locator("tr", has=self.page.locator("td.name, td.student-id", has_text=row)).first
        place.locator(f"td.{button} a").first.click()
        modal = self.page.locator(".modal.in, .modal.show").first
        modal.wait_for(state="visible", timeout=CLICK_SECONDS * 1000)
        self.said.append(f"{button}: {modal.get_attribute('id')}: {modal.inner_text()}")
        self.picture(button)
        self.page.keyboard.press("Escape")
        modal.locator("button.close").first.click()
        modal.wait_for(state="hidden", timeout=20_000)

    def picture(self, name: str) -> None:
        """Keep a screenshot, if somebody wants them."""
        if PICTURES:
            self.page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))

    def nbgrader(self, *arguments: str) -> None:
        """Run one of a student's commands."""
        command = [nbgrader(), *arguments]
        variables = environment(self.course, self.home)
        done = subprocess.run(command, cwd=self.course, env=variables, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr[-2000:]


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def formgrader(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formgrader]:
    """Start the server in a fresh copy of the course, on this machine alone."""
    if not (Path(sys.prefix) / "etc" / "jupyter" / "jupyter_server_config.d" / "nbgrader.json").is_file():
        pytest.skip("nbgrader's server extension, which is formgrader, is not enabled in this environment")
    folder = tmp_path_factory.mktemp("formgrader")
    course, token, port = fresh_copy(folder), secrets.token_hex(16), _free_port()
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root"]
    command += [f"--IdentityProvider.token={token}", "--ServerApp.port_retries=0"]
    variables = environment(course, folder / "home")
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=course, env=variables, stdout=log, stderr=log, start_new_session=True)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api?token={token}", server, folder / "server.log")
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.set_default_timeout(120_000)
            page.goto(f"http://127.0.0.1:{port}/formgrader/manage_assignments?token={token}", wait_until="networkidle")
            yield Formgrader(course, folder / "home", f"http://127.0.0.1:{port}", page)
            page.close()
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
    for path in folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"the server did not start: {log.read_text()[-2000:]}")


def test_buttons_alone_lead_to_feedback(formgrader: Formgrader) -> None:
    """Generate, Release, Collect, Autograde, manual grading, Generate feedback and Release feedback: each button works."""
    formgrader.open("manage_assignments")
    for button in ("assign", "release"):
        formgrader.click(ASSIGNMENT, button)
    formgrader.nbgrader("fetch_assignment", ASSIGNMENT, f"--student={STUDENT}")
    (formgrader.course / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").write_text(notebook("typical"), encoding="utf-8")
    formgrader.nbgrader("submit", ASSIGNMENT, f"--student={STUDENT}")
    formgrader.open("manage_assignments")
    formgrader.click(ASSIGNMENT, "collect")
    _autograde(formgrader)
    formgrader.open("manage_assignments")
    for button in ("generate-feedback", "release-feedback"):
        formgrader.click(ASSIGNMENT, button)
    failed = [said for said in formgrader.said if "success-modal" not in said]
    assert not failed and len(formgrader.said) == 6
    assert list((formgrader.course / "exchange").glob("*/feedback/*.html"))
    (page,) = (formgrader.course / "feedback").glob(f"*/{ASSIGNMENT}/{ASSIGNMENT}.html")
    assert VERDICT["lost"]["compute_cost"]["hint"] in page.read_text(encoding="utf-8")


def _autograde(formgrader: Formgrader) -> None:
    """Autograde the one submission, and look at it as one who grades by hand."""
    (submitted,) = (formgrader.course / "submitted").iterdir()
    formgrader.open(f"manage_submissions/{ASSIGNMENT}")
    formgrader.click(submitted.name, "autograde")
    formgrader.open(f"gradebook/{ASSIGNMENT}/{ASSIGNMENT}")
    formgrader.page.locator("td.name a").first.click()
    formgrader.page.wait_for_load_state("networkidle")
    formgrader.picture("by-hand")
    scores = formgrader.page.locator("input.score")
    assert scores.count() > 0
    graded = json.loads((formgrader.course / "autograded" / submitted.name / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text())
    exercises = graded["metadata"]["autograder"]["result"]["exercises"]
    assert {one["id"] for one in exercises if one["score"] < one["max_score"]} >= set(VERDICT["lost"])
    assert any(one["score"] == one["max_score"] for one in exercises)
