# tries: an integer of a million digits, slow to convert
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return 10 ** 1_000_000
