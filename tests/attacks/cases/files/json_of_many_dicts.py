# tries: takes a gigabyte of memory for 20 MB of braces, below the metadata
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_text('{"nbformat": 4, "cells": [], "metadata": [' + "{}," * 6_000_000 + "{}]}")
