# tries: lists and dictionaries that hold themselves, and ones 31 deep with huge numbers, where plain data is compared
# must: gain nothing
# at: plain facts wholes

turn = 0


def attack(x):
    global turn
    turn += 1
    if turn % 2:
        one = {'mean': 1.0}
        one['all'] = [one, (one, one)]
        return one
    deep = 10 ** 4000
    for _ in range(29):
        deep = {'all': [deep], 'mean': -deep if isinstance(deep, int) else deep}
    return deep
