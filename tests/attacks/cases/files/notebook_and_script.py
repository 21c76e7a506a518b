# tries: hands in a notebook with nothing in it, and a script beside it
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    (folder / "toy.ipynb").write_text(json.dumps({"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}))
    (folder / "toy.py").write_text("total = centre = parts = lambda *_: 1.0\n")
    (folder / "numpy.py").write_text("raise SystemExit('evil')\n")
