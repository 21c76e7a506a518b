"""What to tell each student whose score a regrade has changed: a text each, and a table to send them from; trusted side."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from autograder.commands.options import ANOTHER_FOLDER
from autograder.commands.regraded import SUBMISSION, Change
from autograder.grading.store import Stored, file_name
from autograder.language.spoken import ENGLISH, Language
from autograder.report.text import number
from autograder.submission.student_text import in_spreadsheet, line
from autograder.whole_file import write_wanted

TABLE = "notices.csv"
HEADER = ("student", "subject", "text")
_ENDINGS = {
    True: "Nothing is to be done.",
    False: "If you think that this is wrong, answer this message, and a person will look at it.",
}


def worth_a_notice(found: Sequence[Change]) -> list[Change]:
    """Return the changes that students cannot know of: a new score for new work is none."""
    return [one for one in found if set(one.why) != {SUBMISSION}]


def notice(change: Change, before: Stored, after: Stored, language: Language = ENGLISH) -> str:
    """Return what a student is told: which score was given, which holds now, in which exercises, and why."""
    difference = abs(change.after - change.before)
    way = "more" if change.after > change.before else "less"
    points = f"{number(difference)} point{'' if number(difference) == '1' else 's'} {way}"
    why = " and ".join(one for one in change.why if one != SUBMISSION)
    was, now = _of(change.before, before.result.max_score), _of(change.after, after.result.max_score)
    lines = [
        f"Your {after.result.assignment} was graded again, because this has changed: {why}.",
        f"It had {was} points, and has {now} now: {points}.",
        *_exercises(before, after),
        "This is the score of the tests, before anything is taken off for late work, and without what a person gave by hand.",
        _ENDINGS[change.after > change.before],
    ]
    return "\n".join(map(language.say, lines)) + "\n"


def write_notices(
    folder: Path,
    found: Sequence[Change],
    before: Mapping[str, Stored],
    after: Mapping[str, Stored],
    language: Language = ENGLISH,
) -> int:
    """Write a file a student and the table, in a language; return for how many.

    Raises:
        UsageError: the folder cannot be written.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(HEADER)
    told = worth_a_notice(found)
    for one in told:
        text = notice(one, before[one.student], after[one.student], language)
        write_wanted(folder / f"{file_name(one.student)}.txt", text, ANOTHER_FOLDER)
        subject = language.say(f"{line(after[one.student].result.assignment)}: graded again")
        writer.writerow((in_spreadsheet(one.student), subject, text))
    write_wanted(folder / TABLE, table.getvalue(), ANOTHER_FOLDER)
    return len(told)


def _exercises(before: Stored, after: Stored) -> Iterator[str]:
    was = {one.id: one for one in before.result.exercises}
    for one in after.result.exercises:
        old = was.get(one.id)
        if old is not None and (old.score, old.max_score) != (one.score, one.max_score):
            yield f"  {one.id}: {_of(old.score, old.max_score)} before, {_of(one.score, one.max_score)} now"


def _of(score: float, most: float) -> str:
    return f"{number(score)} of {number(most)}"
