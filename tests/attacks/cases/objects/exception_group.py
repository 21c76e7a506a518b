# tries: an exception that holds ten thousand others
# must: gain nothing
# at: free

def attack(*arguments, **options):
    raise ExceptionGroup("many", [ValueError("x" * 1000)] * 10_000)
