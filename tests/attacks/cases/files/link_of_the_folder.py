# tries: makes its whole folder a link to the course's source
# must: gain nothing
# kind: file

def make(folder, solved):
    source = next(parent for parent in folder.parents if (parent / "course").is_dir()) / "course/source/toy"
    folder.rmdir()
    folder.symlink_to(source)
