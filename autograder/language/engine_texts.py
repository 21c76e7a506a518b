"""Everything that the engine says to students, read off its own files: what the engine's catalogue holds; trusted side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2.ext import babel_extract

from autograder.language.python_texts import sentences
from autograder.result import Status

ENGINE = Path(__file__).resolve().parents[1]
SPOKEN = (  # what is said in these is read by students; an instructor's commands and reports are not among them
    "errors.py", "grading/scoring.py", "grading/stopped.py", "grading/faults.py", "grading/grader.py",
    "submission/bounds.py", "submission/canonical.py", "submission/canonical_cell.py", "submission/passed_over.py",
    "submission/claims.py", "submission/file.py", "submission/folder.py",
    "submission/own_cells.py", "submission/plain_python.py", "submission/problems.py", "submission/read.py",
    "submission/student_text.py", "submission/timestamps.py", "judge/proxy.py",
    "worker/cell_run.py", "worker/process.py", "worker/session.py", "testing/described.py", "testing/returns.py",
    "diagnosis/facts/arguments.py", "diagnosis/facts/calls.py", "diagnosis/facts/compare.py", "diagnosis/facts/describe.py",
    "diagnosis/facts/factors.py", "diagnosis/facts/kinds.py",
    "diagnosis/facts/regions.py", "diagnosis/facts/relations.py", "diagnosis/facts/shapes.py",
    "diagnosis/facts/tensors.py", "diagnosis/facts/values.py",
    "report/text.py", "report/terminal.py", "report/page.py", "report/page_cells.py", "report/page_model.py",
    "term/rules.py", "commands/notices.py",
)  # fmt: skip
TEMPLATES = ("feedback.html.j2",)  # class report and index are an instructor's
WORDS = (  # that stand alone, where no space tells them from a key, and what joins the others
    *(str(status) for status in Status), "passed", "Due", "picture", "Code", "Table", "note", "Look at", "Run there",
    "On paper", "exercise", "points", "status", "why", "engine", "submission", "notebook", "hidden tests",
    "rows", "columns", "entries", "examples", "row", "column", "entry", "first", "last", "layer",
    "squeezed", "summed", "averaged", "large", "small", "negative", "positive", "many", "few", "too few",
    "{where} stopped at line {line}, `{code}`: {why}", "{where} stopped at line {line}: {why}",
    "{where} stopped, `{code}`: {why}", "{where} stopped: {why}",
    "{where} went on below line {line}, `{code}`, which failed: {why}",
    "{place}, and right only when {value} is zero.", "{place}, and right only when {value} is one.",
    "Why is {words} right when {value} is zero, and only then?",
    "Why is {words} right when {value} is one, and only then?",
    "{name} stops with an error, but for calls in which {value} is zero.",
    "{name} stops with an error, but for calls in which {value} is one.",
    "Why does {name} give an answer when {value} is zero, and only then?",
    "Why does {name} give an answer when {value} is one, and only then?",
    "{first} and {last}", "{first} or {last}", "{part} of {whole}", "{first}, {last}",
    "{number} day", "{number} days", "{number} hour", "{number} hours", "{number} minute", "{number} minutes",
    "{number} day {rest}", "{number} days {rest}", "{number} hour {rest}", "{number} hours {rest}",
)  # fmt: skip
_OF_THE_MACHINE = re.compile(r"bold \w+|%s.*")
_KEYWORDS = ("_", "gettext", "ngettext")


@dataclass(frozen=True)
class Text:
    """One key of the catalogue, with its plural where it has one, and the files that say it."""

    key: str
    plural: str = ""
    files: tuple[str, ...] = ()


def engine_texts() -> list[Text]:
    """Return the engine's texts, each once, in the order of the files."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, plural, file in _all():
        if not _OF_THE_MACHINE.fullmatch(key) and file not in found.setdefault((key, plural), []):
            found[key, plural].append(file)
    return [Text(key, plural, tuple(files)) for (key, plural), files in found.items()]


def _all() -> Iterator[tuple[str, str, str]]:
    for name in TEMPLATES:
        with (ENGINE / "report" / "templates" / name).open("rb") as file:
            for _, _, message, _ in babel_extract(file, _KEYWORDS, (), {"trimmed": "true", "silent": "false"}):
                forms = [form for form in (message if isinstance(message, tuple) else (message,)) if form]
                yield str(forms[0]), str(forms[1]) if len(forms) > 1 else "", f"report/templates/{name}"
    yield from ((word, "", "result.py") for word in WORDS)
    for name in SPOKEN:
        for key in sentences((ENGINE / name).read_text(encoding="utf-8")):
            yield key, "", name
