# tries: a date that is not a time
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.array(['NaT'] * 3, 'M8[D]')
