# tries: an iterator that is another each time, ends in a kind of its own, and answers with itself
# must: gain nothing
# at: pairs rows history

class Stop(StopIteration):
    pass


class Run:
    turn = 0

    def __iter__(self):
        Run.turn += 1
        return [self, iter([(0.0, 0.0)] * 9), Run()][Run.turn % 3]

    def __next__(self):
        Run.turn += 1
        if Run.turn % 7 == 0:
            raise Stop((0.0, 0.0))
        return [(self, self), (0.0,), self, [(0.0, 0.0)] * 3][Run.turn % 4]

    def __length_hint__(self):
        return 2**62


def attack(*arguments, **options):
    return Run()
