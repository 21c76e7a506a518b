# tries: makes its folder a link to /dev
# must: gain nothing
# kind: file

def make(folder, solved):
    folder.rmdir()
    folder.symlink_to("/dev")
