# tries: asks for upstream functions with each kind of argument there is, and names that are none
# must: gain nothing
# may: lose kept
# at: chain

import os

from autograder.sandbox import wire


def attack(x, *arguments, **options):
    odd = [{"a": [np.zeros((2000, 1), np.int8)] * 400}, [2000] * 3000, "x" * 10**6, np.zeros((0, 2**20)), [[]] * 1000, -(2**62)]
    for number in (0, 1, True, 0.0, "0", [0]):
        for one in odd:
            os.write(3, wire.frame({"callback": number, "args": [one], "kwargs": {"self": 1, "": one}}))
    return 0.0
