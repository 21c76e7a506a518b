# tries: a dictionary that has every key
# must: gain nothing
# at: free

from collections import defaultdict


class Every(defaultdict):
    def __contains__(self, key):
        return True


def attack(*arguments, **options):
    return Every(float)
