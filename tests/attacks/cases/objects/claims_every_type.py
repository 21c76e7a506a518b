# tries: claims to be an instance of whatever is asked
# must: gain nothing

class Chameleon:
    asked = 0

    @property
    def __class__(self):
        type(self).asked += 1
        import numpy as np
        return (float, dict, tuple, list, np.ndarray, bool, int)[type(self).asked % 7]

    def __float__(self):
        return 1.0

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self, self))

    def __getitem__(self, key):
        return self

    def keys(self):
        return ["W", "b"]


def attack(*arguments, **options):
    return Chameleon()
