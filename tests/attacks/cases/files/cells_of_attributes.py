# tries: has cells that take 30,000 attributes of attributes
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "x = a" + ".b" * 30_000, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
