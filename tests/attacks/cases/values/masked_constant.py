# tries: the masked constant, near to everything
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.ma.masked
