# tries: has another notebook behind its end
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    (folder / "toy.ipynb").write_text(json.dumps({"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}) + json.dumps(solved))
