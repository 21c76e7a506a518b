# tries: an empty array with an axis of 10**9
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.empty((0, 10 ** 9))
