# tries: an iterator of arrays of 15 MB and whole numbers of thousands of digits
# must: gain nothing
# at: pairs

import numpy as np


def attack(x):
    while True:
        yield (10 ** 4000, 10 ** 4000)
        yield np.ones(15 << 17)
        yield {2 ** k: np.ones(1 << 17) for k in range(14)}
