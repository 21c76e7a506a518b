"""Groups the failures that no known mistake explains by what the code did, and makes a bank entry of each; trusted side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.class_report.gather import ClassResults, Student
from autograder.result import FAILED, ExerciseResult
from autograder.submission.canonical import canonicalise
from autograder.submission.excerpt import Excerpt, as_bank_entry, bound_names, definition
from autograder.submission.read import read_submission

ALIKE = 2  # from this many students on, a group says something of the class
CANDIDATES = 5  # how many of a group's submissions are looked through for its shortest code


@dataclass(frozen=True)
class Specimen:
    """What a cluster looks like: one student's code, and the same as an entry for the bank."""

    student: str
    code: Excerpt
    entry: str | None


@dataclass(frozen=True)
class Cluster:
    """Students whose wrong function answered alike on the same inputs."""

    exercise: str
    function: str
    fingerprint: str
    students: tuple[str, ...]
    failing: tuple[tuple[str, str | None], ...]  # each test's title with the hint that students got
    notes: tuple[str, ...]
    specimen: Specimen | None = None
    follows: str | None = None  # another function of theirs, wrong as well, that this one calls

    @property
    def n(self) -> int:
        """How many students are in it."""
        return len(self.students)

    @property
    def slug(self) -> str:
        """A name for the bank until a person gives it a telling one."""
        return f"{self.function}__cluster_{self.fingerprint[:6]}"


def find_clusters(results: ClassResults) -> tuple[Cluster, ...]:
    """Group by exercise, function and fingerprint: the largest group first, those that follow from others last."""
    members: dict[tuple[str, str, str], list[tuple[str, ExerciseResult]]] = {}
    for student in results.students:
        for exercise in student.result.exercises if student.result else ():
            for function, fingerprint in exercise.behaviour.items():
                members.setdefault((exercise.id, function, fingerprint), []).append((student.id, exercise))
    found = [_with_specimen(_cluster(*key, group), results) for key, group in members.items()]
    wrong = {(exercise, function): set(names) for (exercise, function), names in _wrong_functions(results).items()}
    clusters = [replace(cluster, follows=_follows(cluster, results, wrong)) for cluster in found]
    order = [(exercise.id, function) for exercise in results.assignment.exercises for function in exercise.functions]
    place = {key: position for position, key in enumerate(order)}
    last = len(place)
    return tuple(
        sorted(
            clusters,
            key=lambda one: (one.follows is not None, -one.n, place.get((one.exercise, one.function), last), one.fingerprint),
        )
    )


def _cluster(exercise: str, function: str, fingerprint: str, found: Sequence[tuple[str, ExerciseResult]]) -> Cluster:
    """Describe a group by the tests that all of it fails: inputs made for one student may part the rest."""
    failed = [[test for test in result.tests if test.verdict == FAILED and test.mistake is None] for _, result in found]
    common = [test for test in failed[0] if all(test.title in {one.title for one in tests} for tests in failed[1:])]
    names = tuple(sorted(student for student, _ in found))
    notes = tuple(dict.fromkeys(test.note for test in common if test.note))
    said: set[str | None] = set()
    failing = []
    for test in common:  # a hint that stands beside several tests is read once
        failing.append((test.title, None if test.hint in said else test.hint))
        said.add(test.hint)
    return Cluster(exercise, function, fingerprint, names, tuple(failing), notes)


def _wrong_functions(results: ClassResults) -> Mapping[tuple[str, str], list[str]]:
    """Return who has each function wrong, explained or not."""
    wrong: dict[tuple[str, str], list[str]] = {}
    for student in results.students:
        for exercise in student.result.exercises if student.result else ():
            known = {test.mistake.partition("__")[0] for test in exercise.tests if test.mistake and test.verdict == FAILED}
            for function in known | exercise.behaviour.keys():
                wrong.setdefault((exercise.id, function), []).append(student.id)
    return wrong


def _follows(cluster: Cluster, results: ClassResults, wrong: Mapping[tuple[str, str], set[str]]) -> str | None:
    """Return a function that all of the group have wrong too and that the code calls: then this one may be right.

    Where a cell does not parse, none of its functions is there: the first of them stands for all.
    """
    if cluster.specimen is None:
        return None
    code = cluster.specimen.code
    functions = results.assignment.exercise(cluster.exercise).functions
    before = functions[: functions.index(cluster.function)] if cluster.function in functions else ()
    for function in code.helpers if code.name is not None else before:
        if set(cluster.students) <= wrong.get((cluster.exercise, function), set()):
            return function
    return None


def _with_specimen(cluster: Cluster, results: ClassResults) -> Cluster:
    """Show the shortest code among the first few of a cluster; none where none of their files can be read."""
    provided = {name for cell in results.assignment.cells if cell.kind == "code" for name in bound_names(cell.source)}
    found: list[tuple[int, str, Excerpt]] = []
    for student in results.students:
        if student.id in cluster.students[:CANDIDATES] and student.notebook is not None:
            code = _code_of(student, cluster, results)
            if code is not None:
                found.append((len(code.source), student.id, code))
    if not found:
        return cluster
    _, name, code = min(found, key=lambda one: one[:2])
    return replace(cluster, specimen=Specimen(name, code, as_bank_entry(code, cluster.slug, provided)))


def _code_of(student: Student, cluster: Cluster, results: ClassResults) -> Excerpt | None:
    assert student.notebook is not None
    canonical = canonicalise(read_submission(student.notebook, student.id), results.assignment)
    written = [cell.source for cell in canonical.cells if cell.by_student and cell.run]
    solution = results.assignment.exercise(cluster.exercise).solution_cells
    answer = [c.source for c in canonical.cells if c.origin is not None and c.origin.grade_id in solution and c.run]
    return definition(written, cluster.function, "\n\n".join(answer))
