# tries: a text of 50 MB
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return 'x' * 50_000_000
