"""`python -m tests.fuzz.guided [RUNS]`: frames that go where the decoder has not been yet; atheris follows its lines.

Only where atheris can be installed (`pip install atheris`; there are wheels for Linux and some Pythons).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

SEEDS = 300


def main(count: int) -> None:
    """Decode so many frames; atheris ends the process, with an exit code of its own where one is a finding."""
    import atheris  # no dependency of the kit's

    with atheris.instrument_imports(include=["autograder.sandbox.wire"]):  # before anything else imports it
        from . import frames

    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        for index, body in enumerate(frames.bodies()[:SEEDS]):
            (Path(folder) / str(index)).write_bytes(body)

        def read(body: bytes) -> None:
            frames.read(body)

        atheris.Setup([sys.argv[0], folder, f"-runs={count}", "-max_len=65536", "-rss_limit_mb=2048"], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
