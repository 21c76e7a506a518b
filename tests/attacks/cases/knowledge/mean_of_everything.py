# tries: the one number that is nearest to all answers seen
# must: be bounded

import numpy as np


def attack(*arguments, **options):
    return float(np.mean(arguments[0])) if arguments else 0.0
