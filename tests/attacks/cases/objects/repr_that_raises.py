# tries: an object that raises whatever is asked of it
# must: gain nothing

class Raises:
    def __getattribute__(self, name):
        raise ValueError(name)

    def __repr__(self):
        raise ValueError

    __eq__ = __hash__ = __len__ = __iter__ = __array__ = __bool__ = __repr__


def attack(*arguments, **options):
    return Raises()
