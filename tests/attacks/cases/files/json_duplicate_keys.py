# tries: has the list of cells twice: an empty one that is shown, and another
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    text = json.dumps(solved)
    (folder / "toy.ipynb").write_text('{"cells": [], "nbformat": 4, ' + text[1:-1].replace("cells", "cell5") + "}")
