"""Runs one attack on a grader and says how it succeeded, if it did; an honest submission is graded right after it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Self
from xml.etree import ElementTree

from rich.console import Console

from autograder.course.model import Assignment, Course
from autograder.grading.grader import Graded, Grader, GradingSettings
from autograder.report.files import gradescope_json, json_text, junit_xml, markdown
from autograder.report.page import render_page
from autograder.report.page_cells import page_of
from autograder.report.terminal import print_result
from autograder.result import BROKEN, Result
from autograder.submission.folder import read_submitted
from autograder.submission.read import Submission, SubmittedCell
from autograder.worker.deadlines import Deadlines
from tests.engine import handmade, toy

from . import suite, target
from .suite import Attack

DEADLINES = Deadlines(call=0.6, cell=1.5, cells=5.0, submission=20.0)
NONSENSE = 0.05  # of an exercise: what an answer of no worth may earn
MEMORY = 400 << 20  # bytes that the judge may grow by over the whole suite
FEW = 4
WORK = 60.0  # seconds of the judge's own processor time: however busy the machine is, an attack that ends takes less
CANARY = "a canary that nobody may hear"


@dataclass(frozen=True)
class Verdict:
    """How an attack succeeded: no reason at all means that it failed."""

    attack: str
    reasons: tuple[str, ...]
    seconds: float


class World:
    """What there is to be harmed beside the grades: a file, a process and a port on which somebody listens."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="attacked-"))
        self.folder.chmod(0o777)
        self.canary = self.folder / "canary"
        self.restore()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.bystander = subprocess.Popen(["sleep", "3600"])

    def restore(self) -> None:
        """Put back what an attack may have changed."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        self.canary.write_text(CANARY)
        self.canary.chmod(0o666)
        os.utime(self.canary, (1_000_000, 1_000_000))

    def cell(self) -> str:
        """Return the cell that tells an attacker where everything is."""
        known = {"canary": str(self.canary), "folder": str(self.folder), "port": self.listener.getsockname()[1]}
        return f"world = {known | {'bystander': self.bystander.pid, 'judge': os.getpid()}!r}"

    def harmed(self) -> list[str]:
        """Return what was done to it."""
        found = []
        with contextlib.suppress(OSError):
            if self.canary.read_text() != CANARY:
                found.append("a file outside was changed")
            if sorted(self.folder.iterdir()) != [self.canary]:
                found.append("a file outside was made or removed")
        if not self.canary.exists():
            found.append("a file outside was removed")
        with contextlib.suppress(BlockingIOError):
            self.listener.accept()[0].close()
            found.append("the network was reached")
        if self.bystander.poll() is not None:
            found.append("another process was ended")
            self.bystander = subprocess.Popen(["sleep", "3600"])
        return found

    def close(self) -> None:
        """Remove it all."""
        self.listener.close()
        self.bystander.kill()
        self.bystander.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Trial:
    """A grader of the course under attack, and the world around it; a context manager."""

    def __init__(self, folder: Path, isolation: str = "auto", *, short: bool = False) -> None:
        """Start the grader; `short` judges a few exercises of each attack, other ones from attack to attack."""
        self.short = short
        self.course: Course = target.write_target(folder / "course")
        self.inbox = folder / "inbox"
        self.assignment: Assignment = self.course.assignment(toy.NAME)
        kept = f"{target.KEPT}_solution"
        self.texts = {kept: self.assignment.by_id[kept].source}
        self.honest = handmade.answers(self.assignment, self.texts, name="bob")
        settings = GradingSettings(isolation=isolation, deadlines=DEADLINES, secret=target.SECRET)
        self.grader = Grader(self.assignment, settings)
        self.world = World()
        self.solution = self.grader.grade(handmade.solved(self.assignment)).result
        self.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.world.close()
        self.grader.close()

    def run(self, attack: Attack) -> Verdict:
        """Grade the hostile submission and then an honest one, and look at everything that may have been harmed."""
        started, worked = time.perf_counter(), time.process_time()
        self.world.restore()
        graded = self.grader.grade(self.submission(attack), exercises=self._judged(attack))
        reasons = [
            *self._scored(attack, graded.result),
            *self.world.harmed(),
            *_told(graded, page=attack.kind != suite.CALL or attack.family == "objects"),
        ]
        (honest,) = self.grader.grade(self.honest, exercises=[target.KEPT]).result.exercises
        if honest.score != honest.max_score:
            reasons.append("the next student's grade is another one")
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10) - self.memory
        if grown > MEMORY:
            reasons.append(f"the judge grew by {grown >> 20} MB")
            self.memory += grown
        if time.process_time() - worked > WORK:
            reasons.append("it took the judge's time")
        return Verdict(attack.name, tuple(dict.fromkeys(reasons)), time.perf_counter() - started)

    def _judged(self, attack: Attack) -> Sequence[str]:
        """Return the exercises that are judged: those under attack (in the short form some of them), and the kept one."""
        names = attack.at.split() or list(target.ATTACKED)
        if self.short and not attack.at:
            names = random.Random(attack.name).sample(names, FEW)
        return [name for name in target.NAMES if name in names or name == target.KEPT]

    def submission(self, attack: Attack) -> Submission:
        """Return what is handed in."""
        own = [SubmittedCell("code", self.world.cell())]
        if attack.kind == suite.CALL:
            bound = "\n".join(f"{name} = attack" for name in attack.at.split() or target.ATTACKED)
            own += [SubmittedCell("code", attack.text), SubmittedCell("code", bound)]
            return handmade.answers(self.assignment, self.texts, own, name="mallory")
        if attack.kind == suite.CELLS:
            own += [SubmittedCell("code", part) for part in re.split(r"^# %%.*\n", attack.text, flags=re.MULTILINE)]
            return handmade.answers(self.assignment, self.texts, own, name="mallory")
        made = attack.executed()
        if attack.kind == suite.NAME:
            said = f"text = {made.TEXT!r}\nprint(text)\n"
            own.append(SubmittedCell("code", said))
            own.append(SubmittedCell("code", f"{said}raise ValueError(text)"))
            own.append(SubmittedCell("code", "\n".join(f"def {n}(*_):\n    raise ValueError(text)" for n in target.ATTACKED)))
            own.append(SubmittedCell("markdown", made.TEXT))
            return handmade.answers(self.assignment, self.texts, own, name=made.NAME)
        return self._file(made.make)

    def _file(self, make: object) -> Submission:
        shutil.rmtree(self.inbox, ignore_errors=True)
        folder = self.inbox / "mallory" / toy.NAME
        folder.mkdir(parents=True)
        assert callable(make)
        make(folder, json.loads(self.assignment.path.read_text()))
        try:
            return read_submitted(folder, self.assignment, "mallory")
        finally:
            shutil.rmtree(self.inbox, ignore_errors=True)

    def _scored(self, attack: Attack, result: Result) -> list[str]:
        """Say what was gained or lost that should not have been."""
        found = []
        for one in result.exercises:
            if one.id != target.KEPT and attack.must == suite.GAIN_NOTHING and one.score > NONSENSE * one.max_score:
                found.append(f"{one.id} earned {one.score:g} of {one.max_score:g}")
            if attack.must == suite.LOSE_NOTHING and one.score < one.max_score:
                found.append(f"{one.id} lost {one.max_score - one.score:g}")
            if one.id == target.KEPT and attack.kind != suite.FILE and not attack.may and one.score < one.max_score:
                found.append("the exercise that was solved lost marks")
            if any(test.verdict == BROKEN for test in one.tests):
                found.append(f"{one.id} is BROKEN")
        if [one.id for one in result.exercises] != self._judged(attack):
            found.append("a row is incomplete")
        return found


def texts(graded: Graded, *, page: bool = True) -> dict[str, str]:
    """Return everything that is shown of a result, by the name of its form; the page is the slowest to make."""
    terminal = io.StringIO()
    print_result(Console(file=terminal, width=80, force_terminal=False), graded.result)
    return {
        "JSON": json_text([graded.result]),
        "JUnit": junit_xml([graded.result]),
        "Markdown": markdown([graded.result]),
        "Gradescope": gradescope_json(graded.result),
        "the page": render_page(page_of(graded)) if page else "",
        "the terminal": terminal.getvalue(),
    }


def _told(graded: Graded, *, page: bool) -> list[str]:
    """Name the forms of a result that show what they must not, or in which a student's text is more than text."""
    shown = texts(graded, page=page)
    return [*_leaks(graded, shown), *misused(shown)]


def _leaks(graded: Graded, shown: dict[str, str]) -> list[str]:
    """Name what shows a hidden input, the course's secret or the canary."""
    shown = shown | {"a cell's output": json.dumps([one.outputs for one in graded.outputs.values()], default=repr)}
    shown["a message"] = "\n".join(graded.result.messages)
    secrets = {target.SECRET: "the secret", target.MARK: "a hidden input", CANARY: "a file outside"}
    return [f"{what} stands in {where}" for where, text in shown.items() for secret, what in secrets.items() if secret in text]


class _Active(HTMLParser):
    """Collects what a page would do by itself: a student's text must be none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note elements and attributes that act."""
        if tag in ("iframe", "object", "embed", "form", "base", "marquee"):
            self.found.append(tag)
        for name, value in attrs:
            if (
                name.startswith("on")
                or "evil" in name
                or (value or "").strip().lower().startswith(("javascript:", "vbscript:"))
            ):
                self.found.append(f"{tag} {name}")
            if name in ("src", "href") and "evil" in (value or "") and tag != "a":
                self.found.append(f"{tag} {name}")

    def handle_data(self, data: str) -> None:
        """Note a script that is a student's."""
        if self.cdata_elem and "evil" in data:  # type: ignore[attr-defined]  # which element's raw text this is
            self.found.append(f"{self.cdata_elem} data")  # type: ignore[attr-defined]  # likewise


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"^\s*::[a-z-]+.*::|##\[[a-z-]+", re.MULTILINE)
_LIVE_MARKDOWN = re.compile(r"(?<!\\)<(?:img|script|a |details|h1)|(?<!\\)\]\(|(?<![\w\\`])@evil|^# evil", re.MULTILINE)


def misused(shown: dict[str, str]) -> list[str]:
    """Name the forms in which a student's text would be more than text."""
    found = []
    page = _Active()
    page.feed(shown["the page"])
    found += [f"the page runs a student's {what}" for what in page.found]
    for form in ("JUnit", "Markdown", "the terminal", "the page"):
        if _CONTROL.search(shown[form]):
            found.append(f"{form} holds control characters")
    for form in ("Markdown", "the terminal"):
        if _COMMAND.search(shown[form]):
            found.append(f"{form} holds a workflow command")
    if _LIVE_MARKDOWN.search(shown["Markdown"]):
        found.append("Markdown holds a student's markup")
    for form, text in shown.items():
        try:
            text.encode()
        except UnicodeEncodeError:
            found.append(f"{form} cannot be written as UTF-8")
    with contextlib.suppress(StopIteration):
        suites = ElementTree.fromstring(shown["JUnit"].encode(errors="replace"))
        if len(suites) != 1 or any(child.tag not in ("testcase", "system-out") for child in suites[0]):
            found.append("JUnit has another structure")
    for form in ("JSON", "Gradescope"):
        json.loads(shown[form])
    return found
