# tries: an array whose strides leave its own memory
# must: gain nothing
# at: free

import numpy as np
from numpy.lib.stride_tricks import as_strided


def attack(*arguments, **options):
    return as_strided(np.zeros(1), (64,), (8,))
