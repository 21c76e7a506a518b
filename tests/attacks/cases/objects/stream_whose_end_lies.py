# tries: an iterator that stops with an error of its own called StopIteration, and a real one with the answer inside
# must: gain nothing
# at: pairs

Own = type('StopIteration', (BaseException,), {'value': [(0.0, 0.0)]})


class Stream:
    count = 0

    def __iter__(self):
        return Stream()

    def __next__(self):
        self.count += 1
        raise StopIteration([(1.0, 2.0)]) if self.count % 2 else Own()


def attack(x):
    return Stream()
