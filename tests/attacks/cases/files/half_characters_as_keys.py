# tries: has half characters in keys, names and sources
# must: be bounded
# kind: file

import json


def make(folder, solved):
    text = json.dumps(solved).replace('"metadata": {', '"\\ud800": "\\udfff", "metadata": {"\\ud83d": 1, ')
    (folder / "toy.ipynb").write_text(text)
