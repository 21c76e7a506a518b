# tries: a text that equals any other, of bytes, of half characters, of 15 MB, in turn
# must: gain nothing
# at: spelled facts plain

class Equal(str):
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 0


turn = 0


def attack(x):
    global turn
    turn += 1
    text = [Equal('8675309.000 1.500 -2.250'[:0]), b'8675309', '\ud800', 'x' * (15 << 20), '\0' * 9][turn % 5]
    return {'n': text, 'unit': text, 'values': text}[['n', 'unit'][turn % 2]] if turn % 3 else {'n': 3, 'unit': text, 'values': [text]}
