# tries: hands in its cells in the reverse order
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = solved["cells"][::-1]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
