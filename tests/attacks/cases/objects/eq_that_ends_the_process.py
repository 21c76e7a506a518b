# tries: an object that ends the process that compares it
# must: gain nothing
# bites: in one process
# at: free

import os


class Deadly:
    def __eq__(self, *others, **options):
        os._exit(0)

    __sub__ = __rsub__ = __array__ = __float__ = __eq__
    __hash__ = None


def attack(*arguments, **options):
    return Deadly()
