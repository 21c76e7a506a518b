# tries: an object whose class says it is a float
# must: gain nothing

class Claims:
    __class__ = float

    def __float__(self):
        return 0.0


def attack(*arguments, **options):
    return Claims()
