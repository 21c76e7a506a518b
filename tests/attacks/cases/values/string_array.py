# tries: an array of 10**9 bytes of text
# must: gain nothing
# at: free

import numpy as np


def attack(*arguments, **options):
    return np.zeros(1, 'U100000000')
