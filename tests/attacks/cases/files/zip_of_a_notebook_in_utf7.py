# tries: is no text of any kind: compressed bytes, and a notebook in base64
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    import base64, gzip
    (folder / "toy.ipynb").write_bytes(gzip.compress(json.dumps(solved).encode()))
    (folder / "toy.py").write_bytes(base64.b64encode(json.dumps(solved).encode()))
