# tries: an object array that holds itself
# must: gain nothing

import numpy as np

made = np.empty(3, dtype=object)
made[:] = [made, made, made]


def attack(*arguments, **options):
    return made
