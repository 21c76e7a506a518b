# tries: objects that change other exercises' functions when they are forgotten, during the next exercise
# must: gain nothing

import weakref

import __main__


class Last:
    def __del__(self):
        names = globals()
        for name in ("centre", "chain", "both", "free"):
            names[name] = lambda *a, **k: np.zeros(3)


keep = []


def attack(*arguments, **options):
    last = Last()
    last.me = last
    keep.append(weakref.ref(last, lambda _: globals().update(total=lambda *a: 0.0)))
    return 0.0
