"""The engine as others get it: a wheel of this repository, in an environment that has nothing of the repository on its path."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
_GENERATED = ("." + "*", "build", "*.egg-info", "__pycache__", "exchange", "*.db")
_PROGRAMS = ("alembic", "nbgrader")  # whose programs the engine, or the page, starts


def build_wheel(folder: Path) -> Path:
    """Build the wheel from a copy of the whole repository, with what is installed here, and return it."""
    copy = folder / "repository"
    shutil.copytree(REPOSITORY, copy, ignore=shutil.ignore_patterns(*_GENERATED), symlinks=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    done = subprocess.run(
        [*command, "--wheel-dir", str(folder / "wheel"), str(copy)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    shutil.rmtree(copy)
    (wheel,) = (folder / "wheel").glob("*.whl")
    return wheel


def lend_dependencies(environment: Path) -> None:
    """Let a new environment import what is installed here, which spares a download; editable installs do not come along."""
    (packages,) = environment.glob("lib/python3*/site-packages")
    (packages / "dependencies.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    for name in _PROGRAMS:
        for entry in distribution(name).entry_points:
            if entry.group == "console_scripts":
                program = environment / "bin" / entry.name
                lines = (
                    f"#!{environment / 'bin' / 'python'}",
                    f"from {entry.module} import {entry.attr}",
                    f"{entry.attr}()",
                    "",
                )
                program.write_text("\n".join(lines))
                program.chmod(0o755)
