# tries: a list of five million numbers
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return [1.5] * 5_000_000
