# tries: is a chain of partials and bound methods ten thousand deep
# must: gain nothing

import functools


def attack(*arguments, **options):
    made = lambda *_: 1.0
    for _ in range(10000):
        made = functools.partial(made, 1)
    return made
