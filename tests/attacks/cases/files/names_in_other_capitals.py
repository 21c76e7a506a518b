# tries: hands in several files that a file system may take for one
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    blank = json.dumps({"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}})
    for name in ("TOY.ipynb", "Toy.IPYNB", "toy (1).ipynb", "toy-Copy1.ipynb", "toy.ipynb~", ".toy.ipynb", "toy.ipynb.bak"):
        (folder / name).write_text(blank)
    (folder / "toy.ipynb").write_text(json.dumps(solved))
