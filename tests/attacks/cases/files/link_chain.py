# tries: hands in forty links, one to the next, and back
# must: gain nothing
# kind: file

def make(folder, solved):
    for number in range(40):
        (folder / f"l{number}").symlink_to(f"l{(number + 1) % 40}")
    (folder / "toy.ipynb").symlink_to("l0")
