# tries: asks an upstream function about an array whose answer would be large
# must: gain nothing
# may: lose kept

import numpy as np


def attack(*arguments, **options):
    if centre is attack:
        return 0.0
    return centre(np.ones((2000, 2000)))
