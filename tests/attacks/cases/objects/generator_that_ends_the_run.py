# tries: a generator that raises SystemExit when it is read
# must: gain nothing
# at: free

def attack(*arguments, **options):
    def inner():
        yield 1.0
        raise SystemExit(0)

    return inner()
