"""Results as files for other programs: JSON, JUnit XML, a Markdown summary and Gradescope's JSON; trusted side."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from xml.etree import ElementTree

from autograder.report.text import exercise_text, number, reasons
from autograder.result import BROKEN, FAILED, NOT_STARTED, PASSED, SKIPPED, Result, as_json

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def json_text(results: Sequence[Result]) -> str:
    """Return one result as an object, several as a list of objects."""
    data = [as_json(result) for result in results]
    return json.dumps(data[0] if len(data) == 1 else data, indent=2, ensure_ascii=False) + "\n"


def junit_xml(results: Sequence[Result]) -> str:
    """Return a JUnit report: a suite a submission, a case a hidden test."""
    root = ElementTree.Element("testsuites", name="autograder")
    for result in results:
        tests = [(exercise.id, test) for exercise in result.exercises for test in exercise.tests]
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=_clean(f"{result.assignment}: {result.submission}"),
            tests=str(len(tests)),
            failures=str(sum(test.verdict == FAILED for _, test in tests)),
            errors=str(sum(test.verdict == BROKEN for _, test in tests)),
            skipped=str(sum(test.verdict == SKIPPED for _, test in tests)),
            time=f"{result.seconds:.3f}",
        )
        for exercise, test in tests:
            case = ElementTree.SubElement(
                suite, "testcase", classname=f"{result.assignment}.{exercise}", name=_clean(test.title)
            )
            why = _clean(" ".join(text for text in (test.note, test.hint) if text) or test.title)
            if test.verdict == FAILED:
                ElementTree.SubElement(case, "failure", message=why)
            elif test.verdict == BROKEN:
                ElementTree.SubElement(case, "error", message="The kit could not run this test; it costs no marks.")
            elif test.verdict == SKIPPED:
                ElementTree.SubElement(case, "skipped", message=_clean(test.note or "not started"))
        notes = [
            f"{exercise.id}: {exercise.note}"
            for exercise in result.exercises
            if exercise.note and exercise.status != NOT_STARTED
        ]
        if said := [*result.messages, *notes]:
            ElementTree.SubElement(suite, "system-out").text = _clean("\n".join(said))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def markdown(results: Sequence[Result]) -> str:
    """Return a summary for a pull request or a CI job's page."""
    parts = []
    for result in results:
        lines = [f"## {_cell(result.submission)}: {number(result.score)} / {number(result.max_score)}", ""]
        lines += ["| exercise | points | status | why |", "|---|---:|---|---|"]
        for exercise in result.exercises:
            why = " ".join(_cell(text) for text in reasons(exercise))
            points = f"{number(exercise.score)} / {number(exercise.max_score)}"
            lines.append(f"| {exercise.id} | {points} | {exercise.status} | {why} |")
        lines += ["", *(f"- {_cell(message)}" for message in result.messages)]
        lines += ["", f"{result.assignment}, isolation {result.isolation}, engine {result.engine}", ""]
        parts.append("\n".join(lines))
    return "\n".join(parts)


def gradescope_json(result: Result) -> str:
    """Return Gradescope's results.json: one entry an exercise."""
    tests = [
        {
            "name": exercise.id,
            "score": exercise.score,
            "max_score": exercise.max_score,
            "status": "passed" if all(test.verdict == PASSED for test in exercise.tests) else "failed",
            "output": exercise_text(exercise),
            "visibility": "visible",
        }
        for exercise in result.exercises
    ]
    data = {
        "score": result.score,
        "execution_time": round(result.seconds, 3),
        "output": "\n".join(result.messages),
        "tests": tests,
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _clean(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _NOT_XML.sub("?", text)


def _cell(text: str) -> str:
    """Return text that means nothing to Markdown: a student may have chosen it."""
    flat = " ".join(text.split())
    return re.sub(r"([\\`*_{}\[\]<>|#&!~])", r"\\\1", flat)
