# tries: one message that asks, answers, ends the cells and is an outcome
# must: gain nothing
# may: lose kept
# at: chain total

import os

from autograder.sandbox import wire


def attack(*arguments, **options):
    for number in range(1, 200):
        os.write(3, wire.frame({"i": number, "ok": True, "value": True, "callback": 0, "args": [], "kwargs": {}, "done": True,
                                "cell": 0, "ready": True, "outputs": [], "kind": "missing", "arguments": None}))
    return 0.0
