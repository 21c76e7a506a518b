# tries: an iterator whose first item never comes
# must: gain nothing
# at: pairs

import time


def attack(x):
    while True:
        time.sleep(0.01)
    yield (0.0, 0.0)
