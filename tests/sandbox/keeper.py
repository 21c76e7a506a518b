"""A process of its own, run as any user: starts a zygote and runs cells, each request in a fresh worker; trusted side.

Usage: keeper.py STACK. Requests and answers are JSON lines. STACK is `strict`, `landlock` (the portable level as Docker
gives it), `namespaces` (the portable level on a kernel without Landlock) or `control` (no isolation at all: shows that an
attack which the others refuse is a real one).
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from typing import Any

from autograder.errors import KitError
from autograder.sandbox import landlock
from autograder.worker.process import WorkerLost
from autograder.worker.zygote import Zygote, ZygoteSettings

LEVELS = {"strict": "strict", "landlock": "portable", "namespaces": "auto", "control": "none"}
SECRET = ctypes.create_string_buffer(b"the judge's secret")


def main(stack: str) -> None:
    """Serve requests until standard input ends."""
    if stack == "namespaces":
        landlock.abi = lambda: 0  # as a kernel before 5.13 says
    try:
        zygote = Zygote(ZygoteSettings(isolation=LEVELS[stack]))
    except KitError as error:
        _say({"refused": str(error)})
        return
    with zygote, subprocess.Popen(["sleep", "600"]) as bystander:
        try:
            layers = zygote.layers
            _say(
                {
                    "judge": os.getpid(),
                    "bystander": bystander.pid,
                    "secret_address": ctypes.addressof(SECRET),
                    "layers": [layers.namespaces, layers.landlock, layers.seccomp],
                    "level": layers.level,
                }
            )
            for line in sys.stdin:
                _say(_run(zygote, json.loads(line)))
        finally:
            bystander.kill()


def _run(zygote: Zygote, request: dict[str, Any]) -> dict[str, Any]:
    """Run the cells of one request in a fresh worker, and describe the last one."""
    worker = zygote.spawn()
    try:
        replies = worker.run_cells(request["cells"], request["seconds"], figures=False)
    except WorkerLost as lost:
        return {"lost": lost.reason}
    finally:
        worker.close()
    outputs = replies[-1]["outputs"]
    errors = [output for output in outputs if output["output_type"] == "error"]
    texts = [output["text"] for output in outputs if output["output_type"] == "stream"]
    return {
        "error": errors[-1]["ename"] if errors else None,
        "message": errors[-1]["evalue"] if errors else "",
        "text": "".join(texts),
    }


def _say(message: dict[str, Any]) -> None:
    print(json.dumps(message), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
