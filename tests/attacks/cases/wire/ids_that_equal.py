# tries: replies whose numbers equal the right one and are none: True, 1.0, texts, arrays and bytes
# must: gain nothing
# may: lose kept
# at: total free

import os

from autograder.sandbox import wire

calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    for number in range(1, 60):
        i = [float(number), np.int64(number), str(number), [number], np.array(number), number == 1][calls % 6]
        os.write(3, wire.frame({"i": i, "ok": 1, "value": True, "unchanged": True}))
    return 0.0
