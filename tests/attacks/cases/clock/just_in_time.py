# tries: takes nearly all the time of each call, asleep, so that no call is late and all of them are
# must: gain nothing
# at: total centre free

import time


def attack(*arguments, **options):
    time.sleep(0.5)
    return 0.0
