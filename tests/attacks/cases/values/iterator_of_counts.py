# tries: itertools.count, which has no end
# must: gain nothing
# at: free

import itertools


def attack(*arguments, **options):
    return itertools.count()
