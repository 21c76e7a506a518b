# tries: is right or wrong by the time of day, to tell runs apart
# must: gain nothing

import time


def attack(*arguments, **options):
    return time.time()
