# tries: hangs in C, in a regular expression
# must: gain nothing
# may: lose kept

import re


def attack(*arguments, **options):
    return re.match(r"(a|aa)+$", "a" * 60 + "b")
