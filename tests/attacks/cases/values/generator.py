# tries: a generator in place of a list
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return (1.0 for _ in iter(int, 1))
