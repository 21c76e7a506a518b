"""A process of its own, as any user and at any level, that tries attacks: `python -m tests.attacks.keeper LEVEL FOLDER`.

Names of attacks come as lines on standard input, and verdicts go out as lines of JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from autograder.errors import KitError

from . import suite
from .trial import Trial, Verdict

CONTROL = "control"
SECONDS = 6.0


def main(level: str, folder: Path) -> None:
    """Serve until standard input ends."""
    try:
        trial = Trial(folder, "none" if level == CONTROL else level)
    except KitError as error:
        print(json.dumps({"refused": str(error)}), flush=True)
        return
    with trial:
        print(json.dumps({"level": trial.grader.zygote.layers.level}), flush=True)
        for line in sys.stdin:
            attack = suite.read(suite.CASES / f"{line.strip()}.py")
            if level == CONTROL and attack.bites == suite.IN_ONE_PROCESS:
                verdict = in_one_process(trial, attack)
            else:
                verdict = trial.run(attack)
            print(json.dumps(asdict(verdict)), flush=True)


def in_one_process(trial: Trial, attack: suite.Attack) -> Verdict:
    """Say what the attack does to a grader without a process of its own for it."""
    trial.world.restore()
    command = [sys.executable, "-m", "tests.attacks.control", attack.name]
    reasons = []
    with tempfile.TemporaryDirectory() as empty:
        try:
            done = subprocess.run(
                command, input=trial.world.cell(), capture_output=True, text=True, timeout=SECONDS, cwd=empty, check=False
            )
            found = json.loads(done.stdout)["passed"]
            reasons += [f"{name} earned its points" for name in found if name != "kept"]
        except subprocess.TimeoutExpired:
            reasons.append("it did not end")
        except (ValueError, KeyError):
            reasons.append("the grader ended")
    return Verdict(attack.name, (*reasons, *trial.world.harmed()), 0.0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
