# tries: an array that runs backwards in memory
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.arange(3.0)[::-1]
