"""What can go wrong, as exceptions; trusted side.

KitError                  the command stops; `exit_code` says how
+-- UsageError            2: a file, name or option is wrong
+-- KitBroken             3: the kit itself is at fault
    +-- IsolationMissing  3: this machine cannot lock a worker up
StudentFault              one call of a student's function gave no answer: the test that made it fails
+-- Raised, TimedOut, Died, Missing, NotCallable, WrongArity, Unsendable
"""

from __future__ import annotations

import builtins


class KitError(Exception):
    """A command cannot go on; the message names the problem, the place and the remedy."""

    exit_code = 3


class UsageError(KitError):
    """A file, a name or an option is wrong."""

    exit_code = 2


class KitBroken(KitError):
    """The kit itself is at fault: a hidden test is broken, a worker could not be started."""


class IsolationMissing(KitBroken):
    """This machine offers no complete isolation, and running without any was not asked for."""


class StudentFault(Exception):
    """A student's function gave no answer; `sentence` is for the student and never quotes what the code said."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def sentence(self) -> str:
        """Say what happened, in words for the student."""
        return f"{self.name} gave no answer."


class Raised(StudentFault):
    """The function raised; only the built-in kind of exception is known here."""

    KINDS = frozenset(
        "ArithmeticError AssertionError AttributeError EOFError Exception FloatingPointError ImportError IndexError KeyError "
        "LookupError MemoryError NameError NotImplementedError OSError OverflowError RecursionError RuntimeError StopIteration "
        "SyntaxError SystemExit TypeError UnboundLocalError ValueError ZeroDivisionError KeyboardInterrupt".split()
    )

    def __init__(self, name: str, kind: str, said: str = "") -> None:
        """Take the kind's name, and the digest of what the exception said (see `sandbox.said`)."""
        super().__init__(name)
        self.kind, self.said = self._known(kind), said

    @property
    def sentence(self) -> str:
        """Name the kind of exception, which is one of a short list."""
        if self.kind == "OSError":
            return f"{self.name} stopped with an OSError: while grading there are no files, commands or network."
        article = "an" if self.kind[0] in "AEIOU" else "a"
        return f"{self.name} stopped with {article} {self.kind}."

    @classmethod
    def _known(cls, kind: str) -> str:
        """Return the nearest kind of the short list: a PermissionError is an OSError, a class of the student's an Exception."""
        found = getattr(builtins, kind, None)
        parents = found.__mro__ if isinstance(found, type) and issubclass(found, BaseException) else ()
        return next((parent.__name__ for parent in parents if parent.__name__ in cls.KINDS), "Exception")


class TimedOut(StudentFault):
    """The function did not answer in time."""

    @property
    def sentence(self) -> str:
        """Say that it took too long."""
        return f"{self.name} did not finish in the time allowed: does every loop end?"


class Died(StudentFault):
    """The worker ended, or broke the rules of the conversation, while the function ran."""

    @property
    def sentence(self) -> str:
        """Say that the process ended."""
        return f"{self.name} ended the Python process, or used more memory or output than is allowed."


class Missing(StudentFault):
    """There is no function of this name after all cells have run."""

    @property
    def sentence(self) -> str:
        """Say that it is not defined."""
        return f"{self.name} is not defined: was its cell deleted or renamed, or did it fail to run?"


class NotCallable(StudentFault):
    """There is something of this name, and it is no function."""

    @property
    def sentence(self) -> str:
        """Say that it cannot be called."""
        return f"{self.name} is no function once all cells have run: does a later line give its name to something else?"


class WrongArity(StudentFault):
    """The function does not take the arguments that the exercise gives it."""

    @property
    def sentence(self) -> str:
        """Say that the arguments differ."""
        return f"{self.name} does not take the arguments that the exercise describes."


class Unsendable(StudentFault):
    """The answer is too large or too deeply nested to be read."""

    @property
    def sentence(self) -> str:
        """Say that the answer is too large."""
        return f"{self.name} returned something too large or too deeply nested to be an answer."
