"""Results as files for other programs: JSON, JUnit XML, a Markdown summary and Gradescope's JSON; trusted side."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from xml.etree import ElementTree

from autograder.language.localised import localised
from autograder.language.spoken import ENGLISH, Language
from autograder.report.text import exercise_text, reasons
from autograder.result import BROKEN, FAILED, NOT_STARTED, PASSED, SKIPPED, Result, as_json
from autograder.submission.student_text import clean, inert

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF = re.compile(r"[\ud800-\udfff]")  # half a character: of a file's name that is no UTF-8
_LIVELY = re.compile(r"(?<!\w)@(?=\w)|#(?=\d)|:(?=//)|\bwww(?=\.)")  # GitHub makes mentions, references and links of them
_NOTHING_SEEN = "\N{ZERO WIDTH SPACE}"


def json_text(results: Sequence[Result]) -> str:
    """Return one result as an object, several as a list of objects."""
    data = [as_json(result) for result in results]
    return _json(data[0] if len(data) == 1 else data)


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


def markdown(results: Sequence[Result], languages: Sequence[Language] = ()) -> str:
    """Return a summary for a pull request or a CI job's page, each result in its language."""
    parts = []
    for judged, language in zip(results, languages or [ENGLISH] * len(results), strict=True):
        result, say, number = localised(judged, language), language.say, language.number
        lines = [f"## {_cell(result.submission)}: {number(result.score)} / {number(result.max_score)}", ""]
        lines += [f"| {say('exercise')} | {say('points')} | {say('status')} | {say('why')} |", "|---|---:|---|---|"]
        for exercise in result.exercises:
            why = " ".join(_cell(text) for text in reasons(exercise))
            points = f"{number(exercise.score)} / {number(exercise.max_score)}"
            lines.append(f"| {exercise.id} | {points} | {say(exercise.status)} | {why} |")
        lines += ["", *(f"- {_cell(message)}" for message in result.messages)]
        lines += ["", say(f"{result.assignment}, isolation {result.isolation}, engine {result.engine}"), ""]
        parts.append("\n".join(lines))
    return "\n".join(parts)


def gradescope_json(result: Result, visibility: str = "visible", language: Language = ENGLISH) -> str:
    """Return Gradescope's results.json: one entry an exercise, with its tests, notes and hints, and when students see it."""
    result = localised(result, language)
    tests = [
        {
            "name": exercise.id,
            "number": str(place),
            "score": exercise.score,
            "max_score": exercise.max_score,
            "status": "passed" if all(test.verdict == PASSED for test in exercise.tests) else "failed",
            "output": exercise_text(exercise, language),
            "output_format": "text",
            "visibility": visibility,
        }
        for place, exercise in enumerate(result.exercises, 1)
    ]
    data = {
        "score": result.score,
        "execution_time": round(result.seconds, 3),
        "output": "\n".join(result.messages),
        "output_format": "text",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {"max_score": result.max_score, "isolation": result.isolation, "engine": result.engine},
    }
    return _json(data)


def _json(data: object) -> str:
    """Return JSON that can be written as UTF-8: half a character is escaped, and read back as it was."""
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _clean(text: str) -> str:
    """Return the text without the characters that XML cannot hold, or that would steer whoever shows it."""
    return clean(_NOT_XML.sub("?", text))


def _cell(text: str) -> str:
    """Return text that means nothing to Markdown, nor to GitHub: a student may have chosen it."""
    flat = _LIVELY.sub(rf"\g<0>{_NOTHING_SEEN}", " ".join(inert(text).split()))
    return re.sub(r"([\\`*_{}\[\]<>|#&!~])", r"\\\1", flat)
