# tries: has cells of 100,000 signs
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "x = " + "-" * 100_000 + "1", "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
