# tries: hands in a folder that holds itself by a link
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "again").symlink_to(".")
    (folder / "up").symlink_to("../..")
