# tries: an object that claims memory which is not its own
# must: gain nothing

class Lie:
    __array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (4096, False), "version": 3}


def attack(*arguments, **options):
    return Lie()
