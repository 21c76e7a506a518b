# tries: integers of 400 digits, too large for a float
# must: gain nothing
# bites: in one process

def attack(*arguments, **options):
    return [10 ** 400] * 3
