# tries: has a million different keys
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_text('{"nbformat": 4, "cells": [], ' + ",".join(f'"{i}":{i}' for i in range(1_000_000)) + "}")
