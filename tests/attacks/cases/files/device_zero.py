# tries: hands in a link to a device without an end
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").symlink_to("/dev/zero")
