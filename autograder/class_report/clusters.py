"""Groups the failures that no known mistake explains by what the code did, and makes a bank entry of each; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.canonical import canonicalise
from autograder.class_report.excerpt import Excerpt, as_bank_entry, bound_names, definition
from autograder.class_report.gather import ClassResults, Student
from autograder.result import FAILED, ExerciseResult
from autograder.submission import read_submission

ALIKE = 2  # from this many students on, a group says something of the class
CANDIDATES = 5  # how many of a group's submissions are looked through for its shortest code


@dataclass(frozen=True)
class Cluster:
    """Students whose wrong function answered alike on the same inputs."""

    exercise: str
    function: str
    fingerprint: str
    students: tuple[str, ...]
    failing: tuple[tuple[str, str | None], ...]  # each test's title with the hint that students got
    notes: tuple[str, ...]

    @property
    def n(self) -> int:
        """How many students are in it."""
        return len(self.students)

    @property
    def slug(self) -> str:
        """A name for the bank until a person gives it a telling one."""
        return f"{self.function}__cluster_{self.fingerprint[:6]}"


@dataclass(frozen=True)
class Specimen:
    """What a cluster looks like: one student's code, and the same as an entry for the bank."""

    student: str
    code: Excerpt
    entry: str | None


def find_clusters(students: Sequence[Student]) -> tuple[Cluster, ...]:
    """Group by exercise, function and fingerprint; the largest group first, then in the order of the exercises."""
    members: dict[tuple[str, str, str], list[tuple[str, ExerciseResult]]] = {}
    order: dict[str, int] = {}
    for student in students:
        for exercise in student.result.exercises if student.result else ():
            order.setdefault(exercise.id, len(order))
            for function, fingerprint in exercise.behaviour.items():
                members.setdefault((exercise.id, function, fingerprint), []).append((student.id, exercise))
    clusters = [_cluster(*key, found) for key, found in members.items()]
    return tuple(sorted(clusters, key=lambda one: (-one.n, order[one.exercise], one.function, one.fingerprint)))


def _cluster(exercise: str, function: str, fingerprint: str, found: Sequence[tuple[str, ExerciseResult]]) -> Cluster:
    """Describe a group by the tests that all of it fails: inputs made for one student may part the rest."""
    failed = [[test for test in result.tests if test.verdict == FAILED and test.mistake is None] for _, result in found]
    common = [test for test in failed[0] if all(test.title in {one.title for one in tests} for tests in failed[1:])]
    names = tuple(sorted(student for student, _ in found))
    notes = tuple(dict.fromkeys(test.note for test in common if test.note))
    failing = tuple((test.title, test.hint) for test in common)
    return Cluster(exercise, function, fingerprint, names, failing, notes)


def specimen(cluster: Cluster, results: ClassResults) -> Specimen | None:
    """Return the shortest code among the first few of a cluster; None where none of their files can be read."""
    own = {name for cell in results.assignment.cells for name in bound_names(cell.source) if cell.kind == "code"}
    found: list[tuple[int, str, Excerpt]] = []
    for student in results.students:
        if student.id in cluster.students[:CANDIDATES] and student.notebook is not None:
            code = _code_of(student, cluster, results)
            if code is not None:
                found.append((len(code.source), student.id, code))
    if not found:
        return None
    _, name, code = min(found, key=lambda one: one[:2])
    return Specimen(name, code, as_bank_entry(code, cluster.slug, own))


def _code_of(student: Student, cluster: Cluster, results: ClassResults) -> Excerpt | None:
    assert student.notebook is not None
    canonical = canonicalise(read_submission(student.notebook, student.id), results.assignment)
    written = [cell.source for cell in canonical.cells if cell.by_student and cell.run]
    solution = results.assignment.exercise(cluster.exercise).solution_cells
    answer = [c.source for c in canonical.cells if c.origin is not None and c.origin.grade_id in solution and c.run]
    return definition(written, cluster.function, "\n\n".join(answer))
