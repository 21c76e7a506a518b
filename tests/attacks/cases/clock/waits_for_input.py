# tries: reads from standard input and from a pipe that nobody writes to
# must: gain nothing
# may: lose kept

import os, sys


def attack(*arguments, **options):
    try:
        sys.stdin.read()
    except Exception:
        pass
    reader, writer = os.pipe()
    return os.read(reader, 1)
