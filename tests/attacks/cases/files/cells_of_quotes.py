# tries: has cells of 9,999 quotes
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [{"cell_type": "code", "source": "'" * 9_999 + '"' * 9_999, "metadata": {}}] * 3
    (folder / "toy.ipynb").write_text(json.dumps(solved))
