# tries: an object that equals everything every second time
# must: gain nothing

class Fickle(float):
    calls = 0

    def __eq__(self, other):
        Fickle.calls += 1
        return Fickle.calls % 2 == 1

    __hash__ = float.__hash__


def attack(*arguments, **options):
    return Fickle(0.0)
