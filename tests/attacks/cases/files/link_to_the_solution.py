# tries: hands in a link to the reference solution
# must: gain nothing
# kind: file

def make(folder, solved):
    source = next(parent for parent in folder.parents if (parent / "course").is_dir()) / "course/source/toy/toy.ipynb"
    (folder / "toy.ipynb").symlink_to(source)
