# tries: hands in a file that nobody may read, with nothing in it
# must: gain nothing
# kind: file

def make(folder, solved):
    path = folder / "toy.ipynb"
    path.write_text("{}")
    path.chmod(0)
