# tries: a class for which everything is an instance of it
# must: gain nothing

class Meta(type):
    def __instancecheck__(cls, thing):
        return True

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Thing(metaclass=Meta):
    pass


def attack(*arguments, **options):
    return Thing
