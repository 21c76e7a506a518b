# tries: has cells of 20,000 decorators
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "@a\n" * 20_000 + "def f(): pass", "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
