"""What a class believed before it looked: the guesses in the notebooks that were handed in, beside the truth; trusted side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from autograder.class_report.gather import ClassResults
from autograder.course.guesses import Question, guess_in, has_text, read_questions
from autograder.submission.read import SubmittedCell, read_submission

FEW = 5  # fewer guesses than these are anecdotes, and surprise nobody


@dataclass(frozen=True)
class Belief:
    """One question: what each student guessed, and how many wrote something that is no number or choice."""

    question: Question
    guesses: Mapping[str, float | str] = field(default_factory=dict)  # student -> guess
    unreadable: int = 0

    @property
    def n(self) -> int:
        """How many guessed."""
        return len(self.guesses)

    @property
    def right(self) -> int:
        """How many guessed what happened, or near enough."""
        return sum(self.question.is_right(guess) for guess in self.guesses.values())

    @property
    def share(self) -> float | None:
        """The share of those who guessed that was right."""
        return self.right / self.n if self.n else None

    @property
    def middle(self) -> float | None:
        """The median of the numbers guessed; choices have none."""
        numbers = self._numbers()
        return median(numbers) if numbers else None

    @property
    def half(self) -> tuple[float, float] | None:
        """Between which numbers the middle half of the class lies."""
        numbers = self._numbers()
        if len(numbers) < 2:
            return None
        low, _, high = quantiles(numbers, n=4, method="inclusive")
        return low, high

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many chose what, in the question's order; none for numbers."""
        chosen = list(self.guesses.values())
        return tuple((choice, chosen.count(choice)) for choice in self.question.choices)

    def _numbers(self) -> list[float]:
        return sorted(guess for guess in self.guesses.values() if not isinstance(guess, str))


def find_beliefs(results: ClassResults) -> tuple[Belief, ...]:
    """Read the guesses of every notebook that can be read; an assignment without questions costs nothing."""
    questions = read_questions(results.assignment)
    if not questions:
        return ()
    guesses: dict[str, dict[str, float | str]] = {question.name: {} for question in questions}
    unreadable = dict.fromkeys(guesses, 0)
    for student in results.students:
        if student.notebook is None or student.is_unreadable:
            continue
        cells = [cell for cell in read_submission(student.notebook, student.id).cells if cell.kind == "code"]
        for question in questions:
            guess = guess_in(question, _sources(question, cells))
            if guess is not None:
                guesses[question.name][student.id] = guess
            elif any(has_text(question, cell.source) for cell in cells if cell.grade_id == question.cell):
                unreadable[question.name] += 1
    return tuple(Belief(question, guesses[question.name], unreadable[question.name]) for question in questions)


def most_surprising(beliefs: Sequence[Belief]) -> Belief | None:
    """Return the question that the smallest share of the class foresaw, if enough of it guessed and not all were right."""
    told = [one for one in beliefs if one.n >= FEW and one.share is not None and one.share < 1]
    return min(told, key=lambda one: (one.share or 0.0, -one.n), default=None)


def _sources(question: Question, cells: Sequence[SubmittedCell]) -> list[str]:
    """Return the cells that may hold the guess: the one made for it last, since it is the one that was asked for."""
    made = [cell.source for cell in cells if cell.grade_id == question.cell]
    others = [cell.source for cell in cells if cell.grade_id != question.cell and question.cell in cell.source]
    return [*others, *made]
