# tries: a million texts of different length
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return ['x' * (i % 90) for i in range(1_000_000)]
