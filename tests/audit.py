"""`make audit`: known holes in what is locked, by pip-audit; where nothing can be known, it says so and fails.

pip-audit passes over what its server does not know, and a package mirror knows no advisories at all: then everything is "not
found", and nothing was audited. Exit codes: 0 audited and clean, 1 holes, 3 not audited.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.tally import ROOT

LOCKS = ("requirements.lock", "requirements-docs.lock")
HOME = ROOT / "build" / "audit"
CLEAN, HOLES, UNKNOWN = 0, 1, 3


def main() -> int:
    """Audit every lock."""
    program = HOME / "bin" / "pip-audit"
    if not program.is_file():
        venv.create(HOME, with_pip=True, clear=True)
        install = [str(HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pip-audit"]
        subprocess.run(install, check=True)
    codes = []
    for lock in LOCKS:
        code, said = judged(_asked(program, ROOT / lock))
        print(f"{lock}: {said}")
        codes.append(code)
    return max(codes)


def _asked(program: Path, lock: Path) -> Sequence[Mapping[str, Any]] | str:
    """Return what is said of each package, or why nothing is."""
    command = [str(program), "--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run([*command, "--requirement", str(lock)], capture_output=True, text=True, check=False)
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except (ValueError, KeyError):
        return (done.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1][:300]


def judged(found: Sequence[Mapping[str, Any]] | str) -> tuple[int, str]:
    """Return the exit code and a sentence: what was passed over was not audited."""
    if isinstance(found, str):
        return UNKNOWN, f"not audited: {found}"
    holes = [f"{one['name']} {one['version']}: {hole['id']}" for one in found for hole in one.get("vulns", ())]
    skipped = [one["name"] for one in found if "skip_reason" in one]
    if holes:
        return HOLES, f"{len(holes)} known holes: {'; '.join(holes)}"
    if skipped or not found:
        asked = f"{len(skipped)} of {len(found)} packages were not found by the server of advisories"
        return UNKNOWN, f"not audited: {asked}. Run it where pypi.org itself can be reached."
    return CLEAN, f"{len(found)} packages, no known hole"


if __name__ == "__main__":
    sys.exit(main())
