# tries: crashes the interpreter by recursion
# must: gain nothing
# kind: cells
# bites: in one process
# may: lose kept

import sys
sys.setrecursionlimit(10 ** 9)
def f():
    f()
f()
