"""What an exception means for the student who wrote the function."""

from __future__ import annotations

import inspect
import linecache
import re
import traceback
from typing import Any

from lesson.compare import NO_RETURN
from lesson.display import count, names

HERE = "<check>"  # the file name of the calls that the checks make
PROBLEMS = (Exception, SystemExit)  # never KeyboardInterrupt: a slow cell can always be stopped
LONGEST = 200
PLAINER = (  # what NumPy says most often, in plainer words
    (
        r"matmul: .*\(size (\d+) is different from (\d+)\)",
        r"the inner sizes of a matrix product are \2 and \1: what is the shape of each factor?",
    ),
    (r"truth value of an array", "one True or False was needed, and there is a whole array: which entry is meant?"),
    (
        r"only (?:0-dimensional|length-1|size-1) arrays can be converted",
        "one number was needed, and there is a whole array: does each function here work on arrays?",
    ),
    (
        r"not supported between instances of .*'tuple'|unsupported operand type\(s\) for .*'tuple'"
        r"|can't multiply sequence by non-int|bad operand type for unary \S+: 'tuple'|'tuple' object has no attribute",
        "a tuple of several values stands where one is needed: how many values does that function return?",
    ),
    (
        r"inhomogeneous shape",
        "things of different shapes stand where one array is needed: how many values does that function return?",
    ),
    (r"'NoneType' object has no attribute '(\w+)'", r"something before `.\1` is None: where should it get its value?"),
    (
        r"only integer scalar arrays can be converted to a scalar index|'numpy\.ndarray' object cannot be interpreted",
        "an array stands where one whole number is needed: in which order does that function take its arguments?",
    ),
    (r"ufunc 'bitwise_xor' not supported", "`^` is no power in Python: it compares bits"),
    (r"'numpy\.\S+' object is not callable", "an array or number stands before parentheses, as if it were a function"),
)

Frame = tuple[Any, int]


def missing_function(error: BaseException, namespace: dict[str, Any], exercise: str) -> tuple[str, str] | None:
    """The name of the function that is not there yet, and what to do; None where the error means something else."""
    frames = _own_frames(error, namespace)
    if isinstance(error, NotImplementedError):
        functions = [frame.f_code.co_qualname for frame, _ in frames if frame.f_code.co_name != "<module>"]
        name = functions[-1].removesuffix(".__init__").split(".<locals>")[0] if functions else exercise
        return name, "not started: fill in its cell, run it, then run this one again"
    if isinstance(error, NameError) and _is_direct(error, frames):
        return str(error.name), "not defined yet: run the cell above, then this one again"
    return None


def explain(error: BaseException, namespace: dict[str, Any]) -> str:
    """One line about an exception: its kind, its text, and the student's own line that it came from."""
    frames = _own_frames(error, namespace)
    if _is_direct(error, frames):
        special = _about_the_call(error, namespace)
        if special:
            return special
    text = f"raised {type(error).__name__}"
    message = _message(error)
    if message:
        text += f": {message}"
    if len(frames) > 1:
        frame, line = frames[-1]
        code = linecache.getline(frame.f_code.co_filename, line).strip()
        text += f" (in {frame.f_code.co_name}, line {line}" + (f": {code})" if code else ")")
    return text


def _own_frames(error: BaseException, namespace: dict[str, Any]) -> list[Frame]:
    """The call itself and then the student's own functions, outermost first."""
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_globals is namespace]
    return frames[:1] + [(frame, line) for frame, line in frames[1:] if frame.f_code.co_filename != HERE]


def _is_direct(error: BaseException, frames: list[Frame]) -> bool:
    """Whether the call's own text raised it, not a function that it calls."""
    last = [frame for frame, _ in traceback.walk_tb(error.__traceback__)][-1:]
    return len(frames) == 1 and last == [frames[0][0]]


def _about_the_call(error: BaseException, namespace: dict[str, Any]) -> str | None:
    """What it means when the call itself fails: the wrong number of arguments, or an answer of the wrong kind."""
    message = _message(error)
    if "NoneType" in message:
        return NO_RETURN
    if isinstance(error, KeyError) and error.args:
        return f"the answer has no entry {names([error.args[0]])}"
    if isinstance(error, IndexError) and "are valid indices" not in message:
        axes = "too many indices" in message
        return f"the answer has fewer {'axes' if axes else 'values'} than expected ({message})"
    if isinstance(error, IndexError):
        return "the answer is an array, where a dictionary was expected"
    if not isinstance(error, TypeError):
        return None
    if found := re.match(r"(tuple|list) indices must be integers", message):
        return f"the answer is a {found[1]}, where a dictionary was expected"
    if found := re.match(r"(\S+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)", message):
        name, takes, called = found.groups()
        return f"{name} takes {count(int(takes), 'argument')}, called with {called}: is the `def` line as it was given?"
    if found := re.match(r"(\S+)\(\) missing (\d+) required positional arguments?: (.*)", message):
        return _missing(found[1], int(found[2]), found[3], namespace)
    if found := re.match(r"(\S+)\(\) got an unexpected keyword argument ('\w+')", message):
        return f"{found[1]} takes no argument called {found[2]}: is the `def` line as it was given?"
    return None


def _missing(name: str, missing: int, which: str, namespace: dict[str, Any]) -> str:
    """A function that wants more arguments than it was given."""
    try:
        parameters = inspect.signature(namespace[name]).parameters.values()
    except (KeyError, TypeError, ValueError):
        return f"{name} also wants {which}: is the `def` line as it was given?"
    takes = sum(parameter.default is parameter.empty for parameter in parameters)
    return f"{name} takes {count(takes, 'argument')}, called with {takes - missing}: is the `def` line as it was given?"


def _message(error: BaseException) -> str:
    """The first line of an exception's text, in plainer words for what NumPy says most often."""
    try:
        lines = str(error).strip().splitlines()
    except Exception:
        return ""
    text = lines[0] if lines else ""
    for pattern, plainer in PLAINER:
        if found := re.search(pattern, text):
            return found.expand(plainer)
    return text[:LONGEST] + "…" * (len(text) > LONGEST)
