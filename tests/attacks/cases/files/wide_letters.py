# tries: writes its functions in letters that Python takes for the ordinary ones
# must: be bounded
# kind: file

import json


def make(folder, solved):
    wide = {"def total(": "def \uff54\uff4ftal(", "def centre(": "def c\uff45ntre(", "def kept(": "def \U0001d424ept("}
    for cell in solved["cells"]:
        for plain, other in wide.items():
            cell["source"] = cell["source"].replace(plain, other)
    (folder / "toy.ipynb").write_text(json.dumps(solved))
