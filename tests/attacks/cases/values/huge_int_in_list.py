# tries: integers of 400 digits, too large for a float
# must: gain nothing

def attack(*arguments, **options):
    return [10 ** 400] * 3
