# tries: hands in a thousand notebooks beside an empty one
# must: gain nothing
# kind: file

def make(folder, solved):
    for number in range(1000):
        (folder / f"{number}.ipynb").write_text('{"nbformat": 4, "cells": []}')
