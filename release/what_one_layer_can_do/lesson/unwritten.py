"""What Jupyter shows when a cell needs an answer that is not written yet: one line in place of a traceback."""

from __future__ import annotations

import sys
import traceback
from typing import Any


def install() -> None:
    """Have the notebook's kernel show that line; without a kernel, as while grading, there is nobody to show it to.

    A handler that another tool has set (Colab has one) keeps what it was set for.
    """
    if "IPython" not in sys.modules:
        return
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    if getattr(shell, "kernel", None) is None or NotImplementedError in shell.custom_exceptions:
        return
    others, other = shell.custom_exceptions, getattr(shell, "CustomTB", None)

    def show(shell: Any, kind: type, error: BaseException, trace: Any, tb_offset: int | None = None) -> Any:
        line = sentence(error, shell.user_ns)
        if line is not None:
            shell._showtraceback(kind, error, [line])
        elif isinstance(error, others) and other is not None:
            return other(kind, error, trace, tb_offset)
        else:
            shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return None

    shell.set_custom_exc((NotImplementedError, *others), show)


def sentence(error: BaseException, namespace: dict[str, Any]) -> str | None:
    """Say which function is not written yet; None where the error is none that a stub raises."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if type(error) is not NotImplementedError or error.args or not frames or frames[-1].f_globals is not namespace:
        return None
    functions = [
        frame.f_code.co_qualname for frame in frames if frame.f_globals is namespace and frame.f_code.co_name != "<module>"
    ]
    if not functions:
        return "This cell is not written yet: put your answer in the place of `raise NotImplementedError()`."
    name = functions[-1].partition(".<locals>")[0].removesuffix(".__init__")
    return f"This cell needs {name}, which is not written yet. Fill in its cell, run it, then run this one again."
