# tries: begins with a byte order mark, and has Windows line ends
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    (folder / "toy.ipynb").write_bytes(b"\xef\xbb\xbf" + json.dumps(solved, indent=1).replace("\n", "\r\n").encode())
