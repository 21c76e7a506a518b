"""The course secret, from which randomised test inputs are made; trusted side."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import tempfile

from autograder.course.model import Course

VARIABLE = "AUTOGRADER_COURSE_SECRET"
FOLDER = ".autograder"


def course_secret(course: Course) -> str:
    """Return the secret from the environment, else from the course's own file, which is made when it is missing.

    Where the course cannot be written to (a read-only checkout in CI), or the file is empty, it is a digest of the hidden
    tests: still unknown to whoever has not seen them, and the same for every regrade. A file that others may read is closed.
    """
    if os.environ.get(VARIABLE):
        return os.environ[VARIABLE]
    path = course.root / FOLDER / "secret"
    try:
        if not path.is_file():
            path.parent.mkdir(exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_hex(32))
            try:
                with contextlib.suppress(FileExistsError):  # another process was quicker: its secret stands
                    os.link(draft, path)
            finally:
                os.unlink(draft)
        with contextlib.suppress(OSError):  # another user's file, or a file system without modes
            if path.stat().st_mode & 0o077:  # a copy or a checkout opened it
                path.chmod(0o600)
        if found := path.read_text().strip():
            return found
    except OSError:
        pass
    return hashlib.sha256(b"".join(p.read_bytes() for p in sorted(course.content.rglob("*.py")))).hexdigest()
