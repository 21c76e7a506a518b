"""The IPython shell that runs a notebook's cells in the worker and records their outputs in notebook form; untrusted side."""

from __future__ import annotations

import ast
import base64
import importlib
import io
import random
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

MAX_TEXT = 64 * 1024
MAX_OUTPUTS = 50
MAX_IMAGE = 1 << 20
MAX_IMAGES = 8 << 20  # of one cell together: its message must fit into a frame
MAX_PASSED = 20  # imports of one cell that fail and are passed over
FIGURE_DPI = 72
CELL_FILE = "<ipython-input"  # what IPython calls the file of each cell, and then a number

Output = dict[str, Any]


class Recorder:
    """One cell's outputs, bounded in number and size."""

    def __init__(self) -> None:
        self.start(draw_figures=False)

    def start(self, *, draw_figures: bool, quiet: bool = False) -> None:
        """Forget everything, for the next cell; a `quiet` one, which ends in a semicolon, shows no value."""
        self.quiet = quiet
        self.outputs: list[Output] = []
        self.room = MAX_TEXT
        self.picture_room = MAX_IMAGES
        self.draw_figures = draw_figures
        self.stopped: tuple[int, str] | None = None  # the cell's line that an exception came from, and the function
        self.passed: list[int] = []  # lines of imports that failed, below which the cell went on

    def stream(self, name: str, text: str) -> None:
        """Add printed text."""
        text = self._fitted(text)
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        elif text:
            self._add({"output_type": "stream", "name": name, "text": text})

    def rich(self, kind: str, data: dict[str, Any]) -> None:
        """Add a displayed object's plain text and picture; other forms are not kept."""
        kept: dict[str, str] = {}
        if isinstance(data.get("text/plain"), str):
            kept["text/plain"] = self._fitted(data["text/plain"])
        picture = data.get("image/png")
        if isinstance(picture, bytes):
            picture = base64.b64encode(picture).decode()
        if isinstance(picture, str) and len(picture) <= min(MAX_IMAGE, self.picture_room):
            self.picture_room -= len(picture)
            kept["image/png"] = picture
        if kept:
            self._add({"output_type": kind, "data": kept})

    def error(self, name: str, message: str, lines: Sequence[str]) -> None:
        """Add an exception."""
        text = self._fitted("\n".join(lines))
        del self.outputs[MAX_OUTPUTS - 1 :]  # whatever a cell has shown, why it stopped is among its outputs
        self._add({"output_type": "error", "ename": name[:200], "evalue": message[:2000], "traceback": text.split("\n")})

    @property
    def errors(self) -> int:
        """How many exceptions the outputs show."""
        return sum(one["output_type"] == "error" for one in self.outputs)

    def take_figures(self) -> None:
        """Record the open figures, if pictures are wanted, and close them."""
        for number in plt.get_fignums():
            if self.draw_figures:
                buffer = io.BytesIO()
                figure = plt.figure(number)
                figure.savefig(buffer, format="png", dpi=FIGURE_DPI)
                self.rich("display_data", {"text/plain": "<Figure>", "image/png": buffer.getvalue()})
        plt.close("all")

    def _fitted(self, text: str) -> str:
        fitted = text[: self.room]
        self.room -= len(fitted)
        return fitted

    def _add(self, output: Output) -> None:
        if len(self.outputs) < MAX_OUTPUTS:
            self.outputs.append(output)


class Stream(io.TextIOBase):
    """A standard stream that writes to the recorder."""

    def __init__(self, recorder: Recorder, name: str) -> None:
        self.recorder = recorder
        self.stream_name = name

    def writable(self) -> bool:
        """Say that this stream can be written to."""
        return True

    def write(self, text: str) -> int:
        """Record the text."""
        self.recorder.stream(self.stream_name, str(text))
        return len(text)


class _Publisher(DisplayPublisher):
    recorder: Recorder

    def publish(self, data: dict[str, Any], *_: Any, **__: Any) -> None:
        self.recorder.rich("display_data", data)

    def clear_output(self, wait: bool = False) -> None:
        self.recorder.outputs.clear()


class _Hook(DisplayHook):
    recorder: Recorder

    def __call__(self, result: object = None) -> None:
        if result is not None and not self.recorder.quiet:
            shell: Any = self.shell
            data, _ = shell.display_formatter.format(result)
            self.recorder.rich("execute_result", data)
            shell.user_ns["_"] = result


class Shell(InteractiveShell):
    """An IPython shell without history, terminal or subprocesses."""

    recorder: Recorder

    def init_display_pub(self) -> None:
        """Send displayed objects to the recorder."""
        self.recorder = Recorder()
        self.display_pub = _Publisher(parent=self, shell=self)
        self.display_pub.recorder = self.recorder

    def init_displayhook(self) -> None:
        """Send a cell's last value to the recorder."""
        super().init_displayhook()
        self.displayhook = _Hook(parent=self, shell=self)
        self.displayhook.recorder = self.recorder
        self.display_trap.hook = self.displayhook

    def run_through(self, source: str) -> bool:
        """Run a cell, and go on below an import that fails, which costs what uses it; return whether nothing has failed."""
        failed = False
        rest: str | None = source
        while rest is not None:
            shown = self.recorder.errors
            result = self.run_cell(rest, store_history=False)
            if self.recorder.errors == shown:
                self.tell(result.error_before_exec or result.error_in_exec)
            if result.success:
                return not failed
            failed, stopped = True, self.recorder.stopped
            goes_on = isinstance(result.error_in_exec, Exception) and stopped and len(self.recorder.passed) < MAX_PASSED
            rest = _below_import(rest, stopped[0]) if goes_on and stopped else None
            if rest is not None and stopped:
                self.recorder.passed.append(stopped[0])
                self.recorder.stopped = None
        return False

    def _showtraceback(self, etype: type, evalue: BaseException, stb: Sequence[str]) -> None:
        self.recorder.stopped = _where(evalue)
        if etype is NotImplementedError and not _text(evalue):  # a stub's: its frames say nothing that this does not
            name = self.recorder.stopped[1] if self.recorder.stopped else ""
            stb = [f"NotImplementedError: {f'{name} is' if name else 'this cell needs something that is'} not written yet."]
        self.recorder.error(etype.__name__, _text(evalue), list(stb))

    def tell(self, error: BaseException | None) -> None:
        """Record why a cell failed where IPython only printed it, as of a misused magic or a group of exceptions."""
        if error is not None:
            self.recorder.stopped = _where(error)
            self.recorder.error(type(error).__name__, _text(error), [f"{type(error).__name__}: {_text(error)}"])

    def transform_cell(self, raw_cell: str) -> str:
        """Translate IPython's own syntax, such as `%matplotlib inline`; plain Python stays as it is, at no cost."""
        try:
            ast.parse(raw_cell)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            translated: str = super().transform_cell(raw_cell)
            return translated
        return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"

    def system(self, cmd: str) -> None:
        """Refuse `!command`: a worker can start no process."""
        raise OSError("A notebook that is being graded cannot run commands: write it in Python.")

    system_piped = system_raw = system
    getoutput = system  # type: ignore[assignment]  # refused alike

    def ask_exit(self) -> None:
        """End the cell where `exit()` would end the kernel."""
        raise SystemExit

    def enable_gui(self, gui: str | None = None) -> None:
        """Ignore: there is no screen."""


def warm(preload: Sequence[str], handout: str | None) -> Shell:
    """Return a shell that has run and drawn once, with `preload` imported, the students' helpers in it included."""
    matplotlib.use("Agg")
    _import_all(preload, handout)
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.xmode = "Plain"
    shell = Shell.instance(config=config)
    plt.show = lambda *_, **__: shell.recorder.take_figures()
    shell.run_cell("import matplotlib.pyplot as p\np.figure(); p.plot([1, 2]); p.title('x'); p.show()\n1 + 1", silent=True)
    shell.run_cell("raise ValueError", silent=True)
    shell.reset(new_session=False)
    np.linalg.svd(np.random.rand(8, 8) @ np.random.rand(8, 8))
    np.random.seed(0)
    random.seed(0)
    shell.recorder.start(draw_figures=False)
    return shell


def _below_import(source: str, number: int) -> str | None:
    """Return what follows the import in this line, lines counted as before; None where no statement there is one."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    here = next((one for one in body if one.lineno <= number <= (one.end_lineno or 0)), None)
    if not isinstance(here, ast.Import | ast.ImportFrom) or here.end_lineno is None or here.end_col_offset is None:
        return None
    lines = source.split("\n")
    beside = lines[here.end_lineno - 1].encode()[here.end_col_offset :].decode().lstrip(" \t;")
    return "\n".join([*[""] * (here.end_lineno - 1), beside, *lines[here.end_lineno :]])


def _where(error: BaseException) -> tuple[int, str] | None:
    """Return the innermost line of the cell that stopped, and the innermost function of any cell ("" for none)."""
    if isinstance(error, SyntaxError) and str(error.filename).startswith(CELL_FILE):
        return error.lineno or 1, ""
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    own = [(frame.f_code, line) for frame, line in frames if frame.f_code.co_filename.startswith(CELL_FILE)]
    here = [line for code, line in own if code.co_filename == own[0][0].co_filename]
    functions = [code.co_qualname for code, _ in own if code.co_name != "<module>"]
    return (here[-1], functions[-1].partition(".<locals>")[0].removesuffix(".__init__") if functions else "") if here else None


def _import_all(names: Sequence[str], handout: str | None) -> None:
    """Import these modules; of the handout, no other can be imported later: it may answer this assignment's exercises."""
    if handout is not None:
        sys.path.insert(0, handout)
    for name in names:
        importlib.import_module(name)
    if handout is None:
        return
    sys.path.remove(handout)
    for module in list(sys.modules.values()):  # a package without __init__.py stands in no list of names
        if any(str(place).startswith(f"{handout}/") for place in getattr(module, "__path__", None) or ()):
            module.__path__ = []
    sys.path_importer_cache.clear()


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException:
        return "(its message could not be made)"
