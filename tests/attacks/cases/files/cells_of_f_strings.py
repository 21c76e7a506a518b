# tries: has cells of nested f-strings that do not end
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "x = " + "f'{" * 20_000, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
