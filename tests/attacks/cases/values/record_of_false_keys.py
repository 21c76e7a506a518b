# tries: a dictionary whose keys are texts that equal any other, numbers that equal truth values, and nan
# must: gain nothing
# at: facts plain parts

class Key(str):
    __eq__ = lambda self, other: True
    __hash__ = lambda self: hash('n')


def attack(x):
    return {Key('n'): 3, Key('unit'): 'm', 1: 'a', True: 'b', 1.0: 'c', float('nan'): 0, (float('nan'),): 0, Key(''): []}
