# tries: an object whose conversion to an array raises
# must: gain nothing

class Lie:
    def __array__(self, *arguments, **options):
        raise MemoryError("no")


def attack(*arguments, **options):
    return Lie()
