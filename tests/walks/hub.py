"""Walks through a course on JupyterHub as its users do, with the commands and files of docs/jupyterhub.md, and takes pictures.

`make walks`, as root: it makes three users of the system (and removes them), does what the page says, starts the hub, and
clicks in chromium. The environment stays below $HUB (by default /var/tmp/autograder-hub) for the next time.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.walks.instructor import Instructor
from tests.walks.page import ROOT, Server
from tests.walks.screen import Screen
from tests.walks.student import Student, answered

ASSIGNMENT, STAFF, STUDENTS = "one_hidden_layer", "walk_ada", ("walk_bob", "walk_eve")
URL = "http://127.0.0.1:8000"
CLEAN = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"  # what a root's shell has on a server
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
    "release",  # made anew, by a click
)
NPM = "node"
COMMENT = "One example alone would be right. What happens with several?"


def shell(server: Server, block: str, *, cwd: Path = ROOT, user: str | None = None) -> None:
    """Run a block of commands as root's shell does, or as one of the users."""
    path = f"{server.folder / NPM / 'bin'}:{CLEAN}"
    variables = {"PATH": path, "HOME": "/root", "NPM_CONFIG_PREFIX": str(server.folder / NPM), "LANG": "C.UTF-8"}
    command = ["bash", "-e", "-c", block] if user is None else ["su", "-", user, "-c", block]
    print(f"{user or 'root'}$ " + block.strip().replace("\n", "\n  $ "), flush=True)
    subprocess.run(command, cwd=cwd, env=variables, check=True)


@contextmanager
def users(password: str) -> Iterator[None]:
    """Make the users, and remove them with all that they have."""
    names = (STAFF, *STUDENTS)
    try:
        for name in names:
            subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", name], check=True)
            subprocess.run(["chpasswd"], input=f"{name}:{password}", text=True, check=True)
            Path("/home", name).chmod(0o700)
        yield
    finally:
        for name in names:
            subprocess.run(["userdel", "--remove", name], check=False, stderr=subprocess.DEVNULL)


def lay_out(server: Server) -> None:
    """Do what the page says, but for `git clone`: the tree as it is takes its place."""
    (install,) = server.commands("1. Install")
    if (server.place("/opt/course") / ".venv" / "bin" / "jupyterhub").exists():
        (engine,) = (line for line in install.splitlines() if line.endswith("--no-build-isolation ."))
        shell(server, f"{engine} --force-reinstall --quiet")
    else:
        shell(server, install)
    for folder in ("/srv/nbgrader", "/srv/jupyterhub"):
        shutil.rmtree(server.place(folder), ignore_errors=True)
    for block in server.commands("2. The exchange"):
        shell(server, block)
    for name in ("nbgrader_config.py", "labconfig/page_config.json"):
        server.write(f"/opt/course/.venv/etc/jupyter/{name}")
    server.write("/srv/jupyterhub/jupyterhub_config.py")
    course = Path("/home", STAFF, "neural_networks")
    shutil.copytree(ROOT, course, symlinks=True, ignore=shutil.ignore_patterns(*LOCAL))
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write("\n" + server.file("~/neural_networks/nbgrader_config.py"))
    subprocess.run(["chown", "-R", f"{STAFF}:{STAFF}", str(course)], check=True)
    _, own = server.commands("4. The instructor")
    shell(server, own, user=STAFF)
    lab = Path("/home", STAFF, ".jupyter", "labconfig", "page_config.json")
    lab.write_text(server.file("~/.jupyter/labconfig/page_config.json"), encoding="utf-8")


@contextmanager
def running(server: Server) -> Iterator[None]:
    """Start the hub with the page's line, wait until it answers, and end it with all that it started."""
    (line,) = server.commands("3. The hub")
    path = f"{server.folder / NPM / 'bin'}:{CLEAN}"
    log_file = server.folder / "hub.log"
    with log_file.open("w", encoding="utf-8") as log:
        command = ["bash", "-e", "-c", line.replace("\n" + str(server.place("/opt")), "\nexec " + str(server.place("/opt")))]
        hub = subprocess.Popen(command, env={"PATH": path, "HOME": "/root", "LANG": "C.UTF-8"}, stdout=log, stderr=log)
        try:
            for _ in range(300):
                time.sleep(1)
                try:
                    urllib.request.urlopen(f"{URL}/hub/health", timeout=5)
                    break
                except OSError:
                    if hub.poll() is not None:
                        raise SystemExit(f"the hub did not start: {log_file}") from None
            yield
        finally:
            hub.terminate()
            hub.wait(60)


@contextmanager
def looked_at(browser: Browser, folder: Path) -> Iterator[None]:
    """Where a step does not come off, keep what each user saw then."""
    try:
        yield
    except BaseException:
        for number, page in enumerate(page for context in browser.contexts for page in context.pages):
            page.screenshot(path=str(folder / f"stopped-{number}.png"))
        raise


def walk(browser: Browser, password: str) -> None:
    """The whole way: generate, release, fetch, work, validate, hand in, collect, grade, look, return, read."""
    ada = Instructor(Screen.signed_in(browser, URL, STAFF, password), ASSIGNMENT)
    ada.hands_out()
    bob, eve = (Student(Screen.signed_in(browser, URL, name, password), name, ASSIGNMENT) for name in STUDENTS)
    work = ROOT / "tests" / "submissions" / ASSIGNMENT
    bob.fetches()
    bob.types(answered(bob.notebook, work / "typical.py"))
    bob.validates()
    bob.submits()
    eve.fetches()
    eve.uploads(answered(eve.notebook, work / "good.py"))
    eve.validates_from_the_list()
    eve.submits()
    ada.grades(STUDENTS)
    ada.reads_by_hand("compute_cost", "1", COMMENT)
    ada.gives_back()
    bob.reads_feedback(COMMENT)


def main() -> None:
    """Set up, walk, and leave the pictures, the environment and the hub's log."""
    if os.geteuid() != 0:
        raise SystemExit("Run it as root: it makes users of the system, and the hub starts each Jupyter as its user.")
    server = Server(Path(os.environ.get("HUB", "/var/tmp/autograder-hub")))
    server.folder.mkdir(parents=True, exist_ok=True)
    server.folder.chmod(0o755)
    password = secrets.token_hex(8)
    with users(password), sync_playwright() as playwright:
        lay_out(server)
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with running(server), looked_at(browser, server.folder):
            walk(browser, password)
        browser.close()


if __name__ == "__main__":
    main()
