# tries: calls its format NaN
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_text('{"nbformat": NaN, "cells": [Infinity]}')
