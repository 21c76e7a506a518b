# tries: bytes of 50 MB
# must: gain nothing
# at: free

def attack(*arguments, **options):
    return bytes(50_000_000)
