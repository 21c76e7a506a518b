# tries: an object whose attributes hang
# must: gain nothing
# at: free

class Slow:
    @property
    def shape(self):
        while True:
            pass

    dtype = ndim = size = T = shape


def attack(*arguments, **options):
    return Slow()
