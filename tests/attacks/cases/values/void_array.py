# tries: an array of raw memory
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.zeros(3, 'V100')
