# tries: hands in a link that climbs out of the folder
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").symlink_to("../../../course/source/toy/toy.ipynb")
