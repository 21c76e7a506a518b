# tries: the masked constant, near to everything
# must: gain nothing
# bites: in one process

import numpy as np


def attack(*arguments, **options):
    return np.ma.masked
