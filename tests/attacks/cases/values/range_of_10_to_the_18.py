# tries: a range of 10**18 numbers
# must: gain nothing

def attack(*arguments, **options):
    return range(10 ** 18)
