"""The class report for other programs: JSON with everything, and CSV with a row a student; trusted side."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import Any

from autograder.class_report.beliefs import Belief
from autograder.class_report.clusters import Cluster
from autograder.class_report.report import ClassReport, Remark
from autograder.class_report.statistics import Item
from autograder.result import NEEDS_REVIEW
from autograder.submission.student_text import in_spreadsheet


def report_json(report: ClassReport) -> str:
    """Return the whole report as JSON."""
    scores = report.scores
    data: dict[str, Any] = {
        "assignment": report.results.assignment.name,
        "students": len(report.results.students),
        "graded": scores.n,
        "unreadable": len(report.results.unreadable),
        "scores": {
            "mean": _rounded(scores.mean),
            "median": _rounded(scores.median),
            "lowest": _rounded(scores.low),
            "highest": _rounded(scores.high),
            "standard_deviation": _rounded(scores.deviation),
            "histogram": list(scores.counts),
        },
        "exercises": [_item(item) for item in report.items],
        "mistakes": [
            {
                "exercise": made.exercise,
                "mistake": made.mistake,
                "hint": made.hint,
                "count": made.n,
                "cost": made.cost,
                "students": list(made.students),
            }
            for made in report.mistakes
        ],
        "clusters": [_cluster(cluster) for cluster in report.clusters],
        "teach": list(report.teach),
        "similar": [asdict(pair) for pair in report.similar],
        "remarks": [_remark(remark) for remark in report.remarks],
        "guesses": [_belief(belief) for belief in report.beliefs],
        "surprised_most": report.surprise.question.name if report.surprise else None,
        "notices": list(report.notices),
    }
    return json.dumps(data, indent=2) + "\n"


def report_csv(report: ClassReport) -> str:
    """Return a table with a row a student; what is not graded or could not be read is empty, never 0."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    ids = [exercise.id for exercise in report.results.assignment.exercises]
    asked = [belief.question.cell for belief in report.beliefs]
    remarks: dict[str, list[str]] = {}
    for remark in report.remarks:
        remarks.setdefault(remark.student.id, []).append(remark.kind)
    writer.writerow(["student", "name", "score", "max_score", "percent", *ids, "seconds_late", "remarks", *asked])
    for student in report.results.students:
        result = student.result
        scores = {exercise.id: exercise for exercise in result.exercises} if result and not student.is_unreadable else {}
        own = [f"{scores[name].score:g}" if name in scores and scores[name].status != NEEDS_REVIEW else "" for name in ids]
        total = [f"{result.score:g}", f"{result.max_score:g}", f"{result.percent:.2f}"] if result else ["", "", ""]
        late = f"{student.seconds_late:.0f}"
        writer.writerow(
            [
                in_spreadsheet(student.id),
                in_spreadsheet(student.name),
                *total,
                *own,
                late,
                "; ".join(remarks.get(student.id, [])),
                *(_guess(belief, student.id) for belief in report.beliefs),
            ]
        )
    return text.getvalue()


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "points": item.points,
        "mean": _rounded(item.mean),
        "difficulty": _rounded(item.difficulty),
        "discrimination": _rounded(item.discrimination),
        "completion": _rounded(item.completion),
        "median_seconds": _rounded(item.seconds),
        "statuses": item.statuses,
    }


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {
        "exercise": cluster.exercise,
        "function": cluster.function,
        "fingerprint": cluster.fingerprint,
        "count": cluster.n,
        "students": list(cluster.students),
        "follows_from": cluster.follows,
        "failing": [{"title": title, "hint": hint} for title, hint in cluster.failing],
    }


def _belief(belief: Belief) -> dict[str, Any]:
    question = belief.question
    return {
        "question": question.name,
        "asks": question.asks,
        "unit": question.unit,
        "truth": question.truth,
        "guessed": belief.n,
        "right": belief.right,
        "unreadable": belief.unreadable,
        "median": _rounded(belief.middle),
        "middle_half": [_rounded(end) for end in belief.half] if belief.half else None,
        "choices": dict(belief.counts),
        "students": dict(belief.guesses),
    }


def _guess(belief: Belief, student: str) -> str:
    """Return a student's guess for a spreadsheet: one of our own words, or a number; empty where there is none."""
    guess = belief.guesses.get(student, "")
    return guess if isinstance(guess, str) else f"{guess:g}"


def _remark(remark: Remark) -> dict[str, str]:
    return {"kind": remark.kind, "student": remark.student.id, "detail": remark.detail}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
