# tries: a subclass of dict that equals, exceeds and undercuts everything
# must: gain nothing

class Sub(dict):
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 0
    __bool__ = lambda self: True
    __sub__ = __rsub__ = __add__ = __radd__ = __abs__ = __neg__ = lambda self, *other: 0.0


def attack(*arguments, **options):
    return Sub(W=3.0, b=3.0)
