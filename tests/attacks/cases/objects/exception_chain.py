# tries: an exception with a cause, 50,000 deep
# must: gain nothing
# at: free

def attack(*arguments, **options):
    error = ValueError("x")
    for _ in range(50_000):
        other = ValueError("y")
        other.__cause__ = error
        error = other
    raise error
