# tries: sets of nan, of signed zeros, of truth values and of tuples in tuples
# must: gain nothing
# at: wholes plain

turn = 0


def attack(x):
    global turn
    turn += 1
    nan = float('nan')
    return [{nan, float('nan')}, {0.0, -0.0, False}, {True, 2}, {(((1,),),)}, {frozenset({frozenset()})}, {10 ** 4000}][turn % 6]
