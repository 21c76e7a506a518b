# tries: nan, which compares as nothing else
# must: gain nothing

def attack(*arguments, **options):
    return float('nan')
