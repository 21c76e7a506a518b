"""How every command ends that cannot do its work: one clear line, and the documented exit code; trusted side."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.text import Text

from autograder.errors import KitError


class OneLineErrors(click.Group):
    """Turns the kit's errors, and what the machine refuses, into one clear line and the documented exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        _forget_a_width_of_nothing()
        try:
            return super().invoke(ctx)
        except KitError as error:
            _fail(str(error), error.exit_code)
        except BrokenPipeError:
            raise  # whoever read the output reads no more: click ends quietly
        except OSError as error:  # a full disk, a folder of another user's: nothing that a traceback would help with
            where = f"{error.filename}: " if error.filename is not None else ""
            remedy = "Make room, or give this user the right to it, and run the command again: what was judged is stored."
            if error.errno in (errno.EMFILE, errno.ENFILE):
                remedy = (
                    "Allow this shell more of them (`ulimit -n 1024`), and run the command again: what was judged is stored."
                )
            _fail(f"{where}{error.strerror or error}. {remedy}", KitError.exit_code)


def _forget_a_width_of_nothing() -> None:
    """Forget a terminal of no columns, as some editors and schedulers name it: nothing would be printed at all."""
    for name in ("COLUMNS", "LINES"):
        if name in os.environ and not os.environ[name].strip("0 "):
            del os.environ[name]


def _fail(message: str, code: int) -> NoReturn:
    from autograder.submission.student_text import inert

    said = Text.assemble(("error:", "red"), " ", inert(message))  # it may quote a file's name: no markup
    Console(stderr=True).print(said, highlight=False, soft_wrap=True)
    sys.exit(code)
