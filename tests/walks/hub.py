"""Walks through a course on JupyterHub as its users do, with the settings of docs/jupyterhub.md, and takes their pictures.

`make walks`, as root: it makes three users of the system (and removes them), starts the hub with the page's own settings, and
releases, fetches, hands in, grades and returns in chromium, by clicks alone. What the student writes is put into the file.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from autograder.demo.assemble import assemble

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "images" / "walks"
ASSIGNMENT, STAFF, STUDENTS = "one_hidden_layer", "walk_ada", ("walk_bob", "walk_eve")
URL, SERVER = "http://127.0.0.1:8000", Path("/srv/nbgrader")
LOCAL = (
    ".venv",
    ".git",
    ".demo",
    ".autograder",
    "build",
    "exchange",
    "submitted",
    "autograded",
    "feedback",
    "gradebook.db",
    "*_cache",
)
PATIENCE = 300_000  # milliseconds: a busy machine is slow, and slowness is no failure here


@dataclass
class Hub:
    """The hub's folder in place of /srv/nbgrader, and what its users type to sign in."""

    folder: Path
    password: str = field(default_factory=lambda: secrets.token_hex(8))

    def setting(self, name: str) -> str:
        """Return the block of docs/jupyterhub.md that a line with this path introduces, on this folder."""
        page = (ROOT / "docs" / "jupyterhub.md").read_text(encoding="utf-8")
        (block,) = re.findall(rf"^`{re.escape(str(SERVER))}/{name}`\n\n```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
        return str(block).replace(str(SERVER), str(self.folder))


@contextmanager
def users(hub: Hub) -> Iterator[None]:
    """Make the users, and remove them with all that they have."""
    names = (STAFF, *STUDENTS)
    try:
        for name in names:
            subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", name], check=True)
            subprocess.run(["chpasswd"], input=f"{name}:{hub.password}", text=True, check=True)
            Path("/home", name).chmod(0o700)
        yield
    finally:
        for name in names:
            subprocess.run(["userdel", "--remove", name], check=False, stderr=subprocess.DEVNULL)


def lay_out(hub: Hub) -> None:
    """Do what the page says: the exchange, the settings, the instructor's course."""
    for folder in ("exchange", "config"):
        (hub.folder / folder).mkdir()
    (hub.folder / "exchange").chmod(0o777)
    hub.folder.chmod(0o755)
    (hub.folder / "config" / "nbgrader_config.py").write_text(hub.setting("config/nbgrader_config.py"), encoding="utf-8")
    (hub.folder / "jupyterhub_config.py").write_text(hub.setting("jupyterhub_config.py"), encoding="utf-8")
    home = Path("/home", STAFF)
    course = home / "neural_networks"
    shutil.copytree(ROOT, course, symlinks=True, ignore=shutil.ignore_patterns(*LOCAL, ASSIGNMENT + "_"))
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f'\nc.Exchange.root = "{hub.folder}/exchange"\n')
    (home / ".jupyter").mkdir()
    (home / ".jupyter" / "nbgrader_config.py").symlink_to(course / "nbgrader_config.py")
    subprocess.run(["chown", "-R", f"{STAFF}:{STAFF}", str(home)], check=True)


@contextmanager
def running(hub: Hub) -> Iterator[None]:
    """Start the hub, wait until it answers, and end it with all that it started."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [sys.executable, "-m", "jupyterhub", "--config", str(hub.folder / "jupyterhub_config.py")]
    with (hub.folder / "hub.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=hub.folder, env={**os.environ, "PATH": tools}, stdout=log, stderr=log)
        try:
            for _ in range(300):
                time.sleep(1)
                try:
                    urllib.request.urlopen(f"{URL}/hub/health", timeout=5)
                    break
                except OSError:
                    if server.poll() is not None:
                        raise SystemExit(f"the hub did not start: {hub.folder / 'hub.log'}") from None
            yield
        finally:
            server.terminate()
            server.wait(60)


def sign_in(browser: Any, hub: Hub, name: str) -> Page:
    """Sign in as a user, and wait until JupyterLab is there."""
    page = browser.new_context(viewport={"width": 1200, "height": 720}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{URL}/hub/login")
    page.fill("#username_input", name)
    page.fill("#password_input", hub.password)
    page.click("#login_submit")
    page.wait_for_url("**/lab**")
    page.locator(".jp-Launcher, .jp-FileBrowser").first.wait_for()
    return page


def keep(page: Page, name: str) -> None:
    """Take a picture, with few colours: the pages that show it stay small."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    for answer in page.get_by_role("button", name="No", exact=True).all():  # JupyterLab offers its news
        answer.click()
        page.wait_for_timeout(1000)
    page.screenshot(path=str(path))
    Image.open(path).convert("RGB").quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{name}.png  {path.stat().st_size} bytes", flush=True)


class Formgrader:
    """The instructor, who clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.base = page, f"{URL}/user/{STAFF}/formgrader"

    def open(self, path: str) -> None:
        """Open one of formgrader's pages."""
        self.page.goto(f"{self.base}/{path}", wait_until="networkidle")

    def click(self, row: str, button: str) -> None:
        """Click a button in a row, and see that formgrader says it worked."""
        place = self.page.locator("tr", has=self.page.locator("td.name, td.student-id", has_text=row)).first
        place.locator(f"td.{button} a").first.click()
        modal = self.page.locator(".modal.in, .modal.show").first
        modal.wait_for(state="visible")
        print(f"formgrader {button}: {modal.get_attribute('id')}", flush=True)
        assert modal.get_attribute("id") == "success-modal", modal.inner_text()
        modal.locator("button.close").first.click()
        modal.wait_for(state="hidden")
        self.page.locator(".modal-backdrop").wait_for(state="detached")


def assignment_list(page: Page) -> None:
    """Open the Assignment List from JupyterLab's menu."""
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Assignment List").click()
    page.locator("#released_assignments_list .list_item, #fetched_assignments_list .list_item").first.wait_for()


def press(page: Page, section: str, button: str) -> None:
    """Press a button of the assignment in one of the list's sections."""
    row = page.locator(f"#{section} .list_item", has_text=ASSIGNMENT).first
    row.get_by_role("button", name=button, exact=True).first.click()


def walk(browser: Any, hub: Hub) -> None:
    """The whole way: release, fetch, hand in, collect, grade, look, return, read."""
    staff = Formgrader(sign_in(browser, hub, STAFF))
    staff.open("manage_assignments")
    staff.click(ASSIGNMENT, "release")
    keep(staff.page, "formgrader")
    pages = {}
    for name, work in zip(STUDENTS, ("typical", "good"), strict=True):
        page = pages[name] = sign_in(browser, hub, name)
        assignment_list(page)
        keep(page, "released")
        press(page, "released_assignments_list", "Fetch")
        page.locator("#fetched_assignments_list .list_item", has_text=ASSIGNMENT).first.wait_for()
        path = Path("/home", name, ASSIGNMENT, f"{ASSIGNMENT}.ipynb")
        answers = ROOT / "tests" / "submissions" / ASSIGNMENT / f"{work}.py"
        path.write_text(assemble(path, answers), encoding="utf-8")
        press(page, "fetched_assignments_list", "Submit")
        page.locator("#submitted_assignments_list .list_item", has_text=ASSIGNMENT).first.wait_for()
        keep(page, "submitted")
    staff.open("manage_assignments")
    staff.click(ASSIGNMENT, "collect")
    staff.open(f"manage_submissions/{ASSIGNMENT}")
    for name in STUDENTS:
        staff.click(name, "autograde")
    keep(staff.page, "graded")
    staff.open(f"gradebook/{ASSIGNMENT}/{ASSIGNMENT}")
    staff.page.locator("td.name a").first.click()
    staff.page.wait_for_load_state("networkidle")
    staff.page.locator("input.score").first.scroll_into_view_if_needed()
    keep(staff.page, "by-hand")
    staff.open("manage_assignments")
    for button in ("generate-feedback", "release-feedback"):
        staff.click(ASSIGNMENT, button)
    read_feedback(pages[STUDENTS[0]])


def read_feedback(page: Page) -> None:
    """Fetch and open the feedback, as a student does."""
    page.reload()
    assignment_list(page)
    page.get_by_role("button", name="Fetch Feedback").first.click()
    page.get_by_text("(view feedback)").first.wait_for()
    keep(page, "feedback-list")
    name = STUDENTS[0]
    (found,) = Path("/home", name, ASSIGNMENT, "feedback").rglob("*.html")
    page.goto(f"{URL}/user/{name}/files/{found.relative_to(Path('/home', name))}")
    keep(page, "feedback")


def main() -> None:
    """Set up, walk, and leave nothing behind but pictures, and the hub's folder with its log."""
    if os.geteuid() != 0:
        raise SystemExit("Run it as root: it makes users of the system, and the hub starts each Jupyter as its user.")
    hub = Hub(Path(tempfile.mkdtemp(prefix="hub-")))
    with users(hub), sync_playwright() as playwright:
        lay_out(hub)
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with running(hub):
            walk(browser, hub)
        browser.close()


if __name__ == "__main__":
    main()
