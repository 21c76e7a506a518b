# tries: hides the link in a folder below, under another name
# must: gain nothing
# kind: file

def make(folder, solved):
    source = next(parent for parent in folder.parents if (parent / "course").is_dir()) / "course/source/toy"
    (folder / "deep").symlink_to(source)
    (folder / "other").mkdir()
    (folder / "other" / "copy.ipynb").symlink_to(source / "toy.ipynb")
