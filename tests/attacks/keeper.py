"""A process of its own, as any user and at any level, that tries attacks: `python -m tests.attacks.keeper LEVEL FOLDER`.

Names of attacks come as lines on standard input, behind `patient ` for one that is played again; verdicts go out as JSON.
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
SECONDS, PATIENT_SECONDS = 6.0, 30.0
AGAIN = "patient "


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
            patient = line.startswith(AGAIN)
            attack = suite.read(suite.CASES / f"{line.removeprefix(AGAIN).strip()}.py")
            if level == CONTROL and attack.bites == suite.IN_ONE_PROCESS:
                verdict = in_one_process(trial, attack, PATIENT_SECONDS if patient else SECONDS)
            else:
                verdict = trial.run(attack, patient=patient)
            print(json.dumps(asdict(verdict)), flush=True)


def in_one_process(trial: Trial, attack: suite.Attack, seconds: float) -> Verdict:
    """Say what the attack does to a grader without a process of its own for it."""
    trial.world.restore()
    command = [sys.executable, "-m", "tests.attacks.control", attack.name]
    reasons, lost = list[str](), list[str]()
    with tempfile.TemporaryDirectory() as empty:
        try:
            done = subprocess.run(
                command, input=trial.world.cell(), capture_output=True, text=True, timeout=seconds, cwd=empty, check=False
            )
            found = json.loads(done.stdout)["passed"]
            reasons += [f"{name} earned its points" for name in found if name != "kept"]
        except subprocess.TimeoutExpired:
            lost.append("it did not end")
        except (ValueError, KeyError):
            reasons.append("the grader ended")
    return Verdict(attack.name, (*reasons, *trial.world.harmed()), tuple(lost), 0.0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
