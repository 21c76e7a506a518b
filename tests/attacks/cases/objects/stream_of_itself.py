# tries: an iterator whose every method and item is the iterator itself
# must: gain nothing
# at: pairs


class Stream:
    def __iter__(self):
        return self

    def __next__(self):
        return self

    def __call__(self, *arguments):
        return self

    def __getattr__(self, name):
        return self


def attack(x):
    return Stream()
