"""What nbgrader needs around it when it is called from Python; trusted side."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def put_tools_on_path() -> None:
    """Put this environment's programs first on PATH: nbgrader runs `alembic` whenever it opens a gradebook."""
    programs = str(Path(sys.executable).parent)
    if not os.environ.get("PATH", "").startswith(programs):
        os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"


@contextmanager
def quiet_nbgrader() -> Iterator[None]:
    """Keep nbgrader's log off the terminal."""
    logger = logging.getLogger("traitlets")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
