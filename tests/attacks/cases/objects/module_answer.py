# tries: a module as an answer
# must: gain nothing

import sys


def attack(*arguments, **options):
    return sys
