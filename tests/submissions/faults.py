"""Faulty versions of one exercise's answer, and what each must cost: the text of a cell, the points, the words for the student."""

from __future__ import annotations

from dataclasses import dataclass

RIGHT = "return 1 - np.tanh(z) ** 2"
NOTHING, FULL = 0.0, 1.0


@dataclass(frozen=True)
class Fault:
    """One cell in place of tanh_derivative's: `says` must stand in what the student is told; None points: some tests may pass."""

    name: str
    cell: str
    says: str
    points: float | None = NOTHING


def _function(body: str, head: str = "def tanh_derivative(z):") -> str:
    lines = "\n".join(f"    {line}" for line in body.split("\n"))
    return f"{head}\n{lines}\n"


GONE = "tanh_derivative is not defined: was its cell deleted or renamed, or did it fail to run?"
LOST = "tanh_derivative ended the Python process, or used more memory or output than is allowed."

FAULTS = (
    Fault("missing function", _function(RIGHT, "def rectifier(z):"), GONE),
    Fault(
        "another arity",
        _function("return 0.0", "def tanh_derivative():"),
        "tanh_derivative does not take the arguments that the exercise describes: you wrote `def tanh_derivative()`, "
        "it asks for `def tanh_derivative(z)`.",
    ),
    Fault(
        "two arguments",
        _function(RIGHT, "def tanh_derivative(z, slope):"),
        "tanh_derivative does not take the arguments that the exercise describes: you wrote `def tanh_derivative(z, slope)`",
    ),
    Fault("not a function", "tanh_derivative = 3.0", "tanh_derivative is no function once all cells have run"),
    Fault("returns None", _function("np.where(z > 0, z, 0.0)"), "What tanh_derivative returned is None"),
    Fault("wrong type", _function("return str(z)"), "What tanh_derivative returned is a text"),
    Fault("an object", _function("return object()"), "What tanh_derivative returned is some other object"),
    Fault("a generator", _function("yield z"), "What tanh_derivative returned is a generator"),
    Fault("wrong shape", _function("return np.zeros((7, 7, 7))"), "it has too many axes", None),
    Fault("nan", _function("return z * np.nan"), "it holds nan", None),
    Fault("raises", _function("raise ValueError(z)"), "tanh_derivative stopped with a ValueError."),
    Fault(
        "raises what cannot be shown",
        _function("class E(Exception):\n    def __str__(self): raise self\nraise E()"),
        "tanh_derivative stopped with an Exception.",
    ),
    Fault("recursion", _function("return tanh_derivative(z)"), "tanh_derivative stopped with a RecursionError."),
    Fault(
        "hangs", _function("while True:\n    pass"), "tanh_derivative did not finish in the time allowed: does every loop end?"
    ),
    Fault("sleeps for ever", _function("import time\ntime.sleep(1e6)"), "tanh_derivative did not finish in the time allowed"),
    Fault(
        "hangs deaf",
        _function("while True:\n    try:\n        while True: pass\n    except BaseException: pass"),
        "tanh_derivative did not finish in the time allowed",
    ),
    Fault("exits", _function("import sys\nsys.exit(0)"), "tanh_derivative stopped with a SystemExit."),
    Fault("quits", _function("quit()"), "tanh_derivative stopped with"),
    Fault("exits hard", _function("import os\nos._exit(0)"), LOST),
    Fault("kills itself", _function("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"), LOST),
    Fault("segfaults", _function("import ctypes\nctypes.string_at(0)"), LOST),
    Fault(
        "forks",
        _function("import os\nif os.fork() == 0:\n    os._exit(0)\n" + RIGHT),
        "tanh_derivative stopped with an OSError: while grading there are no files, commands or network.",
    ),
    Fault(
        "runs a command",
        _function("import subprocess\nsubprocess.run(['true'])\n" + RIGHT),
        "tanh_derivative stopped with an OSError",
    ),
    Fault("reads a file", _function("open('/etc/passwd').read()\n" + RIGHT), "tanh_derivative stopped with an OSError"),
    Fault("opens a socket", _function("import socket\nsocket.socket()\n" + RIGHT), "tanh_derivative stopped with an OSError"),
    Fault("takes all memory", _function("return [bytearray(1 << 28) for _ in range(1000)]"), "tanh_derivative"),
    Fault("returns too much", _function("return np.zeros(1 << 25)"), "tanh_derivative"),
    Fault("returns a deep nest", _function("a = []\nfor _ in range(5000): a = [a]\nreturn a"), "tanh_derivative"),
    Fault("returns itself", _function("a = []\na.append(a)\nreturn a"), "tanh_derivative"),
    Fault(
        "syntax error",
        "def tanh_derivative(z:\n    return z",
        "The cell did not run to its end: it stopped at line 1, `def tanh_derivative(z:`: SyntaxError:",
    ),
    Fault("null byte", "def tanh_derivative(z):\n    return z\0", "The cell did not run to its end"),
    Fault(
        "raises before the function",
        "1 / 0\n" + _function(RIGHT),
        "The cell did not run to its end: it stopped at line 1, `1 / 0`: ZeroDivisionError: division by zero.",
    ),
    Fault("cell that hangs", "while True: pass\n" + _function(RIGHT), "The cell did not run to its end"),
    Fault("cell that exits hard", "import os\nos._exit(0)\n" + _function(RIGHT), "The cell did not run to its end"),
    Fault(
        "floods the output", _function("while True: print('x' * 100_000)"), "tanh_derivative did not finish in the time allowed"
    ),
    Fault("prints", _function("print('tanh_derivative', z)\n" + RIGHT), "", FULL),
    Fault("prints much", _function("print('x' * 10_000_000)\n" + RIGHT), "", FULL),
    Fault("warns", _function("import warnings\nwarnings.warn('tanh_derivative')\n" + RIGHT), "", FULL),
    Fault("writes to stderr", _function("import sys\nprint('tanh_derivative', file=sys.stderr)\n" + RIGHT), "", FULL),
    Fault("divides by zero", _function("np.ones(1) / np.zeros(1)\n" + RIGHT), "", FULL),
    Fault("raises after the function", _function(RIGHT) + "\ntanh_derivative('a')\n", "The cell did not run to its end", FULL),
    Fault("closes the standard streams", _function("import os, sys\nsys.stdout.close()\n" + RIGHT), "", FULL),
    Fault(
        "a class that can be called",
        "class tanh_derivative:\n    def __new__(cls, z):\n        return 1 - np.tanh(z) ** 2\n",
        "",
        FULL,
    ),
)
