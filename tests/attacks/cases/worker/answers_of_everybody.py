# tries: writes a finished answer to every descriptor before it returns
# must: gain nothing

import os

from autograder.sandbox import wire


def attack(*arguments, **options):
    forged = wire.frame({"i": 0, "ok": True, "value": 1.0, "unchanged": True}, lambda _: 0)
    for number in range(64):
        try:
            os.write(number, forged)
        except OSError:
            pass
    return 0.0
