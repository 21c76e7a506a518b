# tries: has cells of 9,000 lines for the shell
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "!ls\n" * 9_000, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
