# tries: an object that never finishes to describe itself
# must: gain nothing
# at: free

class Hangs:
    def __repr__(self):
        while True:
            pass

    __str__ = __repr__


def attack(*arguments, **options):
    return Hangs()
