# tries: is written in UTF-16, as an editor on Windows may
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    (folder / "toy.ipynb").write_bytes(json.dumps(solved).encode("utf-16"))
