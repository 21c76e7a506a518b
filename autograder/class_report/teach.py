"""What to teach again tomorrow: three sentences made from a class's figures; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.class_report.clusters import ALIKE, Cluster
from autograder.class_report.statistics import Item, MistakeCount
from autograder.report.text import number
from autograder.result import NOT_STARTED, SOLVED

FEW = 5  # fewer results than this are anecdotes, and the first sentence says so
LEFT_OUT = 0.75  # an exercise that fewer than this share started needs time rather than explanation
SAFE = 0.9  # an exercise of which the class won this share needs no second lesson
SOLID = 0.6  # an exercise that this share solved can be built on
TELLING = 0.3  # the usual lower limit of a good discrimination

Sentences = tuple[str, str, str]


@dataclass(frozen=True)
class Left:
    """How many submissions are left out of all figures: without a result yet, and with a file that could not be read."""

    waiting: int = 0
    unreadable: int = 0


def what_to_teach(
    n: int,
    items: Sequence[Item],
    mistakes: Sequence[MistakeCount],
    clusters: Sequence[Cluster],
    *,
    points: bool,
    left: Left | None = None,
) -> Sentences:
    """Return the costliest mistake, the exercise that needs another lesson, and the one to build on.

    `n` counts the graded submissions, `left` those that no figure speaks of; `points` says whether the assignment has any.
    """
    known = [item for item in items if item.difficulty is not None]
    if not n or not known:
        return _nothing_yet(n, left or Left())
    first = _mistake(n, mistakes, clusters, points=points) or _no_mistake(known)
    if n < FEW:
        first = f"With only {students(n)} graded, take this as an anecdote: {first[0].lower()}{first[1:]}"
    return first, _hardest(n, known), _strongest(n, known)


def students(n: int) -> str:
    """Return `1 student` or `7 students`."""
    return f"{n} student" if n == 1 else f"{n} students"


def of_class(k: int, n: int) -> str:
    """Return `41 of 400 students (10%)`; the share is left out where the count says it better."""
    if k == n:
        return "the only student" if n == 1 else f"all {students(n)}"
    share = f" ({percent(k / n)})" if n >= FEW else ""
    return f"{k} of {students(n)}{share}"


def percent(share: float) -> str:
    """Return a share in whole percent; 0% and 100% only where they are exact."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{100 * share:.0f}%"


def readable(entry: str) -> str:
    """Return a bank entry's name as words: compute_cost__sums_over_examples is `sums over examples`."""
    return entry.partition("__")[2].replace("_", " ") or entry


def cost(value: float, *, points: bool) -> str:
    """Return `61.5 points`, or for an assignment without points what the loss is worth in exercises."""
    amount = number(round(value, 1))
    unit = "point" if points else "exercise"
    return f"{amount} {unit}" if amount == "1" else f"{amount} {unit}s"


def _nothing_yet(n: int, left: Left) -> Sentences:
    again = "Then make this report again."
    if n:
        review = "Nothing can be said of what to teach: every exercise waits for a person's review."
        return review, "Grade the marked exercises in formgrader.", again
    if left.unreadable and not left.waiting:
        files = "The one file that was handed in" if left.unreadable == 1 else f"All {left.unreadable} files"
        return f"{files} could not be read, so there is nothing to teach again.", "Ask for them again: see below.", again
    missing = "No submission has been graded yet, so there is nothing to teach again."
    if left.waiting:
        who = "1 submission waits" if left.waiting == 1 else f"{left.waiting} submissions wait"
        return missing, f"{who}: run autograder autograde.", again
    return missing, "No submission was found either: collect them first, with nbgrader collect.", again


def _mistake(n: int, mistakes: Sequence[MistakeCount], clusters: Sequence[Cluster], *, points: bool) -> str | None:
    worst = max(mistakes, key=lambda one: (one.cost, one.n), default=None)
    group = max((one for one in clusters if one.follows is None), key=lambda one: one.n, default=None)
    if group is not None and group.n >= ALIKE and (worst is None or worst.n < ALIKE):
        who = of_class(group.n, n)
        return f"Begin with {group.function}: {who} gave the same wrong answers, which no known mistake explains; see below."
    if worst is None:
        return None
    lost = f"which cost {cost(worst.cost, points=points)}{' in all' if worst.n > 1 else ''}"
    hint = f": ask the class, “{worst.hint}”" if worst.hint else "."
    return f"Begin with {worst.exercise}: {of_class(worst.n, n)} made the mistake “{readable(worst.mistake)}”, {lost}{hint}"


def _no_mistake(items: Sequence[Item]) -> str:
    started = any(item.completion for item in items)
    if not started:
        return "Begin with a look at the notebook together: nobody has started a single exercise."
    if all(item.difficulty is not None and item.difficulty >= SAFE for item in items):
        return "No mistake needs a lesson: none was recognised, and every exercise was won almost whole."
    return "No single mistake stands out: none that is known was recognised, and no two wrong answers are alike."


def _hardest(n: int, items: Sequence[Item]) -> str:
    skipped = min(items, key=lambda one: one.completion or 0.0)
    hardest = min(items, key=lambda one: one.difficulty or 0.0)
    if (skipped.completion or 0.0) < LEFT_OUT:
        left = skipped.statuses[NOT_STARTED]
        return f"Give {skipped.id} time in class: {of_class(left, n)} did not start it{_most(skipped, items)}."
    won = percent(hardest.difficulty or 0.0)
    if (hardest.difficulty or 0.0) >= SAFE:
        return f"No exercise needs a second lesson: even of {hardest.id}, the hardest, the class won {won}."
    solved = hardest.statuses[SOLVED]
    whole = f"{of_class(solved, n)} solved it whole" if solved else "nobody solved it whole"
    rank = "the hardest exercise" if len(items) > 1 else "the only exercise"
    return f"Go through {hardest.id} again: it was {rank}; the class won {won} of it, and {whole}."


def _most(item: Item, items: Sequence[Item]) -> str:
    others = [one.completion or 0.0 for one in items if one.id != item.id]
    return ", more than any other exercise" if others and min(others) > (item.completion or 0.0) else ""


def _strongest(n: int, items: Sequence[Item]) -> str:
    best = max(items, key=lambda one: (one.statuses[SOLVED], one.difficulty or 0.0))
    solved = best.statuses[SOLVED]
    if not solved:
        text = f"Nothing is safe ground yet: nobody solved an exercise whole, so start from the examples of {items[0].id}"
    elif solved / n < SOLID:
        text = f"Take little for granted: even {best.id}, which went best, was solved by no more than {of_class(solved, n)}"
    else:
        text = f"Build on {best.id}, which {of_class(solved, n)} solved"
    value, telling = max(((one.discrimination or 0.0, one.id) for one in items), default=(0.0, ""))
    if value < TELLING:
        return f"{text}."
    return f"{text}; pair students by {telling}, which best tells who follows (discrimination {value:.2f})."
