# tries: the frame that called, as an answer
# must: gain nothing

import sys


def attack(*arguments, **options):
    return sys._getframe(1)
