# tries: 100,000 different nans as keys: they never equal themselves
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return {float('nan'): 1 for _ in range(100_000)}
