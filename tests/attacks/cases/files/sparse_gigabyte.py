# tries: hands in a gigabyte of nothing
# must: gain nothing
# kind: file

def make(folder, solved):
    with open(folder / "toy.ipynb", "wb") as file:
        file.truncate(1 << 30)
