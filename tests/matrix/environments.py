"""Environments with other Pythons and libraries, made by uv below build/matrix; what cannot be had here is said."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.tally import ROOT

FOLDER = ROOT / "build" / "matrix"
SECONDS = 900.0
LOWEST, NEWEST = "lowest declared", "newest"
KIT, STUDENT = "kit", "student"
NUMPY_1 = "NumPy 1.26"


@dataclass(frozen=True)
class Wanted:
    """One environment: whose side it is, its Python, and which libraries."""

    side: str
    python: str
    libraries: str

    @property
    def folder(self) -> Path:
        """Where it is made."""
        return FOLDER / f"{self.side}-{self.python}-{self.libraries.replace(' ', '-').lower()}"


class Missing(Exception):
    """It cannot be had on this machine, with the reason."""


WANTED = (
    *(Wanted(KIT, f"3.{minor}", libraries) for minor in range(11, 15) for libraries in (LOWEST, NEWEST)),
    *(Wanted(STUDENT, f"3.{minor}", libraries) for minor in range(10, 15) for libraries in (NUMPY_1, NEWEST)),
)


def made(wanted: Wanted, uv: str) -> str:
    """Make an environment, unless it is there, and return its Python.

    Raises:
        Missing: the Python or the libraries cannot be had here.
    """
    python = wanted.folder / "bin" / "python"
    if (wanted.folder / ".ready").is_file():
        return str(python)
    interpreter = find_python(wanted.python, uv)
    shutil.rmtree(wanted.folder, ignore_errors=True)
    _run([uv, "venv", "--quiet", "--python", interpreter, str(wanted.folder)])
    install = [uv, "pip", "install", "--quiet", "--python", str(python)]
    if wanted.side == KIT:
        how = "lowest-direct" if wanted.libraries == LOWEST else "highest"
        _run([*install, "--resolution", how, "--only-binary", ":all:", "-r", "pyproject.toml", "--extra", "dev"])
    else:
        numpy = "numpy==1.26.*" if wanted.libraries == NUMPY_1 else "numpy"
        _run([*install, "--only-binary", ":all:", numpy, "matplotlib", "ipython", "scikit-learn"])
    (wanted.folder / ".ready").touch()
    return str(python)


def find_python(version: str, uv: str) -> str:
    """Return an interpreter of this version: one that is there, else one that uv fetches.

    Raises:
        Missing: there is none, and none can be fetched.
    """
    there = [shutil.which(f"python{version}"), *map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))]
    for candidate in there:
        if candidate and subprocess.run([candidate, "--version"], capture_output=True, check=False).returncode == 0:
            return candidate
    try:
        _run([uv, "python", "install", version])
    except Missing as error:
        raise Missing(f"no Python {version} on this machine, and none can be fetched ({error})") from None
    return version


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False,
            env=os.environ | {"UV_PYTHON_PREFERENCE": "system"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Missing(f"{command[1]} took longer than {SECONDS:.0f} s") from None
    if done.returncode != 0:
        said = [line.strip(" ╰─▶│×") for line in done.stderr.splitlines() if line.strip() and not line.startswith("warning")]
        raise Missing(" ".join(said)[:250] or f"{command[1]} ended with {done.returncode}")
