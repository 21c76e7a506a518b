# tries: a dictionary whose keys, items and length are others each time that it is asked
# must: gain nothing
# at: facts plain parts

class Sub(dict):
    turn = 0

    def __len__(self):
        Sub.turn += 1
        return Sub.turn % 7

    def items(self):
        yield from [('n', 3), ('unit', 'm'), ('n', 4), ('values', self)][: len(self)]

    keys = lambda self: iter(['n'] * len(self))
    __contains__ = __eq__ = lambda self, other: True
    __hash__ = lambda self: 0
    __getitem__ = get = lambda self, *key: self


def attack(x):
    return Sub(n=3, unit='m')
