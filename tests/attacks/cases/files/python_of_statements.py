# tries: hands in a Python file of 100,000 statements that do not parse together
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_text("x = (1\n" * 100_000)
