"""`python -m tests.fuzz.guided [RUNS]`: frames that go where the decoder has not been yet; atheris follows its lines.

Only where atheris can be installed (`pip install atheris`; there are wheels for Linux and some Pythons). The count is added
to that of `make fuzz`.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.tally import Tally

SEEDS = 300


def fuzz(count: int, seed: int) -> None:
    """Decode so many frames; atheris ends the process, with an exit code of its own where one is a finding."""
    import atheris  # no dependency of the kit's

    with atheris.instrument_imports(include=["autograder.sandbox.wire"]):  # before anything else imports it
        from . import frames

    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        for index, body in enumerate(frames.bodies()[:SEEDS]):
            (Path(folder) / str(index)).write_bytes(body)

        def read(body: bytes) -> None:
            frames.read(body)

        options = [f"-runs={count}", f"-seed={seed}", "-max_len=65536", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], folder, *options], read)
        atheris.Fuzz()


def main(count: int) -> int:
    """Run atheris in a process of its own, and note how many frames it tried."""
    tally, started = Tally("fuzz"), time.monotonic()
    own = [entry for entry in tally.entries if entry["kind"] == "guided frames"]
    seed = 1 + max((entry["seed"] for entry in own), default=0)
    command = [sys.executable, "-m", "tests.fuzz.guided", str(count), str(seed)]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    counted = re.findall(r"^Done (\d+) runs", done.stderr, re.MULTILINE)
    if not counted:
        print(done.stderr[-3000:])
    failures = {} if counted and done.returncode == 0 else {f"atheris ended with {done.returncode}": [seed]}
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    tried = int(counted[-1]) if counted else 0
    seconds = round(used.ru_utime + used.ru_stime, 2)
    tally.add(
        kind="guided frames", seed=seed, count=1, tried=tried, seconds=seconds, memory=used.ru_maxrss << 10, failures=failures
    )
    print(f"{tried:,} frames in {time.monotonic() - started:.0f} s; {done.stderr.count(' NEW ')} reached something new")
    return int(bool(failures))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        fuzz(int(sys.argv[1]), int(sys.argv[2]))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
