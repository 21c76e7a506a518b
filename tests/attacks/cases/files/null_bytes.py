# tries: is full of null bytes
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_bytes(bytes(1_000_000))
