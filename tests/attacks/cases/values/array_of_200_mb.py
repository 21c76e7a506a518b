# tries: an array of 200 MB
# must: gain nothing
# at: free

import numpy as np


def attack(*arguments, **options):
    return np.ones(25_000_000)
