# tries: an object with a description of 100 MB
# must: gain nothing
# at: free

class Long:
    def __repr__(self):
        return "x" * 100_000_000


def attack(*arguments, **options):
    return Long()
