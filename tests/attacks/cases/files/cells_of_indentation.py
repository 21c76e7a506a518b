# tries: has cells with 90 levels of blocks, and one too many
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    text = "".join(" " * depth + "if x:\n" for depth in range(101)) + " " * 101 + "pass\n"
    solved["cells"] = [{"cell_type": "code", "source": text * 20, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
