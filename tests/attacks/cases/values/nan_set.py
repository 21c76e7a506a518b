# tries: a set of 100,000 nans
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return {float('nan') for _ in range(100_000)}
