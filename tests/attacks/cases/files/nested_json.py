# tries: nests a million lists
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_text('{"cells": ' + "[" * 1_000_000 + "]" * 1_000_000 + ', "nbformat": 4}')
