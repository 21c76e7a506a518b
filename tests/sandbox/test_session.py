"""One submission's session survives whatever its code does: every claim here is about a hostile or broken notebook."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from autograder import errors
from autograder.errors import Died, Missing, Raised, StudentFault, TimedOut, Unsendable, WrongArity
from autograder.judge.proxy import Student, Transcript
from autograder.sandbox import wire
from autograder.worker import process as worker_process
from autograder.worker import session
from autograder.worker.cell_outcome import read_outcome
from autograder.worker.clock import Deadline, Meter
from autograder.worker.deadlines import Deadlines
from autograder.worker.process import Worker, WorkerLost
from autograder.worker.session import Call, Session
from autograder.worker.zygote import Zygote

pytestmark = pytest.mark.long

QUICK = Deadlines(call=0.6, cell=1.5, cells=4.0, submission=60.0)
GOOD = "def good(x): return x + 1"
TOOLS = """
import os, signal, sys, threading, time
from autograder.sandbox import wire, worker
def say(message): os.write(3, wire.frame(message))
"""

Make = Callable[..., Session]


@pytest.fixture(autouse=True)
def _little_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill soon after a deadline: these tests miss many."""
    monkeypatch.setattr(worker_process, "GRACE_SECONDS", 0.3)
    monkeypatch.setattr(session, "GRACE_SECONDS", 0.3)


@pytest.fixture
def make(zygote: Zygote) -> Iterator[Make]:
    """Make sessions from cells; each ends with the test."""
    made: list[Session] = []

    def start(*cells: str, deadlines: Deadlines = QUICK, **options: Any) -> Session:
        made.append(Session(zygote, [TOOLS, *cells, GOOD], deadlines, **options))
        return made[-1]

    yield start
    for one in made:
        one.close()


def ask(session: Session, name: str, *arguments: object, callbacks: dict[int, Callable[..., object]] | None = None) -> Any:
    """Call a function of the notebook and return its value."""
    return session.ask(Call("call", name, arguments, name=name, callbacks=callbacks or {})).value


def fault(session: Session, name: str, *arguments: object, **options: Any) -> StudentFault:
    """Call a function that gives no answer, and return the fault; the session has to be of use afterwards."""
    with pytest.raises(StudentFault) as caught:
        ask(session, name, *arguments, **options)
    assert ask(session, "good", 1) == 2
    return caught.value


# --- losses ---


@pytest.mark.each_level
@pytest.mark.parametrize(
    "death",
    [
        "os._exit(0)",
        "os.abort()",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "import ctypes; ctypes.string_at(0)",
        "import faulthandler; faulthandler._sigsegv()",
        "import functools; hash(functools.reduce(lambda t, _: (t,), range(10**6), ()))",
        "threading.Thread(target=os._exit, args=(1,)).start(); time.sleep(2)",
    ],
    ids=["exit", "abort", "kill", "null", "fault", "recursion", "thread"],
)
def test_a_dead_worker_costs_only_the_call(make: Make, death: str) -> None:
    """A function that ends the process fails its call; the others are answered by the next worker."""
    one = make(f"def bad(): {death}", deadlines=Deadlines(call=8.0))
    assert isinstance(fault(one, "bad"), Died)
    assert one.generation == 2 and len(one.violations) == 1


@pytest.mark.parametrize(
    "hang",
    ["while True: pass", "time.sleep(60)", "threading.Event().wait()", "sys.stdin.read(); time.sleep(9)", "signal.pause()"],
)
def test_a_hang_is_ended_at_the_deadline(make: Make, hang: str) -> None:
    """A function that does not end is interrupted, and its worker lives on."""
    one = make(f"def bad():\n    {hang}")
    assert isinstance(fault(one, "bad"), TimedOut)
    assert one.generation == 1


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which whoever does not compute waits for a processor."""
    read = Meter.read
    monkeypatch.setattr(Meter, "read", lambda meter: (time.monotonic(), read(meter)[1]))


@pytest.mark.usefixtures("busy")
def test_a_busy_machine_costs_a_call_nothing(make: Make) -> None:
    """A call that is kept waiting for twice as long as it may take is answered."""
    one = make("def slow():\n    time.sleep(1.2)\n    return 7")
    assert ask(one, "slow") == 7  # QUICK gives a call 0.6 s


def test_a_submission_that_only_waits_keeps_its_time(make: Make, request: pytest.FixtureRequest) -> None:
    """On a machine that is busy with other things, neither cells nor the submission run out of time."""
    cells = ["time.sleep(0.4)"] * 4
    hurried = Deadlines(call=0.2, cell=0.5, cells=0.6, submission=0.8)
    late = make(*cells, deadlines=hurried)
    late.start()
    assert late.over
    request.getfixturevalue("busy")
    one = make(*cells, deadlines=hurried)
    assert [outcome.ok for outcome in one.start()] == [True] * 6
    assert not one.over


@pytest.mark.usefixtures("busy")
def test_a_call_that_computes_too_long_is_ended_by_its_computing(make: Make) -> None:
    """However busy the machine is, what computes without an end is stopped after its own time."""
    one = make("def bad():\n    while True: pass", deadlines=Deadlines(call=0.3))
    assert isinstance(fault(one, "bad"), TimedOut)
    assert one.generation == 1


def test_computing_that_resists_the_alarm_is_killed(make: Make) -> None:
    """A worker that holds back its signals is killed when it has computed long enough, and not by the clock alone."""
    hang = "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))\n    while True: pass"
    one = make(f"def bad():\n    {hang}", deadlines=Deadlines(call=0.3))
    assert isinstance(fault(one, "bad"), TimedOut)
    assert one.generation == 2 and ask(one, "good", 1) == 2


@pytest.mark.parametrize(
    "hang",
    [
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))\n    while True: pass",
        "signal.signal(signal.SIGALRM, signal.SIG_IGN)\n    while True: pass",
        "signal.setitimer(signal.ITIMER_REAL, 0)\n    while True: pass",
        "spin()",
        "os.kill(os.getpid(), signal.SIGSTOP)",
        "return 10 ** 10 ** 9",
        "worker.TimeIsUp = ValueError; worker._time_is_up = print; signal.signal(14, print)\n    while True: pass",
        "import re; re.match('(a+)+$', 'a' * 60 + 'b')",
        "class Forever:\n        def __del__(self): spin()\n    Forever()",
        "sys.settrace(lambda *a: time.sleep(60))\n    good(1)\n    while True: pass",
    ],
    ids=["mask", "ignore", "timer", "swallow", "stop", "power", "handler", "regex", "del", "trace"],
)
def test_a_hang_that_resists_is_killed(make: Make, hang: str) -> None:
    """A function that swallows the alarm is killed from outside."""
    spin = "def spin():\n  while True:\n    try:\n      while True: time.sleep(0.001)\n    except BaseException: pass"
    one = make(spin, f"def bad():\n    {hang}")
    assert isinstance(fault(one, "bad"), TimedOut)


def test_two_endless_answers_then_a_quick_refusal(make: Make) -> None:
    """An answer that is counted until it is too large takes time: the third one is not asked for, and others are answered."""
    endless = "class Endless(list):\n    def __iter__(self):\n        while True: yield 4.0"
    one = make(
        endless,
        "calls = []\ndef bad():\n    calls.append(1)\n    return Endless()",
        "def count(): return len(calls)",
        deadlines=Deadlines(),
    )
    for _ in range(4):
        with pytest.raises((Unsendable, TimedOut)):
            ask(one, "bad")
    assert ask(one, "count") == 2 and one.generation == 1


def test_two_losses_then_a_quick_refusal(make: Make) -> None:
    """A function that lost two workers is not called again: other tests shall not wait for it."""
    one = make("def bad(): os._exit(0)")
    for _ in range(2):
        fault(one, "bad")
    generation = one.generation
    for _ in range(5):
        fault(one, "bad")
    assert one.generation == generation and len(one.violations) == 2


def test_a_session_ends_at_its_own_deadline(make: Make) -> None:
    """When the time of a submission is over, calls are refused at once."""
    one = make(deadlines=Deadlines(call=0.5, cell=1.5, cells=4.0, submission=0.0))
    one.start()
    with pytest.raises(TimedOut):
        ask(one, "good", 1)


@pytest.mark.each_level
def test_a_worker_that_ends_by_itself_is_replaced(make: Make) -> None:
    """A process that ends between two calls, when nobody looks, costs one call at most."""
    one = make("threading.Timer(0.2, os._exit, (0,)).start() if not hasattr(os, 'again') else None")
    one.start()
    time.sleep(0.5)
    with pytest.raises(Died):
        ask(one, "good", 1)


@pytest.mark.each_level
def test_two_sessions_do_not_confuse_each_other(make: Make) -> None:
    """Of two sessions one has a worker, the one that asked last; the other goes on in a new one when it is asked again."""
    first = make("def later(): threading.Timer(0.1, os._exit, (0,)).start()")
    ask(first, "later")
    time.sleep(0.4)
    second = make()
    assert ask(second, "good", 1) == 2
    assert ask(first, "good", 1) == 2
    assert second._worker is not None and not second._worker.alive
    assert ask(second, "good", 2) == 3


@pytest.mark.each_level
def test_a_killed_zygote_is_replaced(make: Make, zygote: Zygote) -> None:
    """When the zygote itself dies, the call fails and the next one is answered."""
    one = make("open('left', 'w').write('x')", "def left(): return os.listdir('.')")
    assert ask(one, "left") == ["left"]
    zygote.process.send_signal(signal.SIGKILL)
    assert one._worker is not None
    select.select([one._worker.pidfd], [], [])  # the worker goes with it
    with pytest.raises(Died):
        ask(one, "good", 1)
    assert ask(one, "good", 1) == 2
    one.close()
    assert ask(make("def left(): return os.listdir('.')"), "left") == []


# --- cells ---


def test_a_cell_that_ends_the_process_is_left_out(make: Make) -> None:
    """The cells before and after it run; what became of it is recorded."""
    one = make("a = 1", "os._exit(0)", "def both(): return a")
    outcomes = one.start()
    assert [outcome.ok for outcome in outcomes] == [True, True, False, True, True]
    assert outcomes[2].lost == "it ended"
    assert ask(one, "both") == 1


def test_three_cells_that_end_the_process_are_left_out(make: Make) -> None:
    """Several such cells are found one after another."""
    one = make("os._exit(0)", "a = 2", "os.abort()", "os._exit(1)", "def f(): return a")
    assert [outcome.ok for outcome in one.start()] == [True, False, True, False, False, True, True]
    assert ask(one, "f") == 2


def test_too_many_cells_that_end_the_process_leave_nothing(make: Make) -> None:
    """Beyond that, the notebook counts as one that does not run: calls are refused, and nothing is raised."""
    one = make(*["os._exit(0)"] * 5)
    outcomes = one.start()
    assert len(outcomes) == 7 and not any(outcome.ok for outcome in outcomes)
    with pytest.raises(Missing):
        ask(one, "good", 1)


def test_a_cell_that_does_not_end_is_stopped(make: Make) -> None:
    """The cells after it run."""
    one = make("while True: pass", "def f(): return 3", deadlines=Deadlines(0.5, 0.3, 4.0, 60.0))
    assert [outcome.ok for outcome in one.start()] == [True, False, True, True]
    assert ask(one, "f") == 3


def test_a_cell_that_resists_is_left_out(make: Make) -> None:
    """A cell that blocks every signal is killed, and left out of the next try."""
    one = make(
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))\nwhile True: pass", deadlines=Deadlines(0.5, 0.4, 4.0, 60.0)
    )
    assert one.start()[1].lost == "it did not answer in time"
    assert ask(one, "good", 1) == 2


def test_all_cells_together_have_a_deadline(make: Make) -> None:
    """Many cells that each stay within their time do not add up without end."""
    one = make(*["time.sleep(0.3)"] * 40, deadlines=Deadlines(0.5, 5.0, 0.6, 2.0))
    assert any(outcome.lost for outcome in one.start())


@pytest.mark.parametrize(
    "flood",
    [
        "for i in range(200_000): print('x' * 100)",
        "print('x' * 50_000_000)",
        "import sys\nwhile True: sys.stderr.write('e' * 1000)",
        "from IPython.display import display\nfor i in range(3000): display(i)",
        "from IPython.display import display, Image\nfor i in range(40): display(Image(bytes(700_000), format='png'))",
        "raise ValueError('m' * 10_000_000)",
        "exec('\\n' * 100_000 + 'raise ValueError')",
        "type('N' * 1_000_000, (Exception,), {})",
        "class Huge:\n    def __repr__(self): return 'r' * 30_000_000\nHuge()",
        "import warnings\nfor i in range(20_000): warnings.warn(str(i))",
    ],
    ids=["print", "line", "stderr", "display", "pictures", "message", "traceback", "name", "repr", "warnings"],
)
def test_a_flood_of_output_is_bounded(make: Make, flood: str) -> None:
    """Whatever a cell prints, shows or raises, little of it arrives, and the next cell runs."""
    one = make(flood)
    outcome = one.start()[1]
    size = sum(len(str(output)) for output in outcome.outputs)
    assert len(outcome.outputs) <= 50 and size < 10 << 20
    if "display" not in flood:
        assert size < 200_000
    assert outcome.lost is None and ask(one, "good", 1) == 2


def test_a_flood_by_a_function_is_dropped(make: Make) -> None:
    """What a function prints while hidden tests run is not even sent."""
    one = make("def loud():\n    print('x' * 10_000_000); os.write(1, b'y' * 100_000); return 1")
    assert ask(one, "loud") == 1


def test_input_ends_at_once(make: Make) -> None:
    """A notebook that asks a question gets no answer instead of waiting for ever."""
    outcome = make("answer = input('?')").start()[1]
    assert not outcome.ok and outcome.lost is None


# --- functions ---


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("raise ValueError('text')", "ValueError"),
        ("raise SystemExit", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise GeneratorExit", "Exception"),
        ("raise NotImplementedError", "NotImplementedError"),
        ("raise type('Own', (KeyError,), {})", "KeyError"),
        ("raise type('the input was 5', (BaseException,), {'__module__': 'builtins'})", "Exception"),
        ("bytearray(4 << 30)", "MemoryError"),
        ("f = lambda: f()\n    f()", "RecursionError"),
        ("raise ExceptionGroup('', [ValueError()])", "Exception"),
    ],
)
def test_an_exception_is_known_by_its_kind_alone(make: Make, body: str, kind: str) -> None:
    """Of what a function raises, only the built-in kind arrives: its text could carry a hidden test's inputs."""
    found = fault(make(f"def bad():\n    {body}"), "bad")
    assert isinstance(found, Raised) and found.kind == (kind if kind in Raised.KINDS else "RuntimeError")


def test_a_missing_function_is_named(make: Make) -> None:
    """A function that is not there is reported as missing."""
    assert isinstance(fault(make(), "nowhere"), Missing)


def test_wrong_arguments_are_told_from_errors_inside(make: Make) -> None:
    """A signature that does not fit is one thing, a TypeError in the body another."""
    one = make("def short(): return 1", "def inside(x): return x + 'a'")
    assert isinstance(fault(one, "short", 1), WrongArity)
    assert isinstance(fault(one, "inside", 1), Raised)


@pytest.mark.parametrize(
    "value",
    ["bytes(20 << 20)", "dict.fromkeys(range(5000))", "set(range(5000))", "10 ** 20000", "deep()", "loop()"],
)
def test_an_answer_that_is_too_large_fails_the_call(make: Make, value: str) -> None:
    """An answer beyond the bounds of the wire fails its call, and nothing else."""
    deep = "def deep():\n    x = []\n    for _ in range(100): x = [x]\n    return x"
    loop = "def loop():\n    x = []; x.append(x)\n    return x"
    one = make(deep, loop, f"def bad(): return {value}")
    assert isinstance(fault(one, "bad"), Unsendable)


def test_an_answer_that_is_too_large_to_go_back_fails_the_call(make: Make) -> None:
    """What a function returned and another cannot be given is the student's fault, not the kit's."""
    one = make("def half(): return bytes(9 << 20)", "def both(a, b): return 1")
    half = ask(one, "half")
    assert isinstance(fault(one, "both", half, half), Unsendable)


def test_an_object_that_equals_everything_equals_nothing(make: Make) -> None:
    """A student's own class arrives as a reference, and compares unequal to whatever is expected."""
    one = make(
        "class Yes:\n    __eq__ = lambda s, o: True\n    __hash__ = None\n    __float__ = lambda s: 1.0\ndef f(): return Yes()"
    )
    value = Student(one, {}, Transcript()).f()
    assert value != 1 and value != value and not isinstance(value, float)


def test_changed_arguments_are_noticed(make: Make) -> None:
    """A function that changes what it is given is found out, in place and in nested values."""
    one = make("def touch(a, d):\n    a[0] = 9.0; d['k'].append(1)")
    answer = one.ask(Call("call", "touch", (np.zeros(2), {"k": []}), name="touch"))
    assert not answer.unchanged and answer.arguments is not None
    assert answer.arguments[0].tolist() == [9.0, 0.0] and answer.arguments[1] == {"k": [1]}


def test_an_object_does_not_outlive_its_worker(make: Make) -> None:
    """A remote object whose worker was lost cannot be mistaken for one of the next worker."""
    one = make("class Box:\n    size = 1\ndef box(): return Box()", "def bad(): os._exit(0)")
    student = Student(one, {}, Transcript())
    box = student.box()
    assert box.size == 1
    fault(one, "bad")
    with pytest.raises(Died):
        _ = box.size
    assert student.box().size == 1


def test_a_number_that_was_never_given_out_reaches_nothing(make: Make) -> None:
    """A reference that the worker made up fails its call."""
    one = make(
        "def forge(): return wire.Opaque('x', 10**6)", "worker.wire._opaque = lambda v, k: wire._extension(7, ['x', 999])"
    )
    student = Student(one, {}, Transcript())
    thing = student.forge()
    with pytest.raises(StudentFault):
        _ = thing.size
    assert ask(one, "good", 1) == 2


# --- callbacks ---


def test_a_callback_is_answered_by_the_judge(make: Make) -> None:
    """A judge's function can be called from the worker, with positional and keyword arguments."""
    one = make("def use(f): return f(2, y=3)")
    assert ask(one, "use", wire.Callback(0), callbacks={0: lambda x, y: x * y}) == 6


@pytest.mark.parametrize(
    "forged",
    [
        "{'callback': 7, 'args': [], 'kwargs': {}}",
        "{'callback': -1, 'args': [], 'kwargs': {}}",
        "{'callback': 'x', 'args': [], 'kwargs': {}}",
        "{'callback': [0], 'args': [], 'kwargs': {}}",
        "{'callback': True, 'args': [], 'kwargs': {}}",
        "{'callback': __import__('numpy').zeros(2), 'args': [], 'kwargs': {}}",
        "{'callback': 0}",
        "{'callback': 0, 'args': 5, 'kwargs': {}}",
        "{'callback': 0, 'args': [1, 2, 3], 'kwargs': {}}",
        "{'callback': 0, 'args': [], 'kwargs': {1: 2}}",
        "{'callback': 0, 'args': [1], 'kwargs': [1]}",
        "{'callback': 0, 'args': [], 'kwargs': {'__class__': 1}}",
        "{'callback': 0, 'args': ['text'], 'kwargs': {}}",
        "{'callback': 0, 'args': [wire.Opaque('x', 1)], 'kwargs': {}}",
    ],
)
def test_a_forged_callback_is_answered_with_no(make: Make, forged: str) -> None:
    """A call of a judge's function with a wrong number or arguments gets no value, and costs nothing else."""
    one = make(f"def forge(f):\n    say({forged})\n    return worker.Channel(3).read().get('ok')")
    assert ask(one, "forge", wire.Callback(0), callbacks={0: lambda x: x + 1}) is False


def test_endless_callbacks_end_at_the_deadline(make: Make) -> None:
    """A function that asks the judge for ever is stopped like any other loop."""
    one = make("def use(f):\n    while True: f(1)")
    assert isinstance(fault(one, "use", wire.Callback(0), callbacks={0: lambda x: x}), TimedOut)


def test_a_flood_of_callbacks_ends_at_the_deadline(make: Make) -> None:
    """Questions sent without waiting for answers keep nobody busy beyond the deadline."""
    one = make(
        "def flood(f):\n    frame = wire.frame({'callback': 0, 'args': [1], 'kwargs': {}}) * 500\n"
        "    threading.Thread(target=lambda: [os.read(3, 65536) for _ in range(10**9)], daemon=True).start()\n"
        "    signal.pthread_sigmask(signal.SIG_BLOCK, [14])\n    while True: os.write(3, frame)"
    )
    assert isinstance(fault(one, "flood", wire.Callback(0), callbacks={0: lambda x: x}), TimedOut | Died)


def test_a_callback_cannot_exhaust_the_judge(make: Make) -> None:
    """Arguments whose product would be enormous are refused: the judge's memory is bounded while it computes."""
    one = make("import numpy as np\ndef use(f): return f(np.ones((60_000, 1)), np.ones((1, 60_000)))")
    found = fault(one, "use", wire.Callback(0), callbacks={0: lambda a, b: (a @ b).sum()})
    assert isinstance(found, Raised) and found.kind == "ValueError"


def test_a_callback_that_returns_too_much_is_no_fault_of_the_kit(make: Make) -> None:
    """An answer of the judge's that does not fit on the wire is none: the function that asked is told so, and can go on."""
    one = make("def use(f): return f()")
    raised = fault(one, "use", wire.Callback(0), callbacks={0: lambda: bytes(20 << 20)})
    assert isinstance(raised, Raised) and raised.kind == "ValueError" and one.generation == 1


def test_a_callback_kept_from_an_earlier_call_reaches_nothing(make: Make) -> None:
    """A judge's function cannot be called after the call that it was given to."""
    one = make("kept = []\ndef keep(f): kept.append(f)", "def use(): return kept[0](1)")
    assert ask(one, "keep", wire.Callback(0), callbacks={0: lambda x: x}) is None
    assert isinstance(fault(one, "use"), Raised)


# --- forged messages ---

FORGED = [
    "{'i': 999, 'ok': True, 'value': 1}",
    "{'i': None, 'ok': True, 'value': 1}",
    "{'i': True, 'ok': True, 'value': 1}",
    "{'i': 1.0, 'ok': True, 'value': 1}",
    "{'i': np.zeros(3), 'ok': True, 'value': 1}",
    "{'i': [1], 'ok': True}",
    "{'ok': True, 'value': 1}",
    "{'i': NUMBER, 'ok': 1, 'value': 1}",
    "{'i': NUMBER, 'ok': np.ones(2), 'value': 1}",
    "{'i': NUMBER, 'ok': False, 'kind': [1], 'type': 'x'}",
    "{'i': NUMBER, 'ok': False, 'kind': np.ones(3)}",
    "{'i': NUMBER, 'ok': False, 'kind': {'a': 1}, 'type': {}}",
    "{'i': NUMBER, 'ok': False, 'kind': 'raised', 'type': 10**6000}",
    "{'i': NUMBER, 'ok': False, 'kind': 'raised', 'type': 'Secret ' * 1000}",
    "{'i': NUMBER, 'ok': False}",
    "{'i': NUMBER, 'ok': True, 'value': 1, 'arguments': []}",
    "{'i': NUMBER, 'ok': True, 'value': 1, 'arguments': [1, 2, 3]}",
    "{'i': NUMBER, 'ok': True, 'value': 1, 'arguments': 'x'}",
    "{'i': NUMBER, 'ok': True, 'value': 1, 'arguments': np.ones(1)}",
    "{'done': True}",
    "{'cell': 0, 'ok': True, 'outputs': []}",
    "{'ready': True}",
    "{'ready': False, 'message': 'x'}",
    "{}",
    "[]",
    "None",
    "'text'",
    "5",
    "{1: 2, None: 3, 2.5: 4}",
]


@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_answer_fails_the_call(make: Make, forged: str) -> None:
    """An answer that was not asked for, or with a field of the wrong type, is the student's fault and nothing more."""
    source = forged.replace("NUMBER", "sys._getframe(1).f_locals['request']['i']")
    one = make("import numpy as np", f"def forge(x):\n    say({source})\n    time.sleep(0.2)\n    return x")
    with pytest.raises(StudentFault) as caught:
        ask(one, "forge", 1)
    assert isinstance(caught.value, Died | Raised) and "Secret" not in caught.value.sentence
    with contextlib.suppress(Died):  # the function's own answer comes late, and is one that was not asked for
        ask(one, "good", 1)
    assert ask(one, "good", 1) == 2


@pytest.mark.parametrize(
    "raw",
    [
        "b'\\xff\\xff\\xff\\xff'",
        "b'\\x00\\x00\\x00\\x00'",
        "b'\\x01\\x00\\x00\\x00\\xc1'",
        "b'\\x05\\x00\\x00\\x00\\xc7\\x03\\x05abc'",
        "b'\\x08\\x00\\x00\\x00\\xc7\\x05\\x01\\x03\\x09\\x00\\x00\\x00'",
        "wire.HEADER.pack(1000) + b'\\x91' * 1000",
        "wire.HEADER.pack(17 << 20)",
        "wire.HEADER.pack(6) + b'\\xdd\\xff\\xff\\xff\\xff\\x00'",
        "b'GET / HTTP/1.1\\r\\n\\r\\n' * 10",
        "__import__('pickle').dumps({'i': 1})",
        "os.urandom(4096)",
    ],
)
def test_raw_garbage_fails_the_call(make: Make, raw: str) -> None:
    """Bytes that are no message, on the channel itself or on a copy of it, end the worker and nothing else."""
    one = make(f"def forge(x):\n    copy = os.dup(3)\n    os.write(copy, {raw})\n    time.sleep(0.2)\n    return x")
    assert isinstance(fault(one, "forge", 1), Died | TimedOut)


def test_an_oversized_frame_is_refused_unread(make: Make) -> None:
    """A worker that sends without end is killed before much of it is kept."""
    one = make("def forge():\n    os.write(3, wire.HEADER.pack(16 << 20))\n    while True: os.write(3, bytes(65536))")
    assert isinstance(fault(one, "forge"), Died)


@pytest.mark.parametrize("message", ["{'done': True}", "{'cell': 1, 'ok': True, 'outputs': []}", "{'cell': np.ones(2)}", "[]"])
def test_a_forged_end_of_cells_harms_its_author_alone(make: Make, message: str) -> None:
    """A cell that speaks for the worker may lose its own notebook; nothing is raised and nothing hangs."""
    one = make("import numpy as np", f"say({message})", "b = 2")
    one.start()
    for _ in range(2):
        with pytest.raises(StudentFault):
            ask(one, "nowhere")


def test_forged_outputs_are_reduced_to_text_and_pictures(make: Make) -> None:
    """Whatever a cell claims to have shown, only known fields with texts of bounded size are kept."""
    outputs = (
        "[{'output_type': 'display_data', 'data': {'text/html': '<script>', 'text/plain': 'p', 'image/png': 5}},"
        " {'output_type': 'stream', 'name': np.ones(2), 'text': ['x']}, {'output_type': np.ones(2)}, 5, {'output_type': []},"
        " {'output_type': 'error', 'ename': 1, 'evalue': None, 'traceback': [1, 'line'] + ['x'] * 100_000},"
        " {'output_type': 'stream', 'text': '\\x1b[31m' + 'y' * 5_000_000, 'extra': 1}]"
    )
    one = make(f"import numpy as np\nsay({{'cell': 1, 'ok': True, 'outputs': {outputs}}})\nos._exit(0)")
    kept = one.zygote.spawn()
    try:
        with pytest.raises(WorkerLost) as caught:
            kept.run_cells(one.cells, 2.0, figures=False, read=read_outcome)
    finally:
        kept.close()
    display, stream, error, long = caught.value.results[1].outputs  # type: ignore[attr-defined]
    assert display == {"output_type": "display_data", "data": {"text/plain": "p", "image/png": ""}}
    assert stream == {"output_type": "stream", "name": "stdout", "text": ""}
    assert error["ename"] == "" and error["traceback"][:2] == ["", "line"] and len(error["traceback"]) <= 2000
    assert set(long) == {"output_type", "name", "text"} and len(long["text"]) <= 2 << 20


# --- sabotage of the worker ---


@pytest.mark.parametrize(
    "sabotage",
    [
        "worker._answer = lambda *a: {'i': 1, 'ok': True, 'value': 42}",
        "worker._call = None",
        "wire.frame = lambda *a: b'x' * 100",
        "wire.decode = lambda *a: {}",
        "worker.Channel.read = lambda self: {'op': 'call', 'i': 1}",
        "worker.Channel._write = lambda self, data: None",
        "sys.modules.clear()",
        "[m.__dict__.clear() for m in (wire, worker)]",
        "os.close(3)",
        "os.dup2(0, 3)",
        "os.dup2(os.pipe()[1], 3)",
        "import socket; s = socket.socket(fileno=3); s.shutdown(socket.SHUT_RDWR)",
        "import socket; s = socket.socket(fileno=3); s.shutdown(socket.SHUT_RD)",
        "import socket; s = socket.socket(fileno=3); s.setblocking(False)",
        "threading.Thread(target=lambda: [os.read(3, 1) for _ in range(10**6)], daemon=True).start()",
        "threading.Thread(target=lambda: [say({'i': i, 'ok': True, 'value': 42}) for i in range(10**6)], daemon=True).start()",
        "import builtins; builtins.dict = builtins.len = builtins.isinstance = None",
        "import gc; [o.clear() for o in gc.get_objects() if type(o) is dict and 'calls' in o]",
        "import gc; gc.collect = gc.get_objects = None; gc.set_threshold(1, 1, 1); gc.unfreeze()",
        "import gc\nfor o in gc.get_objects():\n    if type(o).__name__ == 'Channel': o.descriptor = 0",
        "get_ipython().run_cell = None; get_ipython().user_ns.clear()",
        "import numpy as np; np.asarray = np.frombuffer = np.array = None",
        "sys.settrace(lambda *a: 1 / 0); threading.settrace(print)",
        "sys.setprofile(lambda *a: os._exit(0))",
        "sys.excepthook = sys.displayhook = None; sys.stdout = sys.stderr = sys.__stdout__ = None",
        "import resource; resource.getrlimit = None; os.environ.clear(); os.chdir('/')",
    ],
)
def test_sabotage_harms_its_author_alone(make: Make, sabotage: str) -> None:
    """A notebook that breaks its worker gets faults or its own answers; nothing else is raised, and others are whole."""
    one = make(sabotage)
    one.start()
    for _ in range(3):
        try:
            assert ask(one, "good", 1) in (2, 42, None)
        except StudentFault:
            continue
    one.close()
    assert ask(make(), "good", 1) == 2


def test_a_thread_that_writes_after_the_answer_is_found_out(make: Make) -> None:
    """Messages that follow the right answer fail a later call, not the kit."""
    one = make("def f():\n    threading.Timer(0.1, lambda: [say({'i': 5, 'ok': True})] * 3).start()\n    return 1")
    assert ask(one, "f") == 1
    time.sleep(0.3)
    with pytest.raises(Died):
        ask(one, "good", 1)
    assert ask(one, "good", 1) == 2


def test_an_answer_sent_ahead_is_no_more_than_an_answer(make: Make) -> None:
    """Guessing the next request's number answers it once, wrongly or rightly, and the real answer ends the worker."""
    one = make("def f():\n    say({'i': 1, 'ok': True, 'value': 7})\n    return 8")
    assert ask(one, "f") == 7
    with pytest.raises(Died):
        ask(one, "good", 1)


@pytest.mark.each_level
@pytest.mark.parametrize(
    "cell",
    [
        "import atexit; atexit.register(lambda: time.sleep(60)); atexit.register(os.abort)",
        "class D:\n    def __del__(self): time.sleep(60)\nkept = D()",
        "import weakref; w = weakref.finalize(os, time.sleep, 60)",
        "threading.Thread(target=time.sleep, args=(60,)).start()",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.signal(signal.SIGHUP, signal.SIG_IGN)",
        "os.makedirs('/'.join('d' * 100)); open('x', 'w').write('x')",
    ],
    ids=["atexit", "del", "finalize", "thread", "signals", "files"],
)
def test_nothing_delays_the_end(make: Make, cell: str) -> None:
    """A worker is killed, not asked to leave: exit handlers, destructors and threads do not run."""
    one = make(cell)
    assert ask(one, "good", 1) == 2
    worker = one._worker
    assert worker is not None
    watch = os.dup(worker.pidfd)
    one.close()
    try:
        with pytest.raises(ProcessLookupError):
            signal.pidfd_send_signal(watch, 0)  # reaped: the zygote has said so
    finally:
        os.close(watch)


@pytest.mark.each_level
def test_one_notebook_cannot_change_numpy_for_another(make: Make) -> None:
    """What a notebook does to a library ends with its worker."""
    one = make("import numpy as np\nnp.dot = np.exp = lambda *a, **k: 42\nnp.float64 = int\ndef f(): return np.exp(0.0)")
    assert ask(one, "f") == 42
    one.close()
    assert ask(make("import numpy as np\ndef f(): return float(np.exp(0.0))"), "f") == 1.0
    assert np.exp(0.0) == 1.0


def test_random_numbers_are_seeded_alike(make: Make) -> None:
    """A seeded call gives the same numbers in every worker, whatever ran before."""
    source = "import numpy as np\ndef f(): return np.random.rand(3)"
    call = Call("call", "f", seed=5, name="f")
    first = make(source).ask(call).value
    second = make("import numpy as np; np.random.seed(1); np.random.rand(7)", source).ask(call).value
    assert np.array_equal(first, second)


# --- a worker that does not read ---


def _late_reader(zygote: Zygote, cell: str) -> WorkerLost:
    worker: Worker = zygote.spawn()
    try:
        worker.run_cells([TOOLS, f"def f():\n    {cell}"], 2.0, figures=False)
        call = {"op": "call", "i": 1, "action": "call", "target": "f", "args": [], "seed": None, "seconds": 30.0}
        worker.send(call, Deadline(1.0))
        with pytest.raises(WorkerLost) as caught:
            worker.send({"op": "none", "data": bytes(12 << 20)}, Deadline(0.7))
        return caught.value
    finally:
        worker.close()


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("time.sleep(30)", "it did not read in time"),
        ("while True: os.write(3, b'x'); time.sleep(0.01)", "it did not read in time"),
        ("while True: os.write(3, bytes(65536))", "it sent more than is allowed"),
        ("os._exit(0)", "it ended"),
        ("os.close(3); time.sleep(30)", "it ended"),
    ],
    ids=["sleeps", "trickles", "floods", "ends", "closes"],
)
def test_a_worker_that_does_not_read_is_killed(zygote: Zygote, cell: str, reason: str) -> None:
    """Sending has a deadline as well, also where the worker keeps the judge busy."""
    assert _late_reader(zygote, cell).reason == reason


# --- what a student is told ---


@pytest.mark.parametrize("kind", [Died, Missing, TimedOut, Unsendable, WrongArity])
def test_a_fault_says_what_happened_in_a_sentence(kind: type[StudentFault]) -> None:
    """Every fault has a sentence that names the function."""
    sentence = kind("compute_cost").sentence
    assert "compute_cost" in sentence and sentence.endswith((".", "?"))


class _Nobody:
    """A zygote that has nothing to say of its worker."""

    def wait_for_exit(self, number: int, control: socket.socket) -> None:
        """Return at once."""

    def overfull(self, number: int) -> bool:
        """Say no."""
        return False


def test_an_urgent_byte_does_not_hold_the_judge() -> None:
    """It makes the channel readable and is no part of the stream: whoever then waits for the stream waits for ever."""
    ours, theirs = socket.socketpair()
    with theirs, subprocess.Popen(["sleep", "60"]) as bystander:
        theirs.sendall(wire.frame({"ready": True}))
        worker = Worker(_Nobody(), ours, os.pidfd_open(bystander.pid), 1, ours)
        try:
            theirs.send(b"x", socket.MSG_OOB)
        except OSError as error:
            worker.close()
            pytest.skip(f"this kernel knows no urgent bytes here: {error}")
        with pytest.raises(WorkerLost, match="in time"):
            worker.receive(Deadline(0.1, worker.meter))


def test_an_unknown_kind_of_exception_is_not_repeated() -> None:
    """A kind that is not on the list is a student's text, and is not passed on."""
    assert errors.Raised("f", "the input was 5").kind == "Exception"
