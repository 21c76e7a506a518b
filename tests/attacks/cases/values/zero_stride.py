# tries: an array of 10**12 entries that takes 8 bytes
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.broadcast_to(1.0, (10 ** 6, 10 ** 6))
