# tries: a number whose class says that it comes from NumPy, and that makes itself an array as it likes
# must: gain nothing

class Number(np.float64):
    def __array__(self, *arguments, **options):
        return np.full(10**6, 1.0)


Number.__module__ = "numpy"


def attack(*arguments, **options):
    return Number(1.0)
