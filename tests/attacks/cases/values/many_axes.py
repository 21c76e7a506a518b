# tries: an array of 64 axes
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.zeros((1,) * 64)
