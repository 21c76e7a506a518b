# tries: sleeps, which costs no processor time, and catches the alarm
# must: gain nothing
# may: lose kept

import time


def attack(*arguments, **options):
    while True:
        try:
            time.sleep(0.01)
        except BaseException:
            pass
