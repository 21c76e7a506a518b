# tries: a mapping that is no dictionary
# must: gain nothing

from collections import ChainMap


def attack(*arguments, **options):
    return ChainMap({'W': 1.0}, {'b': 1.0})
