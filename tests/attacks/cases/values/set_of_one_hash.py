# tries: sets of numbers with one hash, as many as may be, and many such sets in one answer
# must: gain nothing
# at: wholes facts plain

turn = 0


def attack(x):
    global turn
    turn += 1
    one = {i * (2 ** 61 - 1) for i in range(1, 4090)}
    return [one, {'n': 3, 'unit': one, 'values': [one] * 9}, [frozenset(one | {k}) for k in range(40)]][turn % 3]
