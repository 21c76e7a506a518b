# tries: has a cell of 20,000 brackets
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "x = " + "(" * 20_000 + "1" + ")" * 20_000, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
