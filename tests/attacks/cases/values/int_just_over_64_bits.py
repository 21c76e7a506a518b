# tries: an integer that no machine word holds
# must: gain nothing

def attack(*arguments, **options):
    return 2 ** 64
