# tries: an iterator that ends its process at the second item, and is asked for again by the next test
# must: gain nothing
# at: pairs

import os


def attack(x):
    yield (float(x[0]), 2 * float(x[0]))
    os._exit(0)
