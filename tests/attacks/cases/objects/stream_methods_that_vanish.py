# tries: an iterator whose __iter__ and __next__ are data, properties that raise, and then nothing at all
# must: gain nothing
# at: pairs


class Stream:
    turn = 0

    def __getattribute__(self, name):
        if name not in ('__iter__', '__next__'):
            return object.__getattribute__(self, name)
        Stream.turn += 1
        if Stream.turn % 4 == 0:
            raise KeyError(name)
        return [3.0, lambda: self, None][Stream.turn % 4 - 1]


def attack(x):
    return Stream()
