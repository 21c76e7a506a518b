# tries: an array in which everything is masked, so that all comparisons are masked too
# must: gain nothing
# at: free total

import numpy as np


def attack(*arguments, **options):
    return np.ma.masked_all(3)
