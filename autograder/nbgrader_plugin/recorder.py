"""The one writer of a class run: nbgrader's own autograde, a student at a time, in one transaction each; trusted side.

nbgrader opens the gradebook eleven times a student, commits after every cell, and makes its converter anew. Here one
converter and one connection serve the whole class. What is committed before the graded notebook is written is whole; a run
that is killed between the two grades that student's notebook again, and finds the judgement stored.
"""

from __future__ import annotations

import glob
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from nbconvert.writers.files import FilesWriter
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters import autograde as converter_module
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import latesubmissions, saveautogrades
from nbgrader.utils import temp_attrs
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import UsageError
from autograder.nbgrader_plugin import late
from autograder.nbgrader_plugin.class_exporter import ClassExporter
from autograder.nbgrader_plugin.exporter import RECORDING, SafeNotebookExporter
from autograder.nbgrader_plugin.repairs import why_not_recorded
from autograder.nbgrader_plugin.schema_checks import checked_when_whole, schemas_prepared_once

_REFUSALS = ("locked", "readonly", "read-only", "read only", "unable to open", "is full", "i/o error")
# the modules that open the gradebook for a student
_OPENERS: tuple[Any, ...] = (converter_module, saveautogrades, latesubmissions, late)


class GradebookRefused(Exception):
    """The gradebook is locked, cannot be written or has no room: nothing of this student was recorded."""


class Recorder:
    """Writes judged students into the gradebook and autograded/; made by `recorder`."""

    def __init__(self, converter: _ClassAutograde, gradebook: _SharedGradebook, said: _Said) -> None:
        self._converter, self._gradebook, self._said = converter, gradebook, said

    def students(self, assignment: str) -> set[str]:
        """Return who has a row for the assignment."""
        query = (
            "SELECT s.student_id FROM submitted_assignment s JOIN assignment a ON a.id = s.assignment_id WHERE a.name = :name"
        )
        found = {str(row[0]) for row in self._gradebook.db.execute(text(query), {"name": assignment})}
        self._gradebook.finish()
        return found

    def record(self, student: str) -> str | None:
        """Have nbgrader autograde one student; return why it could not, or None.

        Raises:
            GradebookRefused: the gradebook is locked or read-only, or its disk is full.
        """
        if reason := why_not_recorded(student):
            return reason
        self._said.clear()
        before = os.getcwd()
        os.chdir(self._converter.coursedir.root)  # as nbgrader does
        try:
            # nbgrader looks for folders by a pattern: a student who is called * or [ab] is no other's
            with temp_attrs(self._converter.coursedir, student_id=glob.escape(student)):
                self._converter.init_notebooks()
                self._converter.convert_notebooks()
            self._gradebook.finish()
        except Exception as error:  # of one row, and no other is lost with it
            self._gradebook.db.rollback()
            refused = next((found for one in (error, *self._said.causes) if (found := _refusal(one)) is not None), None)
            if refused is not None:
                raise GradebookRefused(_first_line(refused)) from error
            causes = [_first_line(one) for one in self._said.causes]
            return causes[0] if causes else self._said.errors[0] if self._said.errors else _first_line(error)
        finally:
            os.chdir(before)
        return None


@contextmanager
def recorder(api: Any, assignment: str) -> Iterator[Recorder]:
    """Open the gradebook once for a class run.

    Raises:
        UsageError: the gradebook is locked, or cannot be written or opened.
    """
    coursedir, said = api.coursedir, _Said()
    with ExitStack() as stack:
        try:
            gradebook = _SharedGradebook(coursedir.db_url, coursedir.course_id)
            stack.callback(gradebook.close_for_good)
            gradebook.probe()
            stack.enter_context(temp_attrs(coursedir, assignment_id=assignment))
            converter = _ClassAutograde(coursedir=coursedir, parent=api)
            converter.force, converter.create_student = True, True
            converter.log = said.logger
            converter.writer = FilesWriter(parent=converter, config=converter.config)
            kind = ClassExporter if converter.exporter_class is SafeNotebookExporter else converter.exporter_class
            converter.exporter = kind(parent=converter, config=converter.config)
        except SQLAlchemyError as error:
            where = _without_password(coursedir.db_url)
            what = f"The gradebook {where} cannot be written: {_first_line(error)}."
            remedy = "Close what uses it, or give this user the right to write it, and run the command again."
            raise UsageError(f"{what} {remedy} Nothing was graded.") from error
        except NbGraderException as error:
            raise UsageError(str(error)) from error
        converter.commit = gradebook.finish
        gradebook.share()
        stack.enter_context(_only(gradebook))
        stack.enter_context(schemas_prepared_once())
        stack.enter_context(checked_when_whole(converter.exporter))
        api.__dict__[RECORDING] = True
        stack.callback(api.__dict__.pop, RECORDING)
        yield Recorder(converter, gradebook, said)


@contextmanager
def _only(gradebook: _SharedGradebook) -> Iterator[None]:
    """Let nbgrader's steps find this gradebook whenever they open one."""
    before = [module.Gradebook for module in _OPENERS]
    for module in _OPENERS:
        module.Gradebook = lambda *_, **__: gradebook
    try:
        yield
    finally:
        for module, opener in zip(_OPENERS, before, strict=True):
            module.Gradebook = opener


class _SharedGradebook(Gradebook):  # type: ignore[misc]  # nbgrader is untyped
    """A gradebook that nbgrader's steps open, commit and close without any of it happening until the student is done."""

    def probe(self) -> None:
        """Try to write, and take it back.

        Raises:
            SQLAlchemyError: it is refused.
        """
        self.db.execute(text("UPDATE course SET id = id"))
        self.db.rollback()

    def share(self) -> None:
        """From now on, commits only send what is there, and closing does nothing."""
        self.db.commit = self.db.flush
        self.close = lambda: None

    def finish(self) -> None:
        """Commit for good."""
        self.db().commit()

    def close_for_good(self) -> None:
        """Let go of the database; what was not committed is taken back."""
        self.db.remove()
        self.engine.dispose()


class _ClassAutograde(Autograde):  # type: ignore[misc]  # nbgrader is untyped
    """nbgrader's converter, which keeps its preprocessors and commits before the graded notebook is written."""

    commit: Any = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._kept: dict[bool, list[Any]] = {}

    def _init_preprocessors(self) -> None:
        if self._sanitizing not in self._kept:
            super()._init_preprocessors()
            self._kept[self._sanitizing] = self.exporter._preprocessors
        self.exporter._preprocessors = self._kept[self._sanitizing]

    def write_single_notebook(self, output: str, resources: Any) -> None:
        if not self._sanitizing:
            self.commit()
        elif isinstance(self.exporter, ClassExporter) and self.exporter.between_passes:
            self.writer.build_directory = self._format_dest(
                resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
            )
            os.makedirs(self.writer.build_directory, exist_ok=True)
            return
        super().write_single_notebook(output, resources)


class _Said(logging.Handler):
    """Keeps what nbgrader says of an error, and the errors themselves, off the terminal."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []
        self.causes: list[BaseException] = []
        self.logger = logging.Logger("autograder.recorder", logging.ERROR)  # of its own: nobody else listens
        self.logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note one error; what is being handled meanwhile is its cause."""
        self.errors.append(record.getMessage())
        if (cause := sys.exc_info()[1]) is not None:
            self.causes.append(cause)

    def clear(self) -> None:
        """Forget what was said of the student before."""
        self.errors.clear()
        self.causes.clear()


def _refusal(error: BaseException | None) -> BaseException | None:
    """Return the database's refusal that an error came of, which nbgrader may have wrapped into one of its own."""
    while error is not None:
        said = str(error).lower()
        refused = isinstance(error, SQLAlchemyError) and any(word in said for word in _REFUSALS)
        if refused:
            return error
        error = error.__cause__ or error.__context__
    return None


def _first_line(error: BaseException) -> str:
    original = getattr(error, "orig", None) or error
    return (str(original).strip() or type(original).__name__).split("\n")[0][:300]


def _without_password(url: str) -> str:
    shown: str = make_url(url).render_as_string(hide_password=True)
    return shown
