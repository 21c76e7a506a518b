# tries: a set that holds, equals and exceeds everything, and one that shows its sender's items only once
# must: gain nothing
# at: wholes plain

class Sub(set):
    __contains__ = __eq__ = __le__ = __ge__ = __lt__ = __gt__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 0
    __len__ = lambda self: 3


def attack(x):
    return Sub({1, -2})
