# tries: an array of a million entries that takes 8 bytes
# must: gain nothing
# at: free

import numpy as np


def attack(*arguments, **options):
    return np.broadcast_to(1.0, (1000, 1000))
