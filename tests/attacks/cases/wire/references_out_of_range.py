# tries: numbers its objects beyond what a message can hold, so that the judge cannot ask for them
# must: gain nothing
# kind: cells
# may: lose kept

from autograder.sandbox import wire

plain = wire._opaque
wire._opaque = lambda value, keep: wire._extension(wire.OPAQUE, [type(value).__name__, wire._bigint(10**30)])


class Counter:
    def __init__(self, start):
        pass

    def step(self, x):
        return self


def total(x):
    return Counter(x)


centre = parts = both = history = rows = free = total
