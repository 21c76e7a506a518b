# tries: an object that calls itself NoneType, and None where a number is asked for as well
# must: gain nothing
# at: root plain spelled facts

Nothing = type('NoneType', (), {'__eq__': lambda self, other: True, '__bool__': lambda self: False, '__hash__': lambda self: 0})
turn = 0


def attack(*arguments):
    global turn
    turn += 1
    return Nothing() if turn % 2 else {'n': None, 'unit': None, 'values': None}
