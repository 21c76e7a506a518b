# tries: shapes that spread over the right one, in turn
# must: gain nothing

calls = 0
SHAPES = ((), (1,), (1, 3), (3, 1), (1, 1, 3), (0,), (0, 3), (3, 0))


def attack(*arguments, **options):
    global calls
    calls += 1
    return np.zeros(SHAPES[calls % len(SHAPES)])
