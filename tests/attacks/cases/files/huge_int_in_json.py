# tries: has a number of a million digits
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_text('{"nbformat": 4, "cells": [], "x": ' + "9" * 1_000_000 + "}")
