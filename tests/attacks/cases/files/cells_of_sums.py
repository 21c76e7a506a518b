# tries: has cells that add 40,000 terms
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "x = " + "+".join(["1"] * 40_000), "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
