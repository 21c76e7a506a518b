# tries: has cells of 50,000 continued lines
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "x = 1 + \\\n" * 50_000, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
