# tries: hands in a folder of the notebook's name
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").mkdir()
    (folder / "toy.ipynb" / "toy.ipynb").mkdir()
