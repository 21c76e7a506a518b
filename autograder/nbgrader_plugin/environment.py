"""What nbgrader needs around it when it is called from Python; trusted side."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOGS = ("traitlets", "tornado.application")  # its programs write to the first; its gradebook to the second, with tracebacks


def put_tools_on_path() -> None:
    """Put this environment's programs first on PATH: nbgrader runs `alembic` whenever it opens a gradebook."""
    programs = str(Path(sys.executable).parent)
    if not os.environ.get("PATH", "").startswith(programs):
        os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"


@contextmanager
def quiet_nbgrader() -> Iterator[None]:
    """Keep nbgrader's logs off the terminal: what its gradebook is refused is raised as well, and said by us."""
    loggers = [logging.getLogger(name) for name in LOGS]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled
