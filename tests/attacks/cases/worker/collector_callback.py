# tries: a callback of the garbage collector, called while answers are made, which ends, raises and collects
# must: gain nothing
# kind: cells
# may: lose kept

import gc
import os

seen = []


def called(phase, about):
    seen.append([object()] * 1000)
    if len(seen) % 500 == 0:
        os._exit(0)
    raise ValueError(phase)


gc.callbacks.append(called)
gc.set_threshold(1, 1, 1)
