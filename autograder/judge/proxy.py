"""The student as a hidden test sees it: `student.compute_cost(A2, Y)` is a recorded call in the worker; trusted side."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from autograder.errors import Died, Raised, StudentFault
from autograder.judge.copies import copied
from autograder.sandbox import wire
from autograder.testing.returns import Malformed, Returns, Stream
from autograder.worker.session import Answer, Call, Session

_HELD = "held"
_METHODS = frozenset({"method", "function", "builtin_function_or_method"})  # what is called next, not compared


@dataclass(frozen=True)
class Reply:
    """What a call gave: the value, were the arguments left alone, and what they are afterwards."""

    value: Any
    unchanged: bool
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class Record:
    """One call in a transcript, as it was made and as it was answered: an `Answer` or the fault."""

    action: str
    name: str  # "compute_cost", or "EarlyStopping.step" for a method
    arguments: tuple[Any, ...]
    seed: int | None
    outcome: Answer | StudentFault
    target: int | None = None  # the remote object's number, for a method or an attribute
    made: int | None = None  # the remote object's number, where the answer is one


@dataclass
class Transcript:
    """All calls of one hidden test, in order."""

    records: list[Record] = field(default_factory=list)


def given_back(value: Any) -> Any:
    """Return an argument with each of the worker's own objects in it, such as a cache of a class, as the worker knows it."""
    if isinstance(value, wire.Opaque):
        return wire.Ref(value.ref) if value.ref else value
    if type(value) in (list, tuple):
        return type(value)(given_back(item) for item in value)
    return {key: given_back(item) for key, item in value.items()} if type(value) is dict else value


class Remote:
    """An object that lives in the worker: attributes are read and methods called there; it equals nothing and is no data."""

    __hash__ = object.__hash__

    def __init__(self, student: Student, ref: int, name: str, generation: int, type_name: str = "") -> None:
        self._student, self._ref, self._name, self._generation = student, ref, name, generation
        self._type_name = type_name  # a student's text

    def __eq__(self, other: object) -> bool:
        return False

    def __deepcopy__(self, memo: object) -> Remote:
        return self  # the object stays where it is

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("_"):
            raise AttributeError(attribute)
        return self._student._attribute(self, attribute)

    def __call__(self, *arguments: object) -> Any:
        return self._student._call_remote(self, arguments)


def _is_no_data(remote: Remote, *_: object, **__: object) -> NoReturn:
    """Stand for every operation that only data has: a test that wants data of an object is failed by it, and never broken."""
    raise Malformed(f"{remote._name} is an object (or a function), where numbers or a container of them are needed.")


_OF_DATA = (
    "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or neg pos abs invert round trunc floor ceil "
    "bool int float complex index lt le gt ge len iter next reversed contains getitem setitem delitem enter exit format str "
    "bytes array array_ufunc array_function fspath".split()
)
_BINARY = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()
for _operation in (*_OF_DATA, *(side + name for side in "ri" for name in _BINARY)):
    setattr(Remote, f"__{_operation}__", _is_no_data)


class Student:
    """A submission's functions, by name."""

    def __init__(
        self,
        session: Session,
        returns: Mapping[str, Returns],
        transcript: Transcript,
        *,
        seconds: float | None = None,
        seed: int | None = None,
    ) -> None:
        self._session, self._returns, self._transcript = session, returns, transcript
        self._seconds, self._seed = seconds, seed

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments: self.call(name, *arguments).value

    def within(self, seconds: float) -> Student:
        """Return the same student with another deadline for each call, in seconds."""
        other = copy.copy(self)
        other._seconds = seconds
        return other

    def seeded(self, seed: int) -> Student:
        """Return the same student; the worker's global generators are seeded before each call."""
        other = copy.copy(self)
        other._seed = seed
        return other

    def call(self, name: str, *arguments: object) -> Reply:
        """Call the student's function.

        Raises:
            StudentFault: it gave no answer.
            Malformed: the answer has not the structure that the exercise asks for.
        """
        answer, value = self._ask("call", name, arguments, name=name)
        return Reply(self._read(value, name), answer.unchanged, answer.arguments or arguments)

    def raised(self, name: str, *arguments: object) -> str | None:
        """Return the built-in kind of exception that the function raises, or None if it returns."""
        try:
            self._ask("call", name, arguments, name=name)
        except Raised as fault:
            return fault.kind
        return None

    def value(self, name: str) -> Any:
        """Return a global variable of the student's notebook.

        Raises:
            StudentFault: there is none, or it is no plain data.
        """
        return self._ask("get", name, (), name=name)[1]

    def hold(self, value: object) -> Remote:
        """Keep a value in the worker, to be passed as one and the same object again and again."""
        held: Remote = self._ask("hold", None, (value,), name=_HELD)[1]
        return held

    def overwrite(self, held: Remote, number: float) -> None:
        """Fill the arrays of a held value in place."""
        self._ask("overwrite", self._number(held), (number,), name=_HELD)

    def take(self, stream: object, count: int) -> list[Any]:
        """Return the first items of what a function returned, at most so many: of an iterator in the worker, or of a list.

        Raises:
            StudentFault: it cannot be run through, or stops with an error.
            Malformed: an item has not the structure that the exercise asks for.
        """
        if isinstance(stream, list | tuple):
            return list(stream[:count])
        if not isinstance(stream, Remote):
            raise Malformed("what is returned cannot be run through.")
        items: list[Any] = []
        spec = self._returns.get(stream._name)
        run = self._special(stream, "__iter__")
        while len(items) < count and isinstance(run, Remote):
            try:
                item = self._special(run, "__next__")
            except Raised as fault:
                if fault.kind != "StopIteration":
                    raise
                break
            items.append(spec.item.read(item, f"item {len(items)} of {stream._name}") if isinstance(spec, Stream) else item)
        return items

    def _special(self, remote: Remote, method: str) -> Any:
        """Call a method of an object in the worker that Python itself calls; faults bear the name of what returned it."""
        function, target = remote._name.partition(".__")[0], self._number(remote)
        try:
            found = self._session.ask(Call("get", target, (), method, None, function), self._seconds).value
        except Raised:
            found = None
        if not isinstance(found, wire.Opaque):
            raise Malformed(f"what {function} returned cannot be run through.")
        bound = Remote(self, found.ref, function, self._session.generation)
        return self._ask("call", self._number(bound), (), name=f"{function}.{method}", owner=target, told=function)[1]

    def _attribute(self, remote: Remote, attribute: str) -> Any:
        name = f"{remote._name}.{attribute}"
        target = self._number(remote)
        try:
            answer = self._session.ask(Call("get", target, (), attribute, None, name), self._seconds)
        except StudentFault as fault:
            self._transcript.records.append(Record("get", name, (), None, fault, target))
            raise
        value = self._open(answer.value, name)
        if isinstance(value, Remote) and isinstance(answer.value, wire.Opaque) and answer.value.type_name in _METHODS:
            value.__dict__["_owner"] = target
            return value
        self._transcript.records.append(Record("get", name, (), None, answer, target))
        return self._read(value, name)

    def _call_remote(self, remote: Remote, arguments: tuple[object, ...]) -> Any:
        owner = remote.__dict__.get("_owner")
        _, value = self._ask("call", self._number(remote), arguments, name=remote._name, owner=owner)
        return self._read(value, remote._name)

    def _ask(
        self,
        action: str,
        target: str | int | None,
        arguments: tuple[object, ...],
        *,
        name: str,
        owner: int | None = None,
        told: str | None = None,
    ) -> tuple[Answer, Any]:
        """Make one call, record it, and return the answer with its value as a test sees it; faults are `told` by a name."""
        callbacks: dict[int, Callable[..., object]] = dict(enumerate(self._session.upstream.values()))
        sent = tuple(self._prepared(argument, callbacks) for argument in arguments)
        seed = self._seed_of(arguments)
        kept = tuple(argument if isinstance(argument, Remote) else copied(argument) for argument in arguments)
        subject = owner if owner is not None else (target if isinstance(target, int) else None)
        try:
            answer = self._session.ask(Call(action, target, sent, None, seed, told or name, callbacks), self._seconds)
        except StudentFault as fault:
            self._transcript.records.append(Record(action, name, kept, seed, fault, subject))
            raise
        made = answer.value.ref if isinstance(answer.value, wire.Opaque) else None
        self._transcript.records.append(Record(action, name, kept, seed, answer, subject, made))
        return answer, self._open(answer.value, name)

    def _seed_of(self, arguments: tuple[object, ...]) -> int | None:
        """Return the seed of a call: of the generator that is passed, else the one that holds for all calls."""
        return next((argument.seed for argument in arguments if isinstance(argument, wire.Rng)), self._seed)

    def _prepared(self, argument: Any, callbacks: dict[int, Callable[..., object]]) -> object:
        if type(argument) in (list, tuple):
            return type(argument)(self._prepared(one, callbacks) for one in argument)
        if type(argument) is dict:
            return {key: self._prepared(one, callbacks) for key, one in argument.items()}
        if isinstance(argument, Remote):
            return wire.Ref(self._number(argument))
        if callable(argument):
            callbacks[len(callbacks)] = argument
            return wire.Callback(len(callbacks) - 1)
        return given_back(argument)

    def _number(self, remote: Remote) -> int:
        if remote._generation != self._session.generation or not remote._ref:
            raise Died(remote._name)  # the object went with the worker that kept it
        return remote._ref

    def _open(self, value: object, name: str) -> Any:
        if isinstance(value, wire.Opaque):
            return Remote(self, value.ref, name, self._session.generation, value.type_name)
        return value

    def _read(self, value: object, name: str) -> Any:
        spec = self._returns.get(name)
        if spec is None:
            return value
        answer = f"what {name} returned" if "." not in name else name
        try:
            return spec.read(value, answer)
        except (OverflowError, ValueError, TypeError) as error:
            raise Malformed(f"{answer} cannot be read as the exercise asks.") from error
