# tries: ten thousand objects that the worker has to keep
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return [object() for _ in range(20_000)]
