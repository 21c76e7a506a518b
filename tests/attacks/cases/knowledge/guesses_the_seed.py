# tries: tries seeds until a drawn input is found again
# must: gain nothing
# at: free

import numpy as np


def attack(*arguments, **options):
    for seed in range(300):
        if arguments and np.array_equal(np.random.default_rng([seed, 1]).normal(size=3), arguments[0]):
            return seed
    return 0.0
